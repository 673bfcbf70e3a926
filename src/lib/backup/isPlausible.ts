/*
 * A look at a file before it's parsed. Millions of brackets or keys would hold the page for half a
 * minute: JSON takes far longer to parse than to skim, and no backup has its marks that close.
 */

/** A backup is nested half as deep. */
const DEPTH_MAX = 12;
/** No object of a backup has half as many keys. */
const KEYS_MAX = 100;
/** Bytes of a file for each of its marks: brackets, commas and colons. A backup has 8 or more. */
const BYTES_PER_MARK = 7;
/** So many marks are parsed in no time, however close. */
const MARKS_FREE = 1_000_000;

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OBJECT, OBJECT_END, LIST, LIST_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether bytes can be the JSON of a backup, by how its brackets, commas and colons are spread. */
export function isPlausible(bytes: Uint8Array): boolean {
  const marksMax = MARKS_FREE + bytes.length / BYTES_PER_MARK;
  const keys = new Uint32Array(DEPTH_MAX + 1);
  let depth = 0;
  let marks = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA || byte === COLON) {
      marks += 1;
      if (byte === COLON) keys[depth] = (keys[depth] ?? 0) + 1;
      if ((keys[depth] ?? 0) > KEYS_MAX || marks > marksMax) return false;
    } else if (byte === OBJECT || byte === LIST) {
      marks += 1;
      depth += 1;
      if (depth > DEPTH_MAX || marks > marksMax) return false;
      keys[depth] = 0;
    } else if (byte === OBJECT_END || byte === LIST_END) depth = Math.max(0, depth - 1);
  }
  return true;
}

/** Where the text ends that begins at a quote: at its closing quote, or with the file. */
function endOfText(bytes: Uint8Array, start: number): number {
  let end = bytes.indexOf(QUOTE, start + 1);
  while (end >= 0 && isEscaped(bytes, end)) end = bytes.indexOf(QUOTE, end + 1);
  return end < 0 ? bytes.length : end;
}

/** Whether the number of backslashes before a quote is odd. */
function isEscaped(bytes: Uint8Array, quote: number): boolean {
  let at = quote - 1;
  while (bytes[at] === BACKSLASH) at -= 1;
  return (quote - at) % 2 === 0;
}
