import { tapCode } from '../model/tap.ts';
import { RESPONSES, WHO } from '../model/entry.ts';

/** The codes of the bids' taps in the order of the pad; the keys 1 to 6 stand for them. */
const BID_TAPS = WHO.flatMap((by) =>
  RESPONSES.map((response) => tapCode({ kind: 'bid', by, response }))
);

/** Which single key logs which tap. */
export const TAP_KEYS: ReadonlyMap<string, string> = new Map(
  BID_TAPS.map((code, index) => [String(index + 1), code])
);

/** The keys that undo the last tap, and open its detail. */
export const UNDO_KEY = 'u';
export const DETAIL_KEY = 'd';

/** Whether a key was pressed to write something or to reach a command, not to log. */
export function isForTyping(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing || event.repeat) return true;
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
