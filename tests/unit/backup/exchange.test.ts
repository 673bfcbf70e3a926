import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendEntry, entryRecord, newEntry, type Entry } from '#lib/account/model/entry.ts';
import type { Merge } from '#lib/backup/model/account.ts';
import { planAccount, type Rows } from '#lib/backup/model/planAccount.ts';
import { promiseRecord, type PromiseMade } from '#lib/practices/promise/record.ts';
import { noPractices } from '#lib/practices/registry.ts';
import { deletedKey, deletionOf, revive, type Deleted } from '#lib/record/deleted.ts';

/*
 * Devices that edit, delete and undo, each by a clock of its own, and take in each other's backups in
 * any order. In the end they hold the same, and no word is lost that nobody deleted or replaced.
 */

type Table = 'entries' | 'promises';
type Row = Entry | PromiseMade;

/** A device: its rows and what it remembers of deletions, by their keys. */
interface Device {
  rows: Map<string, Row>;
  deleted: Map<string, Deleted>;
  /** By which its clock is wrong, in milliseconds. */
  readonly skew: number;
  /** What it knows of all that was ever done, by its number. */
  known: Set<number>;
  undo: () => void;
}

/** Something that replaces words or deletes them. */
interface Deed {
  /** Undefined: the whole row. */
  readonly field: string | undefined;
  readonly words: string | undefined;
  /** What whoever did it knew of. */
  readonly past: ReadonlySet<number>;
}

/** One row: what is done to others makes no difference to it. */
const ID = '01900000-0000-7000-8000-000000000001';
const FIELDS = { entries: ['note'], promises: ['text', 'outcome', 'due'] } as const;

const keyOf = (table: Table, id: string) => deletedKey({ table, id });
const tableOf = (key: string) => key.split(' ')[0] as Table;

function created(table: Table, id: string): Row {
  const stamp = { id, now: 1_000_000, zone: 'UTC' };
  return table === 'entries'
    ? newEntry({ kind: 'experience' }, stamp)
    : promiseRecord.create({ text: 'first', by: 'me', due: '2026-11-24' }, stamp);
}

/** As the database stores a row in place of another. */
function follow(before: Row, after: Row): Row {
  return 'kind' in after
    ? entryRecord.follow(before as Entry, after)
    : promiseRecord.follow(before as PromiseMade, after);
}

function amended(row: Row, field: string, words: string, now: number): Row {
  if ('kind' in row) return amendEntry(row, { facts: { kind: 'experience', note: words } }, now);
  if (field === 'text') return promiseRecord.amend(row, { text: words }, now);
  if (field === 'due') return promiseRecord.amend(row, { due: '2026-12-01' }, now);
  return promiseRecord.amend(row, { outcome: row.outcome ? undefined : 'kept' }, now);
}

function held({ rows, deleted }: Device): Rows {
  const of = (table: Table) => [...rows].filter(([key]) => tableOf(key) === table);
  return {
    entries: of('entries').map(([, row]) => row as Entry),
    reminders: [],
    answers: [],
    practices: { ...noPractices(), promises: of('promises').map(([, row]) => row as PromiseMade) },
    deleted: [...deleted.values()]
  };
}

/** One device takes in the backup of another. */
function takeIn(to: Device, from: Device): void {
  const merge = planAccount(held(from), held(to), { way: 'merge' }, 1_000_000);
  carryOut(
    to.rows,
    merge.entries,
    ({ id }) => keyOf('entries', id),
    (row) => row
  );
  carryOut(
    to.rows,
    merge.practices,
    ({ row }) => keyOf('promises', row.id),
    ({ row }) => row as Row
  );
  carryOut(to.deleted, merge.deleted, deletedKey, (deleted) => deleted);
  to.known = new Set([...to.known, ...from.known]);
}

function carryOut<Held, Planned>(
  here: Map<string, Held>,
  { added, changed, gone }: Omit<Merge<Planned>, 'skipped' | 'buried'>,
  keyOf: (planned: Planned) => string,
  rowOf: (planned: Planned) => Held
): void {
  for (const one of gone) here.delete(keyOf(one));
  for (const one of [...added, ...changed.map(({ to }) => to)]) here.set(keyOf(one), rowOf(one));
}

