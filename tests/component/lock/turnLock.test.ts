import { migrate } from '#lib/practices/store/migrate.ts';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { mendTallies } from '#lib/account/store/tallyCheck.ts';
import { keepDraft } from '#lib/store/drafts.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { openBytes, sealBytes } from '#lib/lock/crypto/localBytes.ts';
import { readLockRow, readTurning } from '#lib/lock/store/lockRow.ts';
import { openSeal } from '#lib/lock/store/session.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { deleteDamaged, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { allOf, removeRecord } from '#lib/practices/store/records.ts';
import {
  allTallies,
  arrange,
  callPartner,
  entriesBetween,
  entriesOn
} from '#lib/account/store/queries.ts';
import {
  allAnswers,
  keepReminder,
  removeReminder,
  showSlot
} from '#lib/reminders/store/reminders.ts';
import { emptyAccount, importAccount, previewImport } from '#lib/backup/store/importAccount.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { addUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { readWitness } from '#lib/account/store/witness.ts';
import { addDays } from '#lib/time/day.ts';
import type { Entry, Facts } from '#lib/account/model/entry.ts';
import type { Win } from '#lib/practices/ground/record.ts';
import { countEntries } from '#lib/account/model/tally.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { db } from '../database.ts';
import { amend, entry, keepRecord, rebuild, startAnew, tapOf } from '../ground.ts';
import { DATA_KEY, keepRow, seal } from './key.ts';
import { rawPut, rawRows, rawText } from './raw.ts';

const TEA: Facts = { kind: 'act', by: 'partner', act: 'brought tea' };
const FIRST = '2026-03-01';
const atOnce = () => Promise.resolve();

const win = (number: number, text: string): Win => {
  const { id, at, day, zone, updatedAt } = entry(number);
  return { id, at, day, zone, updatedAt, text };
};
const reminder = (number: number): Reminder => ({
  id: entry(number).id,
  createdAt: number,
  updatedAt: number,
  text: 'Look up',
  days: [7],
  times: { kind: 'fixed', at: [1200] },
  isOn: true,
  sequence: 0
});

beforeEach(startAnew);

/** Something in every kind of table. */
async function furnish(): Promise<void> {
  await record(entry(1, TEA));
  await record({ ...entry(2, undefined, 1), note: 'after the walk in Lisbon' });
  await record(entry(3, undefined, 40));
  await arrange({}, { acts: [{ name: 'made soup' }] });
  await callPartner('', 'Philippa');
  await keepReminder(reminder(4));
  await showSlot({ reminderId: entry(4).id, day: FIRST, minute: 1200 }, 1_772_000_000_000);
  await keepRecord('wins', win(5, 'went for a run'));
  await keepDraft('fear new', { prediction: 'they will laugh' });
}

/** All that can be asked. */
async function everything() {
  return {
    account: await readAccount(),
    tallies: await allTallies(),
    span: await entriesBetween(addDays(FIRST, -3), addDays(FIRST, 60)),
    days: await entriesOn([addDays(FIRST, 1), FIRST, addDays(FIRST, 1)]),
    answers: await allAnswers(),
    newest: await db.tallies.orderBy('day').last(),
    later: await db.tallies.where('day').above(FIRST).toArray(),
    drafts: await db.drafts.toArray(),
    counts: await Promise.all(db.tables.map((table) => table.name !== 'device' && table.count()))
  };
}

const step = fc.tuple(
  fc.constantFrom(
    'record',
    'amend',
    'retract',
    'win',
    'unwin',
    'prompt',
    'remind',
    'forget',
    'take'
  ),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 0, max: 2 })
);

/** Does one thing to the account. What cannot be done is told. */
async function act([verb, number, days]: [string, number, number]): Promise<unknown> {
  const one = entry(number, days === 0 ? TEA : undefined, days);
  const slot = { reminderId: entry(number).id, day: one.day, minute: 600 + number };
  const verbs: Record<string, () => Promise<unknown>> = {
    record: () => record(one),
    amend: () => amend(one),
    retract: () => retract(one.id),
    win: async () => void (await keepRecord('wins', win(number, `win ${days}`))),
    unwin: () => removeRecord('wins', one.id),
    prompt: () => showSlot(slot, one.at),
    remind: () => keepReminder(reminder(number)),
    forget: () => removeReminder(one.id),
    take: async () => {
      const account = { ...(await readAccount()), entries: [one, entry(number + 1, TEA, days)] };
      return [
        await previewImport(account),
        await importAccount(account, { way: 'merge', arrangements: 'taken' })
      ];
    }
  };
  return verbs[verb]?.().catch((error: Error) => error.message);
}

/** As it is, but for when something was deleted: that goes by the clock. */
const timeless = (value: unknown, begun: number) =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' && one >= begun ? 'now' : one
  );

