import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { COST } from '#lib/lock/crypto/keyring.ts';
import { wrapOf } from '#lib/lock/crypto/wrap.ts';
import { NO_TRIES } from '#lib/lock/model/passphrase.ts';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import LockScreen from '#lib/lock/screen/LockScreen.svelte';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { dropKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import { rekeyDatabase, sealDatabase } from '#lib/lock/store/turnLock.ts';
import { type Proof, unlock } from '#lib/lock/store/unlock.ts';
import { startAnew } from '../ground.ts';
import { keepRow, seal } from './key.ts';

describe('unlocking', () => {
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
    const { row, dataKey } = await newLock({ passphrase: PASSPHRASE, code }, rules, WEAK);
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

  test('a way from an earlier version opens, and costs what a new one does from then on', async () => {
    const costNow = async () => wrapOf((await readLockRow()) as LockRow, 'passphrase')?.cost;
    expect(await costNow()).toEqual(WEAK);
    expect(await unlock(byCode, NOW)).toBeUndefined();
    expect(await costNow()).toEqual(WEAK);
    expect(await unlock(words(`${PASSPHRASE} `), NOW)).toBeUndefined();
    expect(await costNow()).toEqual(COST);
    dropKey();
    expect(await unlock(words(PASSPHRASE), NOW)).toBeUndefined();
    expect(lock.current).toBe('open');
  });

  test('whoever has proved it waits no more, whatever they proved it by', async () => {
    await failFour(NOW);
    expect(await unlock(byCode, NOW)).toBeUndefined();
    expect(await tries()).toEqual(NO_TRIES);
    expect(await unlock(words(PASSPHRASE), NOW)).toBeUndefined();
  });

  test('with a new passphrase nobody waits for what was tried before', async () => {
    await unlock(byCode, NOW);
    await failFour(IN_2100);
    const ways = { passphrase: 'seven red buses', code: newRecoveryCode() };
    const { row, dataKey } = await newLock(ways, { idleMinutes: null, onHide: false }, WEAK);
    await rekeyDatabase(row, dataKey, (await readLockRow())?.check as Uint8Array, () => undefined);
    expect(await tries()).toEqual(NO_TRIES);
  });
});

describe('the lock screen', () => {
  beforeEach(startAnew);

  test('a wait from when the clock was ahead begins anew, and is seen to end', async () => {
    await seal();
    await keepRow({ tries: { count: 4, at: Date.UTC(2100, 0, 1) } });
    dropKey();
    await render(LockScreen);
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('Wait 1 second, then try again.');
    await expect.element(alert).toHaveTextContent(/^$/);
  });
});
