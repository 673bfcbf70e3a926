import { beforeEach, expect, test, vi } from 'vitest';
import { record } from '#lib/account/store/ledger.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { dropKey, lock, takeKey } from '#lib/lock/store/keyExchange.ts';
import { newDataKey } from '#lib/lock/crypto/keyring.ts';
import { importAccount, readAccount } from '#lib/backup/store/importAccount.ts';
import { takenIn } from '#lib/backup/ui/lastImport.svelte.ts';
import { Taking } from '#lib/backup/ui/importFile.svelte.ts';
import { entry, startAnew } from '../ground.ts';
import { DATA_KEY, DRAFT, seal } from '../lock/key.ts';

const HERE = [entry(1), entry(2)];
const off = () => unsealDatabase(() => undefined);

beforeEach(async () => {
  if (lock.current === 'open') await off();
  await startAnew();
  takenIn.forget();
  for (const one of HERE) await record(one);
});

/** Puts another log in the place of what is here. */
async function replace(): Promise<void> {
  const account = { ...(await readAccount()), entries: [entry(3, undefined, 4)] };
  takenIn.add(await importAccount(account, { way: 'replace', arrangements: 'taken' }));
}

test.each([
  ['under the lock', async () => (await seal(), await replace())],
  ['before the lock was turned on', async () => (await replace(), await seal())]
])(
  'what was taken in %s can be undone after it locked, and not be read meanwhile',
  async (_, take) => {
    await take();
    dropKey();
    expect(() => takenIn.last?.read()).toThrow('storage: locked');
    await takeKey(DATA_KEY);
    await record(entry(4));
    const taking = new Taking();
    await taking.undo();
    expect(taking.stage).toEqual({ what: 'undone' });
    expect(takenIn.last).toBeUndefined();
    expect((await readAccount()).entries).toEqual([...HERE, entry(4)]);
  }
);

test('another tab that locks leaves it as sealed as this one does', async () => {
  await seal();
  await replace();
  const other = new BroadcastChannel('toward.lock');
  other.postMessage({ what: 'lock' });
  await vi.waitFor(() => expect(lock.current).toBe('locked'));
  expect(() => takenIn.last?.read()).toThrow('storage: locked');
  await takeKey(DATA_KEY);
  expect(takenIn.last?.read().entries.gone).toHaveLength(HERE.length);
  other.close();
});

test('it goes with the lock that has sealed it', async () => {
  await seal();
  await replace();
  await off();
  expect([await readLockRow(), takenIn.last]).toEqual([undefined, undefined]);
  await replace();
  await sealDatabase(DRAFT, newDataKey(), () => undefined);
  expect(takenIn.last?.read().entries.skipped).toBe(1);
});
