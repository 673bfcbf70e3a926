import { afterAll, expect, test } from 'vitest';
import { connection } from '#lib/store/connectionState.ts';
import { record } from '#lib/account/store/ledger.ts';
import { entry } from '../ground.ts';

/** A connection as code that is newer than ours would open it. */
function openLater(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward', 1000);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) opening.result.createObjectStore('entries', { keyPath: 'id' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

afterAll(() => void indexedDB.deleteDatabase('toward'));

test('a database that is newer than the code is left as it is', async () => {
  indexedDB.deleteDatabase('toward');
  (await openLater()).close();
  await expect(record(entry(1))).rejects.toMatchObject({ fault: 'outdated' });
  await expect(record(entry(1))).rejects.toMatchObject({ fault: 'outdated' });
  expect(connection.current).toBe('outdated');
  const later = await openLater();
  expect([later.version, ...later.objectStoreNames]).toEqual([1000, 'entries']);
  later.close();
});
