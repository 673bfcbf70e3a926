import { afterAll, expect, test } from 'vitest';
import { practice } from '#lib/practices/record.ts';
import {
  eachPractice,
  PRACTICES,
  practiceOf,
  type PracticeTable
} from '#lib/practices/registry.ts';
import { allOf, keepRecords, removeRecord } from '#lib/practices/store/records.ts';
import { line, required, text } from '#lib/record/field.ts';
import { entry } from '../ground.ts';
import { db } from '../database.ts';

/* The registry with one practice more, and the version after this one: two lines. */

const letters = practice('letters', { to: required(line()), body: text() });
const table = 'letters' as PracticeTable;

afterAll(() => db.delete({ disableAutoOpen: false }));

test('a database of now opens with a table that was added, and keeps and finds its records', async () => {
  await db.transaction('rw', db.entries, () => db.entries.put(entry(1)));
  db.close({ disableAutoOpen: false });
  (PRACTICES as readonly object[] as object[]).push(letters);
  db.version(db.verno + 1).stores(eachPractice(() => 'id'));

  const stamp = { id: entry(2).id, now: entry(2).at, zone: 'UTC' };
  const row = letters.create({ to: 'Grandma', body: 'The geese are back.' }, stamp);
  await keepRecords([{ table, row: row as never }]);
  const [kept, ...others] = await allOf(table);
  expect([kept, others]).toEqual([row, []]);
  expect(practiceOf(table).words(row)).toEqual(['Grandma', 'The geese are back.']);
  expect(await db.entries.get(entry(1).id)).toEqual(entry(1));

  await removeRecord(table, row.id);
  expect(await allOf(table)).toEqual([]);
  expect(await db.deletions.get([table, row.id])).toBeDefined();
});
