import { expect, test } from 'vitest';
import { record, retract } from '#lib/db/ledger.ts';
import { allTallies } from '#lib/db/questions.ts';
import { newEntry } from '#lib/domain/entry.ts';

test('an entry recorded and retracted leaves no tally behind', async () => {
  const stamp = { id: '01900000-0000-7000-8000-000000000001', now: 1_700_000_000_000, zone: 'UTC' };
  const entry = newEntry({ kind: 'bid', by: 'partner', response: 'toward' }, stamp);
  await record(entry);
  expect(await allTallies()).toEqual([{ day: '2023-11-14', counts: { 'bid:partner:toward': 1 } }]);
  await retract(entry.id);
  expect(await allTallies()).toEqual([]);
});
