import { beforeEach, describe, expect, test, vi } from 'vitest';
import { countEntries } from '#lib/account/model/tally.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { acceptLog } from '#lib/account/store/tallyCheck.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { COPIES, readCopy, writeCopy } from '#lib/backup/copy/copyFile.ts';
import { packCopy, unpackCopy } from '#lib/backup/copy/format.ts';
import {
  acceptAsCopy,
  copyHead,
  keepCopying,
  makeCopy,
  missingOf
} from '#lib/backup/copy/keepCopy.ts';
import { bringBack, finishBack } from '#lib/backup/copy/restoreCopy.ts';
import { copyWords } from '#lib/backup/copy/words.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { newDataKey, wrapByPassphrase } from '#lib/lock/crypto/keyring.ts';
import { LockWork } from '#lib/lock/settings/lock.svelte.ts';
import type { Task } from '#lib/lock/settings/stages.ts';
import { dropKey, forgetLock } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { readLockRow } from '#lib/lock/store/lockRow.ts';
import { newLock, newRecoveryCode } from '#lib/lock/store/changeLock.ts';
import { sealDatabase } from '#lib/lock/store/turnLock.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { changeIdeas } from '#lib/practices/together/store/ideas.ts';
import { db } from '../database.ts';
import { entry, keepRecord } from '../ground.ts';
import { seal } from '../lock/key.ts';

