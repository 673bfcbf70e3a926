import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { readRecoveryCode } from '#lib/lock/model/recoveryCode.ts';
import Rules from '#lib/lock/settings/Rules.svelte';
import { LockWork } from '#lib/lock/settings/lock.svelte.ts';
import { newLock, newRecoveryCode, saveRules } from '#lib/lock/store/changeLock.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import type { LockRow } from '#lib/lock/store/tables.ts';
import { rekeyDatabase, sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { prove } from '#lib/lock/store/unlock.ts';
import { painted } from '#lib/ui/painted.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';

describe('the settings of the lock', () => {
  const PASSPHRASE = 'five green bottles';
  const RULES = { idleMinutes: 5, onHide: false };

  async function turnOn(): Promise<void> {
    const cost = { memoryKiB: 64, passes: 1, lanes: 1 };
    const { row, dataKey } = await newLock(
      { passphrase: PASSPHRASE, code: newRecoveryCode() },
      RULES,
      cost
    );
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

  test('where the lock can’t be made, nobody is shown a code', async () => {
    await unsealDatabase(() => undefined);
    const work = new LockWork();
    work.begin();
    const refuse = () => Promise.reject(new RangeError('out of memory'));
    Object.defineProperty(crypto.subtle, 'encrypt', { value: refuse, configurable: true });
    try {
      await work.choose(PASSPHRASE);
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'encrypt');
    }
    expect(work.stage.what).toBe('choosing');
    expect(work.failure).toEqual({ what: 'fault', fault: 'failed' });
    await work.choose(PASSPHRASE);
    expect(work.stage.what).toBe('noting');
  });

  test('two rules that are pressed in one breath, while a proof is looked at: both are saved', async () => {
    const { check } = (await readLockRow()) as LockRow;
    const work = new LockWork();
    work.ask('off');
    const proving = work.prove('seven red buses');
    const saving = [{ idleMinutes: 15 }, { onHide: true }].map((one) => work.saveRules(check, one));
    await Promise.all([proving, ...saving]);
    expect((await readLockRow())?.rules).toEqual({ idleMinutes: 15, onHide: true });
    expect(work.failure).toEqual({ what: 'wrong' });
  });

  test('a proof of a lock that is gone changes nothing, and says so', async () => {
    const work = new LockWork();
    work.ask('passphrase');
    await work.prove(PASSPHRASE);
    await unsealDatabase(() => undefined);
    await turnOn();
    const before = await readLockRow();
    await work.choose('seven red buses');
    await work.noted();
    expect(work.failure).toEqual({ what: 'fault', fault: 'gone' });
    expect(await readLockRow()).toEqual(before);
  });
});

test('what could not be saved of the rules goes back to what is saved', async () => {
  const onchange = vi.fn(async () => false);
  await render(Rules, { idleMinutes: 5, onHide: false, onchange });
  const hide = page.getByRole('checkbox', { name: /out of sight/ });
  await hide.click();
  await expect.poll(() => onchange.mock.calls).toEqual([[{ onHide: true }]]);
  await expect.element(hide).not.toBeChecked();
  await page.getByRole('radio').first().click();
  await expect.poll(() => onchange.mock.calls.length).toBe(2);
  await expect.element(page.getByRole('radio', { name: /\b5\b/ })).toBeChecked();
});

describe('a change of the lock', () => {
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
    const { row, dataKey } = await newLock({ passphrase, code: newRecoveryCode() }, RULES, WEAK);
    await sealDatabase(row, dataKey, () => undefined);
    return { dataKey, row: (await readLockRow()) as LockRow };
  }

  beforeEach(startAnew);

  /** Gives the lock another key, which a passphrase and a code open. */
  async function renew(check: Uint8Array, passphrase: string, code = newRecoveryCode()) {
    const { row, dataKey } = await newLock({ passphrase, code }, RULES, WEAK);
    await rekeyDatabase(row, dataKey, check, () => undefined);
    return dataKey;
  }

  test('a new code and another rule at once: neither is lost', async () => {
    let { row } = await turnOn('five green bottles');
    for (let idleMinutes = 10; idleMinutes < 14; idleMinutes++) {
      const code = newRecoveryCode();
      const changing = renew(row.check, 'five green bottles', code);
      const ruling = saveRules([...row.check], { idleMinutes }).then(
        () => idleMinutes,
        () => undefined
      );
      const dataKey = await changing;
      row = (await readLockRow()) as LockRow;
      // Whichever was first: a rule that was kept is there, one that came too late says so.
      const kept = await ruling;
      if (kept !== undefined) expect(row.rules.idleMinutes).toBe(kept);
      expect(await provedBy(code)).toEqual(dataKey);
    }
  });

  test('what was proved of one lock changes nothing of the next one', async () => {
    const { row } = await turnOn('five green bottles');
    await unsealDatabase(() => undefined);
    const next = await turnOn('seven red buses');
    const gone = { name: 'StorageError', fault: 'gone' };
    await expect(renew(row.check, 'nine grey geese')).rejects.toMatchObject(gone);
    await expect(saveRules([...row.check], { onHide: true })).rejects.toMatchObject(gone);
    expect(await readLockRow()).toEqual(next.row);
    const proof = { by: 'passphrase', text: 'seven red buses' } as const;
    expect(await prove(proof, NOW)).toEqual(next.dataKey);
  });
});
