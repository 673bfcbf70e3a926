import { expect, test } from 'vitest';
import { connection } from '#lib/store/connectionState.ts';
import { record } from '#lib/account/store/ledger.ts';
import { entry, startAnew, stored } from '../ground.ts';

/** A tab of old code, which does not let go when a newer version asks. */
function openOld(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward', 1);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

test('an old tab that does not let go is told, and what waited for it is written', async () => {
  indexedDB.deleteDatabase('toward');
  const old = await openOld();
  const recorded = record(entry(1));
  await expect.poll(() => connection.current).toBe('blocked');
  old.close();
  await recorded;
  expect(connection.current).toBe('open');
  expect((await stored()).entries).toEqual([entry(1)]);
  await startAnew();
});