const step = fc.record({
  what: fc.constantFrom('edit', 'edit', 'delete', 'undo', 'undo', 'take', 'take', 'take'),
  who: fc.nat({ max: 2 }),
  other: fc.nat({ max: 1 }),
  field: fc.nat({ max: 2 })
});
/** Some steps are taken within one tick of the clocks: so things are written at once, by whatever clock. */
const skew = fc.constantFrom(-9, -1, 0, 1, 9);
const STEPS_A_TICK = 4;
const story = fc.record({
  table: fc.constantFrom<Table>('entries', 'promises'),
  steps: fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }),
  skews: fc.tuple(skew, skew, skew)
});
/** The same ones every time. `npm run faults` asks for more, at random. */
const RUNS = process.env.FAULT_ROUNDS
  ? { numRuns: 100 * Number(process.env.FAULT_ROUNDS) }
  : { numRuns: 200, seed: 1 };
/** Thirty seconds for each hundred runs: a busy machine is slow. In milliseconds. */
const LONG = 300 * RUNS.numRuns;

test.each([2, 3])(
  '%i devices that exchange their backups end equal, and lose no word',
  (count) => {
    fc.assert(
      fc.property(story, ({ table, steps, skews }) => {
        const key = keyOf(table, ID);
        const devices = skews.slice(0, count).map((skew): Device => {
          const rows = new Map([[key, created(table, ID)]]);
          return { rows, deleted: new Map(), skew, known: new Set(), undo: () => {} };
        });
        const deeds: Deed[] = [];
        const note = (device: Device, deed: Omit<Deed, 'past'>, past = device.known) => {
          deeds.push({ ...deed, past });
          device.known = new Set([...device.known, deeds.length - 1]);
        };
        steps.forEach(({ what, who, other, field }, index) => {
          const device = devices[who % count] as Device;
          const from = devices[(who + 1 + (other % (count - 1))) % count] as Device;
          const row = device.rows.get(key);
          const now = 1_000_000 + device.skew + Math.floor(index / STEPS_A_TICK);
          const name = FIELDS[table][field % FIELDS[table].length] as string;
          if (what === 'take') return takeIn(device, from);
          if (what === 'undo') {
            device.undo();
            device.undo = () => {};
          } else if (row && what === 'edit') {
            const words = `word${index}`;
            const after = follow(row, amended(row, name, words, now));
            device.rows.set(key, after);
            note(device, { field: name, words: name === fieldOf(row) ? words : undefined });
            device.undo = () => {
              if (device.rows.get(key) !== after) return;
              device.rows.set(key, follow(after, row));
              note(device, {
                field: name,
                words: name === fieldOf(row) ? wordsOf(row) : undefined
              });
            };
          } else if (row && what === 'delete') {
            const deleted = deletionOf(table, row, now);
            device.rows.delete(key);
            device.deleted.set(key, deleted);
            note(device, { field: undefined, words: undefined });
            const past = device.known;
            device.undo = () => {
              const known = device.deleted.get(key);
              if (!known || device.rows.has(key)) return;
              device.deleted.delete(key);
              device.rows.set(key, revive(row, known));
              // It's there again, and its words are no newer than they were.
              note(device, { field: fieldOf(row), words: wordsOf(row) }, past);
            };
          }
        });
        // Each takes in all others, until nothing new can come.
        for (let round = 1; round < count; round++) {
          for (const to of devices) for (const from of devices) if (to !== from) takeIn(to, from);
        }
        const [first, ...others] = devices.map((device) => sorted(held(device)));
        for (const other of others) expect(other).toEqual(first);
        const [device] = devices as [Device];
        const last = device.rows.get(key);
        for (const deed of deeds) {
          const { field, words, past } = deed;
          const unknown = deeds.filter((other, number) => other !== deed && !past.has(number));
          const isReplaced = unknown.some((other) => isDeletion(other) || other.field === field);
          if (words !== undefined) expect(wordsOf(last) === words || isReplaced, words).toBe(true);
        }
        for (const deletion of deeds.filter(isDeletion)) {
          const isBack = deeds.some(
            (deed, number) => !deletion.past.has(number) && !isDeletion(deed)
          );
          expect(!last || isBack).toBe(true);
        }
      }),
      RUNS
    );
  },
  LONG
);

const isDeletion = ({ field }: Deed) => field === undefined;

/** The field in which a row holds words. */
const fieldOf = (row: Row) => ('kind' in row ? 'note' : 'text');

function wordsOf(row: Row | undefined): string | undefined {
  if (!row) return undefined;
  return 'kind' in row ? row.note : row.text;
}

function sorted({ entries, practices, deleted = [] }: Rows) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    entries: entries.toSorted(byId),
    promises: practices.promises.toSorted(byId),
    deleted: deleted.toSorted((a, b) => (deletedKey(a) < deletedKey(b) ? -1 : 1))
  };
}