describe('the copy that is kept', () => {
  const NOTED = { kind: 'act', by: 'me', act: 'soup', note: 'a word of mine' } as const;
  const QUICK = { memoryKiB: 64, passes: 1, lanes: 1 };
  const copyNow = () => makeCopy(async () => undefined);
  const textOfCopy = async () => (await readCopy())?.text();

  /** As a damaged database comes back: empty, and without a lock. */
  async function lose(): Promise<void> {
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((one) => one.clear())));
    forgetLock();
  }

  /** A record of a practice, with a number for an id. */
  function win(number: number) {
    const { id, at: now, zone } = entry(number);
    return winRecord.create({ text: `went for run ${number}` }, { id, now, zone });
  }

  beforeEach(emptyAccount);

  /** Something is rewritten, and stays as it is. */
  async function makeDue(): Promise<void> {
    await changeIdeas([]);
    await changeIdeas([]);
  }

  test('a removed entry leaves the copy with the next one, and the copy goes with all else', async () => {
    await record(entry(1));
    await record(entry(2, NOTED));
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 2 });
    expect(await textOfCopy()).toContain(NOTED.note);
    // What is only new can wait for the next day.
    await record(entry(3));
    await keepRecord('wins', win(1));
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 2, rows: 2, changes: 0 });
    await retract(entry(2).id);
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 2, rows: 3, retracted: 1 });
    expect(await textOfCopy()).not.toContain(NOTED.note);
    await emptyAccount();
    expect(await copyHead()).toBeUndefined();
  });

  test('own words in the settings leave the copy, whatever cuts it off or comes in between', async () => {
    await record(entry(1));
    await changeIdeas([{ add: { id: entry(5).id, text: 'moonlit kayak', tags: [] } }]);
    await copyNow();
    expect(await textOfCopy()).toContain('moonlit kayak');
    await changeIdeas([{ remove: entry(5).id }]);
    const full = new DOMException('no room', 'QuotaExceededError');
    let steps = 0;
    const cutOff = makeCopy(async () => {
      if (++steps === 2) throw full;
    });
    await expect(cutOff).rejects.toBe(full);

    await record(entry(2, NOTED));
    steps = 0;
    await makeCopy(async () => {
      // What was read before is written; that it is out of date already is not forgotten.
      if (++steps === 2) await retract(entry(2).id);
    });
    expect(await textOfCopy()).toContain(NOTED.note);
    expect(await textOfCopy()).not.toContain('moonlit kayak');
    await copyNow();
    expect(await textOfCopy()).not.toContain(NOTED.note);
  });

  test('a log that lost entries never takes the place of a copy that has them', async () => {
    for (const number of [1, 2, 3]) await record(entry(number));
    await copyNow();
    const before = await textOfCopy();
    await lose();
    // Even where the other witness has gone as well, and something was logged since.
    localStorage.clear();
    await makeDue();
    await record(entry(9));
    await copyNow();
    expect(await textOfCopy()).toBe(before);
    const head = await copyHead();
    expect(head && (await missingOf(head))).toEqual({ entries: 2, others: 0, isOther: true });
    expect(await bringBack(undefined, () => undefined)).toEqual({ entries: 3, others: 0 });
    const { entries } = await readAccount();
    expect(entries).toEqual([entry(1), entry(2), entry(3), entry(9)]);
    expect(countEntries(await allTallies())).toBe(4);
  });

  test('a copy of a database that was lost stays, however much is logged in the next one', async () => {
    for (const number of [1, 2, 3]) await record(entry(number));
    await copyNow();
    const before = await textOfCopy();
    await lose();
    localStorage.clear();
    for (const number of [11, 12, 13, 14, 15, 16, 17]) await record(entry(number));
    await retract(entry(17).id);
    await makeDue();
    await copyNow();
    expect(await textOfCopy()).toBe(before);
    const head = await copyHead();
    expect(head && (await missingOf(head))).toEqual({ entries: 0, others: 0, isOther: true });
    expect(await bringBack(undefined, () => undefined)).toEqual({ entries: 3, others: 0 });
    // Now it goes on where that one ended, and has a copy as before.
    const after = await copyHead();
    expect(after && (await missingOf(after))).toMatchObject({ isOther: false });
    await makeDue();
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 9, lineage: head?.lineage });
  });

  test('bringing it back, cut off, goes on at the next start, the lock first', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    const { row, dataKey } = await newLock(
      { passphrase: 'paper boat window', code: newRecoveryCode() },
      { idleMinutes: null, onHide: false },
      QUICK
    );
    await sealDatabase(row, dataKey, () => undefined);
    await copyNow();
    dropKey();
    await lose();
    const stopped = bringBack('paper boat window', () => {
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow();
    expect(lock.current).toBe('open');
    expect((await readAccount()).entries).toEqual([]);
    expect(await finishBack()).toEqual({ entries: 2, others: 0 });
    expect((await readAccount()).entries).toEqual([entry(1, NOTED), entry(2)]);
    expect(await finishBack()).toBeUndefined();
  });

  test('a copy that is given up is replaced, and its database forgotten', async () => {
    await record(entry(1));
    await copyNow();
    const { lineage } = (await copyHead()) ?? {};
    await lose();
    await record(entry(2));
    await acceptLog();
    await acceptAsCopy();
    expect(await copyHead()).toMatchObject({ count: 1 });
    expect((await copyHead())?.lineage).not.toBe(lineage);
  });

  test('the copy before stays beside the new one, brings all back where that is damaged, and never holds what was removed', async () => {
    const earlier = async () => (await readCopy(COPIES[1]))?.text();
    await record(entry(1));
    await copyNow();
    expect(await earlier()).toBeUndefined();
    const first = await textOfCopy();
    await record(entry(2, NOTED));
    await nextDay();
    expect(await copyHead()).toMatchObject({ count: 2 });
    expect(await earlier()).toBe(first);
    await record(entry(3));
    await nextDay();
    expect(await earlier()).toContain(NOTED.note);

    await writeCopy(new Blob(['damaged']));
    expect(await copyHead()).toMatchObject({ count: 2 });
    await db.transaction('rw', db.entries, () => db.entries.clear());
    expect(await bringBack(undefined, () => undefined)).toEqual({ entries: 2, others: 0 });

    await record(entry(3));
    await nextDay();
    await retract(entry(2).id);
    await copyNow();
    for (const name of COPIES) {
      expect(await (await readCopy(name))?.text()).not.toContain(NOTED.note);
    }
    await seal();
    for (const name of COPIES) {
      expect(await (await readCopy(name))?.text()).not.toContain(entry(1).id);
    }
  });

  test('a copy whose letters are broken is damaged, not taken in without them', async () => {
    await record(entry(1, { ...NOTED, note: 'Zoë' }));
    await copyNow();
    const copy = await unpackCopy((await readCopy()) as File);
    if (!copy) throw new Error('there is no copy');
    const body = copy.body.map((byte) => (byte > 0x7f ? 0xff : byte));
    await writeCopy(await packCopy({ ...copy, body }));
    await lose();
    expect(await bringBack(undefined, () => undefined)).toBe('damaged');
    expect(await db.entries.count()).toBe(0);
  });

  test('a damaged copy is made anew the next time', async () => {
    await record(entry(1));
    await copyNow();
    for (const name of COPIES) await writeCopy(new Blob(['no copy']), name);
    expect(await copyHead()).toBeNull();
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 1 });
  });

  let days = 0;

  /** Makes the copy that is due a day later, with nothing removed in between. */
  async function nextDay(): Promise<void> {
    days += 1;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
    await copyNow();
    vi.useRealTimers();
  }

  test('a log of which less can be read than before never takes the place of the copy', async () => {
    for (const number of [1, 2, 3]) await record(entry(number));
    await copyNow();
    const before = await textOfCopy();
    await db.transaction('rw', 'entries', () =>
      db.table('entries').update(entry(2).id, { kind: 'kiss' })
    );
    await makeDue();
    await copyNow();
    expect(await textOfCopy()).toBe(before);
    await record(entry(4));
    await makeDue();
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 3 });
    expect(parseBackup((await textOfCopy())?.split('\n')[1] ?? '')).toMatchObject({
      account: { entries: [entry(1), entry(3), entry(4)] }
    });
  });

  test('what the practices keep has a copy, with entries or without', async () => {
    for (const number of [1, 2, 3, 4]) await keepRecord('wins', win(number));
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 0, rows: 4 });
    await record(entry(1));
    await makeDue();
    await copyNow();
    // All entries go, and two records at once: none of it is missing, and the rest keeps its copy.
    await retract(entry(1).id);
    await db.transaction('rw', db.wins, () =>
      Promise.all([3, 4].map((number) => db.wins.delete(win(number).id)))
    );
    const before = await copyHead();
    expect(before && (await missingOf(before))).toEqual({ entries: 0, others: 0, isOther: false });
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 0, rows: 2, removed: 2 });

    await db.transaction('rw', db.wins, () => db.wins.clear());
    const head = await copyHead();
    expect(head && (await missingOf(head))).toEqual({ entries: 0, others: 2, isOther: false });
    await keepRecord('wins', win(9));
    await makeDue();
    await copyNow();
    expect(await copyHead()).toEqual(head);
    expect(await bringBack(undefined, () => undefined)).toEqual({ entries: 0, others: 2 });
    expect((await readAccount()).practices.wins).toEqual([win(1), win(2), win(9)]);
  });

  test('what is removed after the copy was brought back leaves it, however often it was changed before', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    // Three changes here, and three until the entry is gone.
    await makeDue();
    await makeDue();
    await copyNow();
    await lose();
    await bringBack(undefined, () => undefined);
    await retract(entry(1).id);
    await copyNow();
    expect(await textOfCopy()).not.toContain(NOTED.note);
  });

  test('under a lock the copy is sealed, and brings the lock back with it', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    await copyNow();
    const dataKey = newDataKey();
    const wraps = [await wrapByPassphrase(dataKey, 'paper boat window', QUICK)];
    const rules = { idleMinutes: null, onHide: false };
    const draft = { key: 'lock', wraps, rules, tries: { count: 0, at: 0 } } as const;
    await sealDatabase(draft, dataKey, () => undefined);
    // The open copy of before is due at once.
    await copyNow();
    expect((await copyHead())?.lock).toMatchObject({ key: 'lock' });
    expect(await textOfCopy()).not.toContain(NOTED.note);
    const file = await readCopy();
    expect(file && (await unpackCopy(file))).toBeDefined();

    dropKey();
    await lose();
    expect(await bringBack(undefined, () => undefined)).toBe('sealed');
    expect(await bringBack('paper boat', () => undefined)).toBe('wrong');
    expect(await bringBack('paper boat window', () => undefined)).toMatchObject({ entries: 2 });
    expect(lock.current).toBe('open');
    expect((await readAccount()).entries).toEqual([entry(1, NOTED), entry(2)]);
    dropKey();
    await expect(readAccount()).rejects.toThrow('storage: locked');
  });

  test('a copy that an earlier lock has sealed comes back under the lock that is on now', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    const work = new LockWork();
    await turnOn(work, 'paper boat window');
    await copyNow();
    const { check } = Object((await copyHead())?.lock);
    await lose();
    await turnOn(work, 'river under stone');
    await record(entry(3));

    expect(await bringBack(undefined, () => undefined)).toBe('sealed');
    expect(await bringBack('river under stone', () => undefined)).toBe('wrong');
    expect(await bringBack('paper boat window', () => undefined)).toMatchObject({ entries: 2 });
    expect((await readAccount()).entries).toEqual([entry(1, NOTED), entry(2), entry(3)]);
    expect((await readLockRow())?.check).not.toEqual(check);
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 3, lock: await readLockRow() });
  });

  /** Turns the lock on as the page does, up to the words that say so. */
  async function turnOn(work: LockWork, passphrase: string): Promise<void> {
    work.begin();
    await work.choose(passphrase);
    await work.noted();
  }

  /** Shows the passphrase for a task, and does it. */
  async function change(work: LockWork, task: Task, passphrase: string): Promise<void> {
    work.ask(task);
    await work.prove(passphrase);
  }

  test('no copy lies open once the lock is said to be on, and each follows what opens the lock', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    await copyNow();
    // The copy holds more than the log: it must not go, nor stay open.
    await db.transaction('rw', db.entries, () => db.entries.delete(entry(2).id));
    const work = new LockWork();
    await turnOn(work, 'paper boat window');
    expect(work.said).toMatch(/^The lock is on.*encrypted\.$/);
    expect(await copyHead()).toMatchObject({ count: 2, lock: await readLockRow() });
    expect(await textOfCopy()).not.toContain(NOTED.note);

    const before = await copyHead();
    await change(work, 'passphrase', 'paper boat window');
    await work.choose('river under stone');
    await work.noted();
    expect(work.said).toMatch(/encrypted again/);
    const { wraps } = Object((await copyHead())?.lock);
    expect(wraps).toEqual((await readLockRow())?.wraps);
    expect(wraps).not.toEqual(Object(before?.lock).wraps);

    await change(work, 'off', 'river under stone');
    expect(work.said).toMatch(/^The lock is off/);
    expect(await copyHead()).toMatchObject({ count: 2 });
    expect((await copyHead())?.lock).toBeUndefined();
    expect(await bringBack(undefined, () => undefined)).toMatchObject({ entries: 1 });
    expect((await readAccount()).entries).toEqual([entry(1, NOTED), entry(2)]);
  });

  test('a copy that is amid its making when the lock goes on is sealed', async () => {
    await record(entry(1, NOTED));
    let steps = 0;
    await makeCopy(async () => {
      // First it waits to begin, then between the rows that it has gathered.
      if (++steps === 2) await seal();
    });
    expect(steps).toBeGreaterThan(2);
    expect(await copyHead()).toMatchObject({ count: 1, lock: await readLockRow() });
    expect(await textOfCopy()).not.toContain(NOTED.note);
  });

  test('a copy that was left open under the lock is sealed, whatever the log lacks', async () => {
    await record(entry(1, NOTED));
    await record(entry(2));
    await copyNow();
    await db.transaction('rw', db.entries, () => db.entries.delete(entry(2).id));
    await seal();
    await copyNow();
    expect(await copyHead()).toMatchObject({ count: 2, lock: await readLockRow() });
    expect(await textOfCopy()).not.toContain(NOTED.note);
  });

  test('the first copy is made soon after the first entry', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await keepCopying(async () => undefined);
      expect(await copyHead()).toBeUndefined();
      await record(entry(1));
      await vi.waitFor(async () => {
        vi.advanceTimersByTime(120_000);
        expect(await copyHead()).toMatchObject({ count: 1 });
      });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the words of a copy', () => {
  test.each([
    [4, 4, '4 moments'],
    [1, 3, 'one moment and 2 practice records or reminders'],
    [0, 1, 'one practice record or reminder'],
    // One of before the rows were counted.
    [2, undefined, '2 moments']
  ])('of %j entries and %j rows it says: %s', (count, rows, what) => {
    const head = { at: 0, count, retracted: 0, ...(rows !== undefined && { rows }) };
    expect(copyWords(head).what).toBe(what);
  });
});
