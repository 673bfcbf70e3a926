import { beforeEach, expect, test } from 'vitest';
import { unpackCopy } from '#lib/backup/copy.ts';
import { parseBackup } from '#lib/backup/parse.ts';
import { isStale, readCopy } from '#lib/db/copyFile.ts';
import { db } from '#lib/db/database.ts';
import { record, retract } from '#lib/db/ledger.ts';
import { sealDatabase } from '#lib/db/lock/sealing.ts';
import { dropKey, forgetLock, lock } from '#lib/db/lock/state.ts';
import { newDataKey, wrapByPassphrase } from '#lib/db/lock/wraps.ts';
import { allTallies } from '#lib/db/questions.ts';
import { emptyAccount, readAccount } from '#lib/db/transfer.ts';
import { countEntries } from '#lib/domain/tally.ts';
import { bringBack } from '../../../src/routes/bringingBack.ts';
import { copyHead, keepCopying, missingOf } from '../../../src/routes/copying.ts';
import { entry } from '../db/ground.ts';

const NOTED = { kind: 'act', by: 'me', act: 'soup', note: 'a word of mine' } as const;
const QUICK = { memoryKiB: 64, passes: 1, lanes: 1 };
const copyNow = () => keepCopying(async () => undefined);
const textOfCopy = async () => (await readCopy())?.text();

/** As a damaged database comes back: empty, and without a lock. */
async function lose(): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((one) => one.clear())));
  forgetLock();
}

beforeEach(emptyAccount);

test('a removed entry leaves the copy with the next one, and the copy goes with all else', async () => {
  await record(entry(1));
  await record(entry(2, NOTED));
  await copyNow();
  expect(await copyHead()).toMatchObject({ count: 2 });
  expect(await textOfCopy()).toContain(NOTED.note);
  expect(isStale()).toBe(false);
  await retract(entry(2).id);
  await expect.poll(isStale).toBe(true);
  await copyNow();
  expect(await copyHead()).toMatchObject({ count: 1, retracted: 1 });
  expect(await textOfCopy()).not.toContain(NOTED.note);
  await emptyAccount();
  expect(await copyHead()).toBeUndefined();
});

test('a log that lost entries never takes the place of a copy that has them', async () => {
  for (const number of [1, 2, 3]) await record(entry(number));
  await copyNow();
  const before = await textOfCopy();
  await lose();
  // Even where the other witness has gone as well, and something was logged since.
  localStorage.clear();
  localStorage.setItem('toward.copyStale', '1');
  await record(entry(9));
  await copyNow();
  expect(await textOfCopy()).toBe(before);
  const head = await copyHead();
  expect(head && (await missingOf(head))).toBe(2);
  expect(await bringBack(undefined, () => undefined)).toBe(3);
  const { entries } = await readAccount();
  expect(entries).toEqual([entry(1), entry(2), entry(3), entry(9)]);
  expect(countEntries(await allTallies())).toBe(4);
});

test('a log of which less can be read than before never takes the place of the copy', async () => {
  for (const number of [1, 2, 3]) await record(entry(number));
  await copyNow();
  const before = await textOfCopy();
  await db.table('entries').update(entry(2).id, { kind: 'kiss' });
  localStorage.setItem('toward.copyStale', '1');
  await copyNow();
  expect(await textOfCopy()).toBe(before);
  await record(entry(4));
  localStorage.setItem('toward.copyStale', '1');
  await copyNow();
  expect(await copyHead()).toMatchObject({ count: 3 });
  expect(parseBackup((await textOfCopy())?.split('\n')[1] ?? '')).toMatchObject({
    account: { entries: [entry(1), entry(3), entry(4)] }
  });
});

test('under a lock the copy is sealed, and brings the lock back with it', async () => {
  await record(entry(1, NOTED));
  await record(entry(2));
  await copyNow();
  const dataKey = newDataKey();
  const wraps = [await wrapByPassphrase(dataKey, 'paper boat window', QUICK)];
  const rules = { idleMinutes: null, onHide: false };
  const draft = { key: 'lock', wraps, rules, tries: { count: 0, at: 0 } } as const;
  await sealDatabase(draft, dataKey, () => undefined);
  // The open copy of before is due at once.
  await copyNow();
  expect((await copyHead())?.lock).toMatchObject({ key: 'lock' });
  expect(await textOfCopy()).not.toContain(NOTED.note);
  const file = await readCopy();
  expect(file && (await unpackCopy(file))).toBeDefined();

  dropKey();
  await lose();
  expect(await bringBack(undefined, () => undefined)).toBe('sealed');
  expect(await bringBack('paper boat', () => undefined)).toBe('wrong');
  expect(await bringBack('paper boat window', () => undefined)).toBe(2);
  expect(lock.current).toBe('open');
  expect((await readAccount()).entries).toEqual([entry(1, NOTED), entry(2)]);
  dropKey();
  await expect(readAccount()).rejects.toThrow('storage: locked');
});
