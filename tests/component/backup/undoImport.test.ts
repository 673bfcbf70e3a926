import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { amendEntry } from '#lib/account/model/entry.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { allTallies, currentActs } from '#lib/account/store/queries.ts';
import { findMissing } from '#lib/account/store/tallyCheck.ts';
import { serialise } from '#lib/backup/format.ts';
import type { Account } from '#lib/backup/model/account.ts';
import {
  emptyAccount,
  importAccount,
  previewImport,
  undoImport
} from '#lib/backup/store/importAccount.ts';
import type { Intake } from '#lib/backup/store/planImport.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { Taking } from '#lib/backup/ui/importFile.svelte.ts';
import { takenIn } from '#lib/backup/ui/lastImport.svelte.ts';
import { newDataKey } from '#lib/lock/crypto/keyring.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import type { PromiseMade } from '#lib/practices/promise/record.ts';
import { noPractices } from '#lib/practices/registry.ts';
import { REMEMBERED_MS, type Deleted } from '#lib/record/deleted.ts';
import { unshared } from '#lib/record/shared.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { db } from '../database.ts';
import { anyAccount } from '../../unit/backup/arbitrary.ts';
import { amend, entry, keepRecord, startAnew } from '../ground.ts';
import { DATA_KEY, DRAFT, seal } from '../lock/key.ts';

