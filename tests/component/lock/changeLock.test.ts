import { beforeEach, expect, test } from 'vitest';
import {
  changePassphrase,
  changeRecoveryCode,
  keepRules,
  newLock,
  newRecoveryCode
} from '#lib/lock/store/changeLock.ts';
import { prove } from '#lib/lock/store/unlock.ts';
import { readLockRow, type LockRow } from '#lib/lock/store/lockRow.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import { startAnew } from '../ground.ts';

/** Cheap, so that the test is quick. */
const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
const NOW = Date.UTC(2026, 2, 1);
const RULES = { idleMinutes: 5, onHide: false };

const provedBy = (code: string) => {
  const key = readRecoveryCode(code) as Uint8Array<ArrayBuffer>;
  return prove({ by: 'recovery', key }, NOW);
};

/** Turns a lock on; resolves with its data key, as a proof gives it, and its row. */
async function turnOn(passphrase: string) {
  const { row, dataKey } = await newLock(passphrase, newRecoveryCode(), RULES, WEAK);
  await sealDatabase(row, dataKey, () => undefined);
  return { dataKey, row: (await readLockRow()) as LockRow };
}

beforeEach(startAnew);

test('a new code and another rule at once: neither is lost', async () => {
  const { dataKey, row } = await turnOn('five green bottles');
  for (let idleMinutes = 10; idleMinutes < 20; idleMinutes++) {
    const code = newRecoveryCode();
    const isOdd = idleMinutes % 2 === 1;
    const rule = () => keepRules(row.check, { idleMinutes });
    await Promise.all([isOdd && rule(), changeRecoveryCode(dataKey, code), !isOdd && rule()]);
    expect((await readLockRow())?.rules).toEqual({ ...RULES, idleMinutes });
    expect(await provedBy(code)).toEqual(dataKey);
  }
});

test('what was proved of one lock changes nothing of the next one', async () => {
  const { dataKey, row } = await turnOn('five green bottles');
  await unsealDatabase(() => undefined);
  const next = await turnOn('seven red buses');
  const gone = { name: 'StorageError', fault: 'gone' };
  await expect(changePassphrase(dataKey, 'nine grey geese')).rejects.toMatchObject(gone);
  await expect(changeRecoveryCode(dataKey, newRecoveryCode())).rejects.toMatchObject(gone);
  await expect(keepRules(row.check, { onHide: true })).rejects.toMatchObject(gone);
  expect(await readLockRow()).toEqual(next.row);
  const proof = { by: 'passphrase', text: 'seven red buses' } as const;
  expect(await prove(proof, NOW)).toEqual(next.dataKey);
});

test('a data key that is overwritten meanwhile is wrapped as it was', async () => {
  const { dataKey } = await turnOn('five green bottles');
  const key = dataKey.slice();
  const code = newRecoveryCode();
  const changing = changeRecoveryCode(key, code);
  key.fill(0);
  await changing;
  expect(await provedBy(code)).toEqual(dataKey);
  await expect(changeRecoveryCode(key, newRecoveryCode())).rejects.toThrow('gone');
});
