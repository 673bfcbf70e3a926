import { beforeEach, expect, test } from 'vitest';
import { db } from '#lib/store/database.ts';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { painted } from '#lib/shell/painted.ts';
import { LockWork } from '#lib/lock/settings/lock.svelte.ts';
import { startAnew } from '../ground.ts';

const PASSPHRASE = 'five green bottles';
const RULES = { idleMinutes: 5, onHide: false };

async function turnOn(): Promise<void> {
  const cost = { memoryKiB: 64, passes: 1, lanes: 1 };
  const { row, dataKey } = await newLock(PASSPHRASE, newRecoveryCode(), RULES, cost);
  await sealDatabase(row, dataKey, () => undefined);
}

/** Keeps everybody from the lock's row until the function resolved with is called. */
function holdRow(): Promise<() => void> {
  return new Promise((resolve) => {
    let isHeld = true;
    const device = db.backendDB().transaction('device', 'readwrite').objectStore('device');
    const hold = () => {
      resolve(() => (isHeld = false));
      if (isHeld) device.count().onsuccess = hold;
    };
    device.count().onsuccess = hold;
  });
}

beforeEach(async () => {
  await startAnew();
  await turnOn();
});

test.each(['passphrase', 'code', 'off'] as const)(
  'left while the proof is looked at, nothing comes of it: %s',
  async (task) => {
    const before = await readLockRow();
    const work = new LockWork();
    work.ask(task);
    const release = await holdRow();
    const proving = work.prove(PASSPHRASE);
    // By now it waits for the row.
    for (let turn = 0; turn < 3; turn++) await painted();
    work.leave();
    release();
    await proving;
    expect([work.stage.what, work.said]).toEqual(['rest', '']);
    expect(await readLockRow()).toEqual(before);
  }
);

test('left while a new lock is turned on, its passphrase is the one that was chosen', async () => {
  await unsealDatabase(() => undefined);
  const work = new LockWork();
  work.begin();
  await work.choose(PASSPHRASE);
  const turning = work.noted();
  while (work.stage.what !== 'turning') await new Promise((resolve) => setTimeout(resolve));
  work.leave();
  await turning;
  work.ask('passphrase');
  await work.prove(PASSPHRASE);
  expect(work.stage.what).toBe('choosing');
  await work.choose('seven red buses');
  expect(work.failure).toBeUndefined();
});

test('a proof of a lock that is gone changes nothing, and says so', async () => {
  const work = new LockWork();
  work.ask('passphrase');
  await work.prove(PASSPHRASE);
  await unsealDatabase(() => undefined);
  await turnOn();
  const before = await readLockRow();
  await work.choose('seven red buses');
  expect(work.failure).toEqual({ what: 'fault', fault: 'gone' });
  expect(await readLockRow()).toEqual(before);
});