describe('an import undone', () => {
  const MERGE: Intake = { way: 'merge', arrangements: 'taken' };
  const INSTEAD: Intake = { way: 'replace', arrangements: 'taken' };

  beforeEach(emptyAccount);

  /** The account, in whatever order its rows were written. */
  async function account() {
    const { entries, ...others } = await readAccount();
    const tallies = new Map((await allTallies()).map((tally) => [tally.day, tally]));
    expect(tallies).toEqual(tallyLog(entries));
    expect((await findMissing()).missing).toBe(0);
    return { entries, ...others };
  }

  /** Everything but the rows' order: a set has none. */
  const sorted = ({ practices, ...rest }: Account) =>
    JSON.parse(JSON.stringify({ ...rest, ...practices }), (_, value) =>
      Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value
    );

  /** What was deleted longer ago is forgotten. */
  const isRecent = ({ at }: Deleted) => at > Date.now() - REMEMBERED_MS;

  /** Two accounts that have some rows in common: as they are, or written once more. */
  const twoAccounts = fc
    .tuple(anyAccount, anyAccount, fc.nat({ max: 3 }))
    .map(([one, other, n]) => {
      const shared = one.entries
        .slice(0, n * 2)
        .map((entry, index) =>
          index % 2
            ? entry
            : amendEntry(entry, { facts: { kind: 'experience' } }, entry.updatedAt + 1)
        );
      const reminders = [...other.reminders, ...one.reminders.slice(0, n)];
      const wins = [...other.practices.wins, ...one.practices.wins.slice(0, n)];
      return [
        one,
        {
          ...other,
          reminders,
          entries: [...other.entries, ...shared],
          practices: { ...other.practices, wins }
        }
      ] as const;
    });

  test('whatever is taken in, its undoing leaves what was before', async () => {
    await fc.assert(
      fc.asyncProperty(
        twoAccounts,
        fc.constantFrom(MERGE, INSTEAD),
        async ([one, other], intake) => {
          await emptyAccount();
          await importAccount(one, INSTEAD);
          const before = await account();
          const imported = await importAccount(other, intake);
          const deleted = (other.deleted ?? []).filter(isRecent);
          if (intake === INSTEAD) {
            expect(sorted(await account())).toEqual(sorted({ ...other, deleted }));
          }
          await undoImport(imported);
          expect(await account()).toEqual(before);
        }
      ),
      { numRuns: 20 }
    );
  });

  test('a preview of replacing says what is added, changed and goes, and changes nothing', async () => {
    for (const number of [1, 2, 3]) await record(entry(number));
    const before = await account();
    const later = amendEntry(entry(2), { facts: { kind: 'repair', by: 'me' } }, 5);
    const incoming = { ...before, entries: [entry(1), later, entry(4)] };
    expect((await previewImport(incoming, INSTEAD)).entries).toEqual({
      added: [entry(4)],
      changed: [{ from: entry(2), to: later }],
      gone: [entry(3)],
      skipped: 1,
      buried: 0
    });
    expect(await account()).toEqual(before);
  });

  test('undoing keeps what was logged, changed and removed since', async () => {
    await record(entry(1));
    await record(entry(2));
    const before = await account();
    const incoming = {
      ...before,
      acts: [{ name: 'tea' }],
      entries: [entry(3), entry(4), entry(5)]
    };
    const imported = await importAccount(incoming, INSTEAD);
    const changed = amendEntry(entry(3), { facts: { kind: 'repair', by: 'me' } }, Date.now());
    await amend(changed);
    await retract(entry(4).id);
    await record(entry(6));
    await undoImport(imported);
    const now = await account();
    expect(now.entries.map(unshared)).toEqual([entry(1), entry(2), changed, entry(6)]);
    expect(await currentActs()).toEqual(before.acts);
  });

  test('what an older file knows nothing of stays, even where all else is replaced', async () => {
    await db.transaction('rw', db.wins, () =>
      db.wins.put({
        id: entry(9).id,
        at: 0,
        day: '1970-01-01',
        zone: 'UTC',
        updatedAt: 0,
        text: 'x'
      })
    );
    await record(entry(1));
    const before = await account();
    const incoming = {
      ...before,
      practices: { ...before.practices, wins: [] },
      entries: [entry(2)]
    };
    await importAccount(incoming, { ...INSTEAD, lacks: ['practices'] });
    const now = await account();
    expect(now.entries).toEqual([entry(2)]);
    expect(now.practices).toEqual(before.practices);
  });

  test('where replacing fails midway nothing is changed', async () => {
    await record(entry(1));
    const before = await account();
    const unstorable = { ...entry(2), note: () => 'x' } as unknown as ReturnType<typeof entry>;
    await expect(
      importAccount({ ...before, acts: [], entries: [unstorable] }, INSTEAD)
    ).rejects.toThrow('storage: failed');
    expect(await account()).toEqual(before);
  });

  test('what is half written about rows that a replacement takes goes and comes back with them', async () => {
    await record(entry(1));
    const win = { ...entry(2), text: 'went for a run' };
    await db.transaction('rw', db.wins, () => db.wins.put(win));
    const keys = [`entry/${entry(1).id}`, `wins/${win.id}`, 'wins'];
    for (const key of keys) await keepDraft(key, { note: 'half' });
    const drafts = async () =>
      (await Promise.all(keys.map(readDraft))).map((value) => Boolean(value));

    const none = { ...(await readAccount()), entries: [], practices: noPractices() };
    const imported = await importAccount(none, INSTEAD);
    expect(await drafts()).toEqual([false, false, true]);
    await undoImport(imported);
    expect(await drafts()).toEqual([true, true, true]);
  });

  test.each([
    ['the file has told it later', 1],
    ['it was told here later', -1]
  ])('a promise told on two devices is on the log once: %s', async (_, later) => {
    const { id, at, day, zone } = entry(1);
    const told = (updatedAt: number): PromiseMade => {
      const promise = { id, at, day, zone, updatedAt, text: 'tea', by: 'me', due: day } as const;
      return { ...promise, outcome: 'kept' };
    };
    const KEPT = { kind: 'promise', by: 'me', outcome: 'kept' } as const;
    await keepRecord('promises', told(at), entry(1, KEPT));
    const before = await account();
    const practices = { ...noPractices(), promises: [told(at + later)] };
    const file = { ...before, practices, entries: [entry(1, KEPT)] };
    const imported = await importAccount(file, MERGE);
    expect((await account()).entries).toEqual([entry(1, KEPT)]);
    await undoImport(imported);
    expect(await account()).toEqual(before);
  });

  test('a promise that is open again in its later version leaves no entry behind', async () => {
    const { id, at, day, zone } = entry(1);
    const open = { id, at, day, zone, updatedAt: at, text: 'tea', by: 'me', due: day } as const;
    const KEPT = { kind: 'promise', by: 'me', outcome: 'kept' } as const;
    await keepRecord('promises', { ...open, outcome: 'kept' }, entry(1, KEPT));
    const before = await account();
    const practices = { ...noPractices(), promises: [{ ...open, updatedAt: at + 1 }] };
    const imported = await importAccount({ ...before, practices }, MERGE);
    expect((await account()).entries).toEqual([]);
    await undoImport(imported);
    expect(await account()).toEqual(before);
  });
});

describe('the last import', () => {
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

  test('what was still being worked out is not told once it was cancelled', async () => {
    const taking = new Taking();
    const account = await readAccount();
    await taking.read(new File([serialise(account, 0)], 'toward.json'));
    expect(taking.stage).toMatchObject({ what: 'preview', way: 'merge', isPlanning: false });
    const chosen = taking.choose('replace');
    expect(taking.stage).toMatchObject({ way: 'replace', isPlanning: true });
    await taking.confirm(false);
    taking.cancel();
    await chosen;
    expect(taking.stage).toEqual({ what: 'cancelled' });
  });

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
});
