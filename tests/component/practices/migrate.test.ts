import { beforeEach, expect, test } from 'vitest';
import { findMissing, mendTallies } from '#lib/account/store/tallyCheck.ts';
import { record } from '#lib/account/store/ledger.ts';
import { currentTerms } from '#lib/account/store/queries.ts';
import { DEFAULT_TERMS, EARLIER_TERMS } from '#lib/account/model/terms.ts';
import { migrate } from '#lib/practices/store/migrate.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { db } from '../database.ts';
import { entryDraftKey } from '#lib/store/draftKey.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { entry, failWrites, startAnew, stored } from '../ground.ts';

/*
 * Rows as they were until database version 4: a record named its entry, which had an id of its own.
 */

const OWN = '01900000-0000-7000-8000-0000000000aa';
const { at, day, zone, updatedAt } = entry(1);
const written = { id: OWN, at, day, zone, updatedAt };
const told = { ...written, text: 'tea', by: 'me', due: day, outcome: 'kept' };
const KEPT = { kind: 'promise', by: 'me', outcome: 'kept' } as const;

beforeEach(async () => {
  await startAnew();
  await db.transaction('rw', db.device, () => db.device.delete('migrated'));
  await record(entry(1, KEPT));
  await record(entry(2));
  await db.transaction('rw', 'promises', () =>
    db.table('promises').put({ ...told, entryId: entry(1).id, mood: 'glad' })
  );
});

test('an entry takes the id of the record that named it; all else stays, once and twice', async () => {
  await keepDraft(entryDraftKey(entry(1).id), { note: 'half' });
  const { tallies } = await stored();
  for (const time of [1, 2]) {
    await migrate();
    expect((await db.device.get('migrated'))?.steps, `time ${time}`).toBe(4);
    expect((await stored()).entries).toEqual([entry(2), { ...entry(1, KEPT), id: OWN }]);
    expect((await stored()).tallies).toEqual(tallies);
    expect(await db.table('promises').toArray()).toEqual([{ ...told, mood: 'glad' }]);
    expect(await allOf('promises')).toEqual([{ ...told, isOnLog: true }]);
  }
  expect(await readDraft(entryDraftKey(OWN))).toEqual({ note: 'half' });
  expect((await mendTallies(() => Promise.resolve())).mended).toBe(0);
  expect((await findMissing()).missing).toBe(0);
});

test('an entry that was taken off the log stays off', async () => {
  await db.transaction('rw', db.entries, () => db.entries.delete(entry(1).id));
  await migrate();
  expect((await stored()).entries).toEqual([entry(2)]);
  expect(await allOf('promises')).toEqual([told]);
});

test('an account that has entries and no terms of its own keeps those of its time', async () => {
  await migrate();
  expect(await currentTerms()).toEqual(EARLIER_TERMS);
  const own = { ...DEFAULT_TERMS, halfLife: 90 };
  await db.transaction('rw', db.settings, () => db.settings.put({ key: 'terms', value: own }));
  await db.transaction('rw', db.device, () => db.device.delete('migrated'));
  await migrate();
  expect(await currentTerms()).toEqual(own);
});

test('an account that is new or empty begins with the terms of today', async () => {
  await db.transaction('rw', db.entries, () => db.entries.clear());
  await migrate();
  await record(entry(1));
  await migrate();
  expect(await currentTerms()).toEqual(DEFAULT_TERMS);
  // A tap may come before the first start is through.
  await startAnew();
  await record(entry(1));
  await migrate();
  expect(await currentTerms()).toEqual(DEFAULT_TERMS);
});

test('where it fails amid all is as before, and it begins again', async () => {
  const before = await stored();
  const letGo = failWrites('promises', new DOMException('full', 'QuotaExceededError'));
  await expect(migrate()).rejects.toMatchObject({ fault: 'full' });
  letGo();
  expect(await stored()).toEqual(before);
  await migrate();
  expect(await allOf('promises')).toMatchObject([{ isOnLog: true }]);
});

test('what was half changed in a record stands under the record’s id, and a new one as before', async () => {
  const half = { id: OWN, since: 1, text: 'ironed two' };
  await keepDraft('wins/changed', half);
  await keepDraft('wins', { ...half, id: '' });
  await migrate();
  expect(await db.drafts.toArray()).toMatchObject([
    { key: 'wins', value: { ...half, id: '' } },
    { key: `wins/changed/${OWN}`, value: half }
  ]);
});
