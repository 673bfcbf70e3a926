import { afterEach, expect, test } from 'vitest';
import { connection } from '#lib/store/connectionState.ts';
import { record } from '#lib/account/store/ledger.ts';
import { readLocal, writeLocal } from '#lib/store/local.ts';
import { Live } from '#lib/store/live.ts';
import { prefer } from '#lib/store/preferences.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { entry, startAnew } from '../ground.ts';
import { watch } from '../watch.svelte.ts';

let stop = () => {};
afterEach(() => stop());

test('a database that is deleted under the page is let go of, and nothing brings it back', async () => {
  await startAnew();
  await record(entry(1));
  const live = new Live(async () => allTallies);
  ({ stop } = watch(() => live.current));
  const deletion = indexedDB.deleteDatabase('toward');
  await expect.poll(() => deletion.readyState).toBe('done');
  expect(connection.current).toBe('erased');

  localStorage.clear();
  await expect(record(entry(2))).rejects.toMatchObject({ fault: 'erased' });
  await expect(allTallies()).rejects.toMatchObject({ fault: 'erased' });
  prefer({ theme: 'dark' });
  writeLocal('toward.witness', '1 0 ');
  expect(readLocal('toward.preferences')).toBeNull();
  expect(Object.keys(localStorage)).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('toward');
});
