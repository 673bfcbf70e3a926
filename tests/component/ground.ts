import { Dexie } from 'dexie';
import { newEntry, type Entry, type Facts } from '#lib/account/model/entry.ts';
import { removeCopies } from '#lib/backup/copy/copyFile.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { replace } from '#lib/account/store/ledger.ts';
import type { PracticeRows, PracticeTable } from '#lib/practices/registry.ts';
import { NEW } from '#lib/practices/store/tables.ts';
import { keepRecords, takeBack } from '#lib/practices/store/records.ts';
import type { Write } from '#lib/store/pendingWrites.ts';
import { unshared } from '#lib/record/shared.ts';
import { forgetLock } from '#lib/lock/store/keyExchange.ts';
import { db } from './database.ts';

// Faults are injected here: Dexie need not report each on the console.
Dexie.debug = false;

const BID: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const NOON = Date.UTC(2026, 2, 1, 12);
const DAY = 86_400_000;

/** An entry with a number for an id, some days after the first of March 2026 at noon. */
export function entry(number: number, facts = BID, days = 0): Entry {
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return newEntry(facts, { id, now: NOON + days * DAY + number, zone: 'UTC' });
}

/** Has an entry say something else, whatever it says by now; adds it where there is none. */
export async function amend(after: Entry): Promise<void> {
  await replace({ before: await db.entries.get(after.id), after });
}

/** Keeps a record in place of whatever stands there by now. Resolves with what undoes that. */
export async function keepRecord<T extends PracticeTable>(
  table: T,
  row: PracticeRows[T],
  entry?: Entry
): Promise<() => Promise<void>> {
  const before = await db.table<PracticeRows[T], string>(table).get(row.id);
  const kept = await keepRecords([{ table, row, before }], entry);
  return () => takeBack(kept);
}

/** Makes all tallies from the log, for entries that were written past the ledger. */
export async function rebuild(): Promise<void> {
  const tallies = tallyLog(await db.entries.toArray());
  await db.transaction('rw', db.tallies, () => db.tallies.clear());
  await db.transaction('rw', db.tallies, () => db.tallies.bulkPut([...tallies.values()]));
}

/** A tap that waits to be written. */
export function tapOf(entry: Entry): Write {
  return { id: entry.id, verb: 'record', args: [entry] };
}

let prepare = () => Promise.resolve();

/** Says what is done to each new device: it is locked, for one. */
export function onNewGround(work: () => Promise<void>): void {
  prepare = work;
}

/** As on a new device. */
export async function startAnew(): Promise<void> {
  localStorage.clear();
  await removeCopies();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await db.transaction('rw', db.device, () => db.device.put(NEW));
  forgetLock();
  await prepare();
}

/** Everything that is stored, but for when the parts of a row were written. */
export async function stored() {
  const [entries, tallies] = await Promise.all([db.entries.toArray(), db.tallies.toArray()]);
  return { entries: entries.map(unshared), tallies };
}

type FailingTable =
  | 'entries'
  | 'tallies'
  | 'settings'
  | 'answers'
  | 'reminders'
  | 'promises'
  | 'disclosures'
  | 'drafts';

/** Makes the next writes of rows to a table fail, from the nth on, for so many times. */
export function failWrites(
  table: FailingTable,
  fault: Error,
  { from = 1, times = 1 } = {}
): () => void {
  let writes = 0;
  const fail = () => {
    writes += 1;
    if (writes >= from && writes < from + times) throw fault;
  };
  const { hook } = db[table];
  hook('creating', fail);
  hook('updating', fail);
  return () => {
    hook('creating').unsubscribe(fail);
    hook('updating').unsubscribe(fail);
  };
}
