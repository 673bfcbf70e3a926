import type { Entry } from '#lib/account/model/entry.ts';
import type { Tally } from '#lib/account/model/tally.ts';
import { entriesBetween, entriesOn } from '#lib/account/store/index.ts';
import { around, drawDay, drawOne, mayComeBack, REACHES } from './model/draw.ts';

/**
 * Draws a good moment: one with words where there is one around the day that is drawn. Resolves with
 * undefined where nothing may come back.
 *
 * @param last the id of the one drawn before
 * @param isForTwo the other one looks on
 * @throws StorageError
 */
export async function draw(
  tallies: readonly Tally[],
  last?: string,
  isForTwo = false
): Promise<Entry | undefined> {
  const day = drawDay(tallies, Math.random());
  if (!day) return undefined;
  let found: Entry[] = [];
  for (const reach of REACHES) {
    const { from, to } = around(day, reach);
    found = mayComeBack(await entriesBetween(from, to), isForTwo);
    const told = found.filter(({ note }) => note);
    if (told.length > 1) return drawOne(told, Math.random(), last);
    const isNew = told[0] && told[0].id !== last;
    if (isNew && reach === REACHES.at(-1)) return told[0];
  }
  // All around it may be hidden.
  if (found.length === 0) {
    found = mayComeBack(await entriesOn(tallies.map(({ day }) => day)), isForTwo);
  }
  return drawOne(found, Math.random(), last);
}
