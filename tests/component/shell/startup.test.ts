import { expect, test, vi } from 'vitest';
import Before from '../backup/before.ts?worker';

/** What was logged and sealed before this page is opened. */
async function visitBefore(): Promise<void> {
  const before = new Before();
  await new Promise((resolve) => (before.onmessage = resolve));
  before.terminate();
}

/** The app, as it is loaded by a page that knows nothing of what went on before. */
async function load() {
  const [{ startup }, check, copying, ledger, row, state, keys, transfer, ground, key] =
    await Promise.all([
      import('#lib/shell/startup.svelte.ts'),
      import('#lib/shell/startupCheck.ts'),
      import('#lib/backup/copy/keepCopy.ts'),
      import('#lib/account/store/ledger.ts'),
      import('#lib/lock/store/lockRow.ts'),
      import('#lib/lock/store/session.ts'),
      import('#lib/lock/store/keyExchange.ts'),
      import('#lib/backup/store/importAccount.ts'),
      import('../ground.ts'),
      import('../lock/key.ts')
    ]);
  const apart = { startup, ...check };
  return {
    ...apart,
    ...copying,
    ...ledger,
    ...row,
    ...state,
    ...keys,
    ...transfer,
    ...ground,
    ...key
  };
}

test('locked at first, the log is checked once it opens, and what is removed leaves the copy', async () => {
  await visitBefore();
  localStorage.setItem('toward.witness', '3 0 ');
  const { startup, copyHead, lock, ...app } = await load();
  vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });

  const checking = app.checkStart();
  await vi.waitUntil(() => lock.current === 'locked', { timeout: 20_000 });
  expect(startup.isChecked).toBe(false);
  await app.takeKey(app.DATA_KEY);
  await checking;
  expect(startup.shortage).toMatchObject({ found: 2, missing: 1 });
  expect(await copyHead()).toBeUndefined();

  await app.acceptAsIs();
  expect(await copyHead()).toMatchObject({ count: 2, lock: await app.readLockRow() });
  await app.record(app.entry(3));
  await app.retract(app.entry(1).id);
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(120_000);
    expect(await copyHead()).toMatchObject({ count: 2, retracted: 1 });
  });
  vi.useRealTimers();
  await app.emptyAccount();
});
