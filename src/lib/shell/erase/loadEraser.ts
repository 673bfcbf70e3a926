import type { Eraser } from './store/mark.ts';

/**
 * Loads what erases, and the screen that says so: afterwards there is nothing left to load it from.
 *
 * @param around what goes on around it
 */
export async function loadEraser(
  around: (erase: () => Promise<void>) => Promise<void> = (erase) => erase()
): Promise<Eraser> {
  const [{ erase, noteErasing }] = await Promise.all([
    import('./eraseAll.ts'),
    import('./Erased.svelte')
  ]);
  return { note: noteErasing, erase: () => around(erase) };
}