test('under the lock every question has the same answer, whatever was done before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.nat(14), async (steps, sealedAt) => {
      const seen = [];
      const begun = Date.now();
      for (const at of [Infinity, sealedAt]) {
        await startAnew();
        const answers = [];
        for (const [index, each] of steps.entries()) {
          if (index === at) await seal();
          answers.push(await act(each));
        }
        seen.push([answers, await everything(), await mendTallies(atOnce)]);
      }
      expect(timeless(seen[1], begun)).toBe(timeless(seen[0], begun));
    }),
    { numRuns: 6 }
  );
});

test('nothing that is sealed can be read on the disk', async () => {
  await furnish();
  const before = await everything();
  const words = [
    ...['brought tea', 'Lisbon', 'made soup', 'Philippa', 'Look up', 'went for', 'laugh'],
    'fear new'
  ];
  const told = ['2026-', '01900000', 'partner', 'toward', 'retracted', 'acts', '"UTC"', '1772366'];
  const plain = await rawText();
  for (const each of [...words, '2026-', '01900000', 'partner']) expect(plain).toContain(each);
  await seal();
  const sealed = await rawText();
  for (const each of [...words, ...told]) expect(sealed).not.toContain(each);
  expect(await everything()).toEqual(before);
  const { device, ...tables } = await rawRows();
  const rows = Object.values(tables).flat();
  expect(device?.map(({ key }) => key)).toEqual(['lock', 'migrated']);
  expect(new Set(rows.map((row) => (row.sealed as Uint8Array).length))).toEqual(new Set([296]));
  for (const row of rows) {
    const open = Object.values(row).filter((value) => !(value instanceof Uint8Array));
    expect(open.every((value) => value === 0)).toBe(true);
  }
});

test('no two sealed rows are alike, and the same row is sealed anew each time', async () => {
  await seal();
  await record(entry(1));
  const [first] = (await rawRows()).entries ?? [];
  await retract(entry(1).id);
  await record(entry(1));
  const [second] = (await rawRows()).entries ?? [];
  expect(second?.id).toEqual(first?.id);
  expect(second?.sealed).not.toEqual(first?.sealed);
});

test.each<[string, (rows: Record<string, unknown>[]) => [string, unknown]]>([
  ['another row', ([one, two]) => ['entries', { ...one, sealed: two?.sealed }]],
  ['another table', ([one]) => ['wins', { id: one?.id, sealed: one?.sealed }]],
  ['another day', ([one, two]) => ['entries', { ...one, day: two?.day }]],
  ['one bit', ([one]) => ['entries', { ...one, sealed: flipped(one?.sealed) }]],
  ['a row in the open', ([one]) => ['entries', { ...one, sealed: undefined }]]
])('a sealed row that was changed is left out, and only that one: %s', async (_, change) => {
  await seal();
  await record(entry(1));
  await record(entry(2, TEA, 1));
  const [table, row] = change((await rawRows()).entries ?? []);
  await rawPut(table, row);
  expect((await readAccount()).entries).toHaveLength(table === 'entries' ? 1 : 2);
  expect(await allOf('wins')).toEqual([]);
  expect(await allTallies()).toHaveLength(2);
  await record(entry(3, TEA, 2));
  expect(await entriesOn([addDays(FIRST, 2)])).toEqual([entry(3, TEA, 2)]);
});

test('a damaged tally is made anew from the log', async () => {
  await seal();
  await record(entry(1));
  await record(entry(2, TEA, 1));
  const before = await allTallies();
  await damage('tallies', [0]);
  expect(await allTallies()).toHaveLength(1);
  expect(await mendTallies(atOnce)).toEqual({ mended: 1, damaged: 0 });
  expect(await allTallies()).toEqual(before);
});

test('damaged entries are counted, healed by a copy of them, or dropped when that is wanted', async () => {
  const log = Array.from({ length: 1200 }, (_, at) => entry(at + 1, undefined, at % 30));
  await db.transaction('rw', db.entries, () => db.entries.bulkAdd(log));
  await rebuild();
  await seal();
  const whole = await readAccount();
  // More in a row than one step of a walk reads, and some at its ends.
  await damage('entries', [0, ...Array.from({ length: 600 }, (_, at) => at + 300), 1199]);
  const left = (await readAccount()).entries;
  expect(left).toHaveLength(598);
  expect(await mendTallies(atOnce)).toMatchObject({ damaged: 602 });
  expect(countEntries(await allTallies())).toBe(598);

  const [lost, again] = log.filter(({ id }) => !left.some((one) => one.id === id));
  if (!lost || !again) throw new Error('nothing is damaged');
  const few = { ...whole, entries: [lost, again] };
  const imported = await importAccount(few, { way: 'merge', arrangements: 'left' });
  expect(imported.entries.added).toEqual([lost, again]);
  expect(await mendTallies(atOnce)).toEqual({ mended: 0, damaged: 600 });

  expect(await deleteDamaged()).toBe(600);
  expect(await mendTallies(atOnce)).toEqual({ mended: 0, damaged: 0 });
  expect((await readAccount()).entries).toHaveLength(600);
  await damage('entries', [5]);
  expect(await unsealDatabase(() => undefined)).toBe(1);
  expect(lock.current).toBe('off');
  expect((await readAccount()).entries).toHaveLength(599);
});

