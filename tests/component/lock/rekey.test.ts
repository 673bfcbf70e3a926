import { beforeEach, expect, test } from 'vitest';
import { record } from '#lib/account/store/ledger.ts';
import { addUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import {
  readCopy,
  readNext,
  removeCopies,
  writeCopy,
  writeNext
} from '#lib/backup/copy/copyFile.ts';
import { makeCopy } from '#lib/backup/copy/keepCopy.ts';
import { bringBack } from '#lib/backup/copy/restoreCopy.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { readLockRow, readTurning } from '#lib/lock/store/lockRow.ts';
import { lock } from '#lib/lock/store/session.ts';
import { rekeyDatabase, sealDatabase } from '#lib/lock/store/turnLock.ts';
import { prove } from '#lib/lock/store/unlock.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import type { Progress } from '#lib/store/progress.ts';
import { db } from '../database.ts';
import { entry, rebuild, startAnew, tapOf } from '../ground.ts';
import { rawPut, rawRows, rawText } from './raw.ts';

/*
 * Another passphrase or code comes with another key: what opened the lock before opens nothing, and
 * nothing that was there is lost.
 */

const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
const RULES = { idleMinutes: 7, onHide: true };
const NOW = Date.UTC(2026, 2, 1);
const log = Array.from({ length: 1300 }, (_, at) => entry(at + 1, undefined, at % 40));
const atOnce = () => Promise.resolve();

const waysOf = (passphrase: string) => ({ passphrase, code: newRecoveryCode() });
const proved = (text: string) => prove({ by: 'passphrase', text }, NOW);
const checkNow = async () => ((await readLockRow()) as LockRow).check;

async function renew(passphrase: string, progress: Progress = () => undefined) {
  const { row, dataKey } = await newLock(waysOf(passphrase), RULES, WEAK);
  await rekeyDatabase(row, dataKey, await checkNow(), progress);
}

async function turnOn(): Promise<Uint8Array> {
  const { row, dataKey } = await newLock(waysOf('five green bottles'), RULES, WEAK);
  await sealDatabase(row, dataKey, () => undefined);
  return dataKey;
}

beforeEach(async () => {
  await removeCopies();
  await startAnew();
  await db.transaction('rw', db.entries, () => db.entries.bulkAdd(log));
  await rebuild();
});

test('all is sealed anew, the old passphrase and the old key open nothing', async () => {
  const old = await turnOn();
  await record(entry(2000));
  addUnsaved([tapOf(entry(2001))]);
  const before = { account: await readAccount(), rows: await rawRows(), text: await rawText() };
  const { wraps } = (await readLockRow()) as LockRow;
  const told: number[] = [];
  await renew('seven red buses', (done, total) => told.push(done / total));
  expect(told.at(-1)).toBe(1);
  expect(told.length).toBeGreaterThan(5);
  expect(await readAccount()).toEqual(before.account);
  const names = new Set((before.rows.entries ?? []).map(({ id }) => String(id)));
  const rows = (await rawRows()).entries ?? [];
  expect(rows).toHaveLength(1301);
  expect(rows.filter(({ id }) => names.has(String(id)))).toEqual([]);
  const now = await rawText();
  for (const { sealed } of wraps) {
    const text = JSON.stringify(new TextDecoder('latin1').decode(sealed)).slice(1, -1);
    expect([before.text.includes(text), now.includes(text)]).toEqual([true, false]);
  }
  expect(await readLockRow()).toMatchObject({ rules: RULES });
  expect(readUnsaved()).toEqual([tapOf(entry(2001))]);
  dropKey();
  expect(await proved('five green bottles')).toBe('wrong');
  await expect(takeKey(old)).rejects.toMatchObject({ fault: 'locked' });
  await takeKey((await proved('seven red buses')) as Uint8Array);
  expect(await readAccount()).toEqual(before.account);
});

test('whoever has the files of before opens those with the passphrase of before', async () => {
  await turnOn();
  const before = await readAccount();
  const files = await rawRows();
  await renew('seven red buses');
  dropKey();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((one) => one.clear())));
  for (const [table, rows] of Object.entries(files)) {
    for (const row of rows) await rawPut(table, row);
  }
  expect(await proved('seven red buses')).toBe('wrong');
  await takeKey((await proved('five green bottles')) as Uint8Array);
  expect(await readAccount()).toEqual(before);
});

test('a row that cannot be opened stays as it is: the copy may heal it', async () => {
  await turnOn();
  const [row] = (await rawRows()).entries ?? [];
  const damaged = { ...row, sealed: new Uint8Array(296) };
  await rawPut('entries', damaged);
  await renew('seven red buses');
  expect((await readAccount()).entries).toHaveLength(1299);
  expect((await rawRows()).entries).toContainEqual(damaged);
});

test('stopped amid it, nothing was changed, and nothing that was made ready is left', async () => {
  await turnOn();
  await makeCopy(atOnce);
  const [before, copy] = [await rawText(), await (await readCopy())?.text()];
  const stop = (done: number) => {
    if (done > 600) throw new Error('stopped');
  };
  await expect(renew('seven red buses', stop)).rejects.toMatchObject({ fault: 'failed' });
  expect([(await rawText()) === before, await readTurning(), lock.current]).toEqual([
    true,
    undefined,
    'open'
  ]);
  expect(await (await readCopy())?.text()).toBe(copy);
  expect(await readNext()).toBeUndefined();
});

test('the copy is ready before the commit, and takes its place after it', async () => {
  await makeCopy(atOnce);
  const plain = (await readCopy()) as File;
  expect(await plain.text()).toContain(entry(1).id);
  let next: File | undefined;
  const { row, dataKey } = await newLock(waysOf('five green bottles'), RULES, WEAK);
  await sealDatabase(row, dataKey, () => void readNext().then((file) => (next = file)));
  expect(next).toBeDefined();
  expect(await (await readCopy())?.text()).not.toContain(entry(1).id);
  await renew('seven red buses');
  const { wraps } = (await readLockRow()) as LockRow;
  const copy = (await readCopy()) as File;
  const { lock: by } = JSON.parse((await copy.text()).split('\n')[0] ?? '').head;
  expect(by.wraps[0].sealed.bytes).toEqual([...(wraps[0]?.sealed ?? [])]);
  expect(await bringBack(undefined, () => undefined)).toMatchObject({ entries: 0 });
});

test.each([
  ['done: the copy is exchanged', true],
  ['cut off: what was made ready goes', false]
])('at the next start, before anything is opened, a turn is %s', async (_, isDone) => {
  await makeCopy(atOnce);
  const plain = (await readCopy()) as File;
  const before = new Blob([await plain.arrayBuffer()]);
  await turnOn();
  const sealed = new Blob([await ((await readCopy()) as File).arrayBuffer()]);
  // As the browser left it that was killed after the commit, or before it.
  await writeCopy(before);
  await writeNext(isDone ? sealed : before);
  await rawPut('device', { key: 'turning', to: 'key', ...(isDone && { isDone }) });
  dropKey();
  db.close({ disableAutoOpen: false });
  await db.open();
  expect(lock.current).toBe('locked');
  expect(await (await readCopy())?.text()).toBe(await (isDone ? sealed : before).text());
  expect(await readNext()).toBeUndefined();
  expect(await readTurning()).toBe(isDone ? undefined : 'key');
});
