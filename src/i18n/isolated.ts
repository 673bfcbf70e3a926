import { formatPlain } from '#lib/ui/format.ts';

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A value as it stands in a message. One that runs from right to left goes in its own direction, and
 * turns nothing around it: as characters, since a label or a status holds no elements. A number has
 * the digits of the language.
 */
export function isolated(value: unknown): string {
  const text = typeof value === 'number' ? formatPlain(value) : String(value);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** A message as it's kept or copied: without what sets its values apart on the screen. */
export function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
