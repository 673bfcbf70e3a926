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

/**
 * Does what erases everything. Every other tab lets go at once, and finishes it where this one is
 * closed; where no tab is left, the next start does. Where it fails nothing was erased.
 */
export function whileErasing(erase: () => Promise<void>): Promise<void> {
  const erasing = alone(ERASING, async () => {
    try {
      await erase();
    } catch (error) {
      writeLocal(MARK, OFF);
      throw error;
    }
  });
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
