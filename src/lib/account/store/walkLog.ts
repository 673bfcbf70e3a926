import type { Entry } from '../model/entry.ts';
import { db } from './tables.ts';

/**
 * Reads the whole log a step at a time, each entry once: by their ids, or, under the lock, in an
 * order that tells nothing. A key range at a time is far faster than a cursor.
 *
 * @param size how many entries make a step
 * @param take is waited for between steps; inside a transaction it must wait for nothing else
 */
export async function walkLog(
  size: number,
  take: (step: readonly Entry[]) => void | Promise<void>
): Promise<void> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const step = await readAfter(last, size);
    if (step.length > 0) await take(step);
    last = step.length === size ? step.at(-1)?.id : undefined;
  }
}

function readAfter(id: string, size: number): PromiseLike<Entry[]> {
  return db.entries.where('id').above(id).limit(size).toArray();
}
