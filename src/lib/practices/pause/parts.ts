/*
 * A line that lists things, parted by commas: what is picked can also be written.
 */

/** The things that a line lists. */
export function partsOf(line: string): string[] {
  return line
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The line with a thing added at its end, or taken out where it is listed. */
export function togglePart(line: string, part: string): string {
  const parts = partsOf(line);
  const others = parts.filter((other) => other !== part);
  return (others.length < parts.length ? others : [...parts, part]).join(', ');
}
