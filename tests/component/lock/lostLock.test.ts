import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { record } from '#lib/account/store/ledger.ts';
import { addUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { readCopy, writeCopy } from '#lib/backup/copy/copyFile.ts';
import { copyHead, makeCopy } from '#lib/backup/copy/keepCopy.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import LockScreen from '#lib/lock/screen/LockScreen.svelte';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { dropKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { currentRules, setRules } from '#lib/reminders/store/reminders.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { unlock } from '#lib/lock/store/unlock.ts';
import { db } from '../database.ts';
import { redoWrites } from '#lib/shell/redoWrites.ts';
import { entry, startAnew, tapOf } from '../ground.ts';
import { rawClear, rawDelete, rawPut, rawRows, rawText } from './raw.ts';

const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
const RULES = { idleMinutes: null, onHide: false };
const NOW = Date.UTC(2026, 2, 1);
const copyNow = () => makeCopy(() => Promise.resolve());

beforeEach(startAnew);

async function turnOn(passphrase: string): Promise<void> {
  const { row, dataKey } = await newLock({ passphrase, code: newRecoveryCode() }, RULES, WEAK);
  await sealDatabase(row, dataKey, () => undefined);
}

/** As after a start: the database is opened anew, and this tab has no key. */
async function reopen(): Promise<void> {
  dropKey();
  db.close({ disableAutoOpen: false });
  await db.open();
}

/** What a worker makes of the lock as it lies there. */
async function inWorker(): Promise<unknown> {
  dropKey();
  db.close({ disableAutoOpen: false });
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { data } = await new Promise<MessageEvent>((resolve) => (worker.onmessage = resolve));
  worker.terminate();
  return data;
}

const open = (text: string) => unlock({ by: 'passphrase', text }, NOW);

test('without its row the lock is damaged, and nothing is written in the open', async () => {
  await record(entry(1));
  await turnOn('paper boat window');
  await rawDelete('device', 'lock');
  await reopen();
  expect(lock.current).toBe('damaged');
  const before = await rawText();
  await expect(record(entry(2))).rejects.toMatchObject({ fault: 'locked' });
  addUnsaved([tapOf(entry(2))]);
  expect(await rawText()).toBe(before);
  expect(Object.values(localStorage).join()).not.toContain(entry(2).id);
  await render(LockScreen);
  await expect.element(page.getByRole('heading')).toHaveTextContent('The lock is damaged');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('Start over');
});

test('with a copy that has no key either, taps that wait are kept, and saved once the lock is back', async () => {
  await record(entry(1));
  await copyNow();
  const plain = await (await readCopy())?.arrayBuffer();
  await turnOn('paper boat window');
  const row = await readLockRow();
  addUnsaved([tapOf(entry(2))]);
  const waiting = localStorage.getItem('toward.unsaved');
  await writeCopy(new Blob([plain ?? '']));
  await rawDelete('device', 'lock');
  await reopen();
  expect(lock.current).toBe('damaged');
  await expect(record(entry(3))).rejects.toMatchObject({ fault: 'locked' });
  addUnsaved([tapOf(entry(3))]);
  expect(localStorage.getItem('toward.unsaved')).toBe(waiting);
  expect(readUnsaved().map(({ id }) => id)).toEqual([entry(3).id]);
  expect(await (await readCopy())?.arrayBuffer()).toEqual(plain);

  await rawPut('device', row);
  await reopen();
  expect(await open('paper boat window')).toBeUndefined();
  await redoWrites();
  expect((await readAccount()).entries).toEqual([entry(1), entry(2), entry(3)]);
  expect(readUnsaved()).toEqual([]);
});

test('a row that is lost while the app is open lets nothing more be written', async () => {
  await turnOn('paper boat window');
  await record(entry(1));
  await rawDelete('device', 'lock');
  await expect(record(entry(2))).rejects.toMatchObject({ fault: 'locked' });
  expect(lock.current).toBe('damaged');
  expect((await rawRows()).entries).toHaveLength(1);
});

test('the row comes back from the second copy, says so, and opens all that was sealed', async () => {
  await record(entry(1));
  await turnOn('paper boat window');
  await copyNow();
  const row = await readLockRow();
  await rawDelete('device', 'lock');
  await reopen();
  expect(lock.current).toBe('locked');
  expect(await readLockRow()).toEqual({ ...row, fromCopyOf: (await copyHead())?.at });
  await render(LockScreen);
  await expect.element(page.getByText('Part of your lock was missing')).toBeVisible();
  expect(await open('paper boat window')).toBeUndefined();
  expect((await readAccount()).entries).toEqual([entry(1)]);
  expect(await readLockRow()).not.toHaveProperty('fromCopyOf');
});

test('a row from the copy that opens none of the rows lets nobody in', async () => {
  await record(entry(1));
  await turnOn('paper boat window');
  await copyNow();
  await unsealDatabase(() => undefined);
  await turnOn('river under stone');
  await rawDelete('device', 'lock');
  await reopen();
  await expect(open('paper boat window')).rejects.toMatchObject({ fault: 'damaged' });
  expect(lock.current).toBe('locked');
});

test('a database that came back empty though the lock was on takes nothing in the open, until that is wanted', async () => {
  await turnOn('paper boat window');
  for (const { key } of (await rawRows()).device ?? []) await rawDelete('device', key as string);
  await reopen();
  expect(lock.current).toBe('damaged');
  await render(LockScreen);
  await page.getByRole('button', { name: 'Continue without a lock' }).click();
  await expect.poll(() => lock.current).toBe('off');
  await reopen();
  expect(lock.current).toBe('off');
});

test('a worker writes nothing in an empty database where the copy beside it is sealed, nor brings the lock back', async () => {
  expect(await inWorker()).toBe('off');
  await record(entry(1));
  await turnOn('paper boat window');
  await copyNow();
  await rawClear();
  expect(await inWorker()).toBe('damaged');
  localStorage.clear();
  expect(await readLockRow()).toBeUndefined();
  await setRules(await currentRules(), { mostADay: 1, pausedUntil: null });
  expect(await inWorker()).toBe('off');
});

test('a lock that was turned off is no lost one, though the browser forgot to note it', async () => {
  await turnOn('paper boat window');
  await unsealDatabase(() => undefined);
  localStorage.setItem('toward.locked', 'on');
  await reopen();
  expect(lock.current).toBe('off');
});
