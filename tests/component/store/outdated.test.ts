import { Dexie } from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { connection, onConnectionChange } from '#lib/store/connectionState.ts';
import { record, replace, retract } from '#lib/account/store/ledger.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';

/** The app as it will be one day. */
const later = new Dexie('toward');
later.version(7).stores({ entries: 'id, [day+at], kind', tallies: 'day', settings: 'key' });

afterAll(() => later.delete());

test('when a newer version opens the database this one lets go and never writes again', async () => {
  await startAnew();
  await record(entry(1));
  const states: string[] = [];
  onConnectionChange(() => states.push(connection.current));

  await later.open();
  expect(later.verno).toBe(7);
  await expect(record(entry(2))).rejects.toMatchObject({ fault: 'outdated' });
  await expect(replace({ before: entry(1), after: undefined })).rejects.toMatchObject({
    fault: 'outdated'
  });
  await expect(retract(entry(1).id)).rejects.toMatchObject({ fault: 'outdated' });
  await expect(allTallies()).rejects.toMatchObject({ fault: 'outdated' });
  expect(states).toEqual(['outdated']);
  expect(db.isOpen()).toBe(false);
  expect(await later.table('entries').toArray()).toEqual([entry(1)]);
});
