import { beforeEach, expect, test } from 'vitest';
import {
  changePassphrase,
  changeRecoveryCode,
  newLock,
  newRecoveryCode
} from '#lib/lock/store/changeLock.ts';
import { prove, unlock, type Proof } from '#lib/lock/store/unlock.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { sealDatabase } from '#lib/lock/store/turnLock.ts';
import { dropKey, lock } from '#lib/lock/store/keyExchange.ts';
import { NO_TRIES } from '#lib/lock/model/passphrase.ts';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import { startAnew } from '../ground.ts';

/** Cheap, so that the test is quick. */
const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
const PASSPHRASE = 'five green bottles';
const NOW = Date.UTC(2026, 2, 1);
const IN_2100 = Date.UTC(2100, 0, 1);

const words = (text: string): Proof => ({ by: 'passphrase', text });
const code = newRecoveryCode();
const byCode: Proof = { by: 'recovery', key: readRecoveryCode(code) as Uint8Array<ArrayBuffer> };
const tries = async () => (await readLockRow())?.tries;

beforeEach(async () => {
  await startAnew();
  const rules = { idleMinutes: null, onHide: false };
  const { row, dataKey } = await newLock(PASSPHRASE, code, rules, WEAK);
  await sealDatabase(row, dataKey, () => undefined);
  dropKey();
});

async function failFour(now: number): Promise<void> {
  for (let turn = 1; turn <= 4; turn++) expect(await unlock(words('wrong'), now)).toBe('wrong');
}

test('wrong tries made with the clock ahead hold nobody up once it is right again', async () => {
  await failFour(IN_2100);
  expect(await unlock(words(PASSPHRASE), NOW)).toBe('wait');
  expect(await tries()).toEqual({ count: 4, at: NOW });
  expect(await unlock(words(PASSPHRASE), NOW + 999)).toBe('wait');
  expect(await unlock(words(PASSPHRASE), NOW + 1000)).toBeUndefined();
  expect(lock.current).toBe('open');
});

test('whoever has proved it waits no more, whatever they proved it by', async () => {
  await failFour(NOW);
  expect(await unlock(byCode, NOW)).toBeUndefined();
  expect(await tries()).toEqual(NO_TRIES);
  expect(await unlock(words(PASSPHRASE), NOW)).toBeUndefined();
});

test.each([
  ['a passphrase', (key: Uint8Array<ArrayBuffer>) => changePassphrase(key, 'seven red buses')],
  ['a code', (key: Uint8Array<ArrayBuffer>) => changeRecoveryCode(key, newRecoveryCode())]
])('with %s that is new nobody waits for what was tried before', async (_, change) => {
  const dataKey = await prove(byCode, NOW);
  await failFour(IN_2100);
  await change(dataKey as Uint8Array<ArrayBuffer>);
  expect(await tries()).toEqual(NO_TRIES);
});
