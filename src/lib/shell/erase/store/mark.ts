import { readLocal, writeLocal } from '#lib/store/local.ts';

/*
 * That everything is to be erased. It is noted before anything else is done, in two places: here, as
 * soon as the button is pressed, and in the database, which no kill of the browser takes back.
 */

const MARK = 'toward.erasing';

/** Notes that everything is to be erased: whatever comes in between, the next start finishes it. */
export function markErasing(): void {
  writeLocal(MARK, 'on');
}

/** Takes that back: nothing was erased. */
export function unmarkErasing(): void {
  writeLocal(MARK, null);
}

/** Whether everything is to be erased, and isn't yet. */
export function isErasing(): boolean {
  return readLocal(MARK) !== null;
}
