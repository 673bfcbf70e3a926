import { alone, ERASING } from '#lib/device/webLock.ts';
import { readLocal, writeLocal } from '#lib/store/local.ts';

/*
 * That everything is to be erased. It is noted before anything else is done, in two places: here, as
 * soon as the button is pressed, and in the database, which no kill of the browser takes back. Other
 * tabs see it here.
 */

const MARK = 'toward.erasing';

/** That everything is to be erased, and that nothing was after all. */
const [ON, OFF] = ['on', 'off'];

/** What erases. */
export interface Eraser {
  /** Notes in the database that everything is to be erased. */
  readonly note: () => Promise<void>;
  readonly erase: () => Promise<void>;
}

/**
 * Erases everything. Every other tab lets go at once, and finishes it where this one is closed; where
 * no tab is left, the next start does. Where what erases can't be loaded nothing was erased, or noted
 * in the database.
 */
export function whileErasing(load: () => Promise<Eraser>): Promise<void> {
  const loading = load();
  // Before anybody is waited for: no kill takes that back.
  const noting = loading.then(({ note }) => note());
  const erasing = alone(ERASING, async () => {
    const { erase } = await loading.catch((error: unknown) => {
      writeLocal(MARK, OFF);
      throw error;
    });
    await noting;
    await erase();
  });
  // What fails is told by the other.
  noting.catch(() => undefined);
  // Now: whoever presses may close the tab at once.
  markErasing();
  return erasing;
}

/** Notes that everything is to be erased: whatever comes in between, the next start finishes it. */
export function markErasing(): void {
  writeLocal(MARK, ON);
}

/** Whether everything is to be erased, and isn't yet. */
export function isErasing(): boolean {
  return readLocal(MARK) === ON;
}

/** Calls back when another tab begins to erase everything, or couldn't. */
export function onErasing(began: () => void, failed: () => void): void {
  addEventListener('storage', (event) => {
    // The types of a service worker, which hears of none, don't know what it tells.
    const { key, newValue } = event as Event & Partial<Record<'key' | 'newValue', string | null>>;
    if (key !== MARK) return;
    if (newValue === ON) began();
    if (newValue === OFF) failed();
  });
}
