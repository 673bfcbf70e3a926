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
  readonly key: string;
  /** Undefined: the whole row. */
  readonly field: string | undefined;
  readonly words: string | undefined;
  /** What whoever did it knew of. */
  readonly past: ReadonlySet<number>;
}

const IDS = [1, 2].map((number) => `01900000-0000-7000-8000-00000000000${number}`);
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
  what: fc.constantFrom('edit', 'edit', 'delete', 'undo', 'take', 'take'),
  who: fc.nat({ max: 2 }),
  other: fc.nat({ max: 2 }),
  table: fc.constantFrom<Table>('entries', 'promises'),
  id: fc.constantFrom(...IDS),
  field: fc.nat({ max: 2 })
});
/** A run takes some dozen exchanges. */
const RUNS = 25;

const skew = fc.constantFrom(-500, -1, 0, 1, 500);

test.each([2, 3])('%i devices that exchange their backups end equal, and lose no word', (count) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.tuple(skew, skew, skew), (steps, skews) => {
      const all = (['entries', 'promises'] as const).flatMap((table) =>
        IDS.map((id) => [keyOf(table, id), created(table, id)] as const)
      );
      const devices = skews.slice(0, count).map((skew): Device => {
        return { rows: new Map(all), deleted: new Map(), skew, known: new Set(), undo: () => {} };
      });
      const deeds: Deed[] = [];
      const note = (device: Device, deed: Omit<Deed, 'past'>) => {
        deeds.push({ ...deed, past: device.known });
        device.known = new Set([...device.known, deeds.length - 1]);
      };
      steps.forEach(({ what, who, other, table, id, field }, index) => {
        const device = devices[who % count] as Device;
        const from = devices[other % count] as Device;
        const key = keyOf(table, id);
        const row = device.rows.get(key);
        const now = 1_000_000 + device.skew + index * 3;
        const name = FIELDS[table][field % FIELDS[table].length] as string;
        if (what === 'take') return takeIn(device, from);
        if (what === 'undo') {
          device.undo();
          device.undo = () => {};
        } else if (row && what === 'edit') {
          const words = `word${index}`;
          const after = follow(row, amended(row, name, words, now));
          device.rows.set(key, after);
          note(device, { key, field: name, words: name === fieldOf(row) ? words : undefined });
          device.undo = () => {
            if (device.rows.get(key) !== after) return;
            device.rows.set(key, follow(after, row));
            note(device, {
              key,
              field: name,
              words: name === fieldOf(row) ? wordsOf(row) : undefined
            });
          };
        } else if (row && what === 'delete') {
          const deleted = deletionOf(table, row, now);
          device.rows.delete(key);
          device.deleted.set(key, deleted);
          note(device, { key, field: undefined, words: undefined });
          device.undo = () => {
            const known = device.deleted.get(key);
            if (!known || device.rows.has(key)) return;
            device.deleted.delete(key);
            device.rows.set(key, revive(row, known));
            note(device, { key, field: fieldOf(row), words: wordsOf(row) });
          };
        }
      });
      // Each takes in all others, until nothing new can come.
      for (let round = 0; round < 3; round++) {
        for (const to of devices) for (const from of devices) takeIn(to, from);
      }
      const [first, ...others] = devices.map((device) => sorted(held(device)));
      for (const other of others) expect(other).toEqual(first);
      const [device] = devices as [Device];
      for (const [number, { key, field, words }] of deeds.entries()) {
        if (words === undefined) continue;
        const stays = wordsOf(device.rows.get(key)) === words;
        const isReplaced = deeds.some(
          (deed, other) =>
            other !== number &&
            deed.key === key &&
            (deed.field === undefined || deed.field === field) &&
            !deeds[number]?.past.has(other)
        );
        expect(stays || isReplaced, `${words} of ${key}`).toBe(true);
      }
    }),
    { numRuns: RUNS }
  );
});

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