/** Flips a bit in some rows of a table, in the order in which they are kept. */
async function damage(table: string, which: readonly number[]): Promise<void> {
  const rows = (await rawRows())[table] ?? [];
  for (const at of which) await rawPut(table, { ...rows[at], sealed: flipped(rows[at]?.sealed) });
}

function flipped(sealed: unknown): Uint8Array {
  const bytes = (sealed as Uint8Array).slice();
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  return bytes;
}

test('some thousand entries: all of them on and off again, and nothing where it is stopped', async () => {
  const log: Entry[] = Array.from({ length: 2500 }, (_, at) => entry(at + 1, undefined, at % 90));
  await db.transaction('rw', db.entries, () => db.entries.bulkAdd(log));
  await rebuild();
  await migrate();
  const before = await rawText();
  const open = { ...(await rawRows()), device: [] };
  const stop = (done: number) => {
    if (done >= 2000) throw new Error('stopped');
  };
  await expect(seal(stop)).rejects.toMatchObject({ cause: { message: 'stopped' } });
  expect([(await rawText()) === before, lock.current]).toEqual([true, 'off']);

  const told: number[] = [];
  await seal((done, total) => told.push(done / total));
  expect(told.at(-1)).toBe(1);
  expect(told.length).toBeGreaterThan(5);
  const sealed = await rawText();
  await expect(unsealDatabase(stop)).rejects.toMatchObject({ fault: 'failed' });
  expect([(await rawText()) === sealed, lock.current, await readTurning()]).toEqual([
    true,
    'open',
    undefined
  ]);
  await expect(seal()).rejects.toMatchObject({ fault: 'locked' });
  expect((await mendTallies(atOnce)).mended).toBe(0);
  expect((await readAccount()).entries).toEqual(log);

  await unsealDatabase(() => undefined);
  const rows = await rawRows();
  expect(rows.device?.map(({ key }) => key)).toEqual(['lockOff', 'migrated']);
  expect([{ ...rows, device: [] }, lock.current]).toEqual([open, 'off']);
});

test('while locked nothing can be read or written; the right key opens it, a wrong one does not', async () => {
  await furnish();
  await seal();
  const before = await everything();
  const bytes = openSeal()?.dataKey;
  const copy = sealBytes(new Uint8Array([1, 2, 3]), 'copy');
  expect(openBytes(copy, 'copy')).toEqual(new Uint8Array([1, 2, 3]));
  expect(() => openBytes(copy, 'elsewhere')).toThrow('damaged');
  dropKey();
  expect([lock.current, bytes?.every((byte) => byte === 0)]).toEqual(['locked', true]);
  const locked = { name: 'StorageError', fault: 'locked' };
  const asked = [allTallies(), record(entry(9)), readAccount(), retract(entry(1).id)];
  for (const { reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[]) {
    expect(reason).toMatchObject(locked);
  }
  expect(() => sealBytes(copy, 'copy')).toThrow('locked');
  await expect(takeKey(new Uint8Array(32))).rejects.toMatchObject(locked);
  await keepRow({ tries: { count: 3, at: 7 } });
  expect(await readLockRow()).toMatchObject({ tries: { count: 3, at: 7 } });
  await takeKey(DATA_KEY);
  expect(lock.current).toBe('open');
  expect(await everything()).toEqual(before);
});

test('a write that the lock comes upon is not half done', async () => {
  await seal();
  const writing = importAccount(
    { ...(await readAccount()), entries: [entry(1), entry(2)] },
    { way: 'merge', arrangements: 'taken' },
    dropKey
  );
  await expect(writing).rejects.toMatchObject({ fault: 'locked' });
  await takeKey(DATA_KEY);
  expect((await readAccount()).entries).toEqual([]);
});

test('outside the database nothing is left in the open', async () => {
  const [two, four] = [tapOf(entry(2, TEA)), tapOf(entry(4))];
  await record(entry(1));
  addUnsaved([two]);
  expect(localStorage.getItem('toward.witness')).toContain(entry(1).id);
  await seal();
  await record(entry(3));
  const kept = Object.values(localStorage).join();
  expect(kept).not.toContain('0190');
  expect(kept).not.toContain('brought');
  expect(readWitness()).toEqual({ count: 2, retracted: 0, lastId: null });
  expect(readUnsaved()).toEqual([two]);
  dropKey();
  expect(readUnsaved()).toEqual([]);
  addUnsaved([four]);
  await takeKey(DATA_KEY);
  expect(readUnsaved()).toEqual([two, four]);
  addUnsaved([]);
  await unsealDatabase(() => undefined);
  expect(JSON.parse(localStorage.getItem('toward.unsaved') ?? '')).toEqual([two, four]);
});

test('erasing takes no key, and the lock goes with it', async () => {
  await furnish();
  await seal();
  dropKey();
  await emptyAccount();
  expect([lock.current, await readLockRow()]).toEqual(['off', undefined]);
  await record(entry(1));
  expect((await rawRows()).entries).toEqual([entry(1)]);
});
