import { Dexie } from 'dexie';
import { addDays, type Day } from '#lib/domain/day.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { sameCounts, tallyLog, type Tally } from '#lib/domain/tally.ts';
import { withConnection } from './connection.ts';
import { db } from './database.ts';
import { countRetracted } from './ledger.ts';
import { readWitness, writeWitness } from './witness.ts';

/** What a look at the database at start has found. */
export interface Findings {
  /** How many entries there are. */
  readonly found: number;
  /** How many entries the witness says are missing; 0 where all is well. */
  readonly missing: number;
}

/**
 * Compares the log with its witness. Run at start. Where nothing is missing the witness catches up.
 *
 * @throws StorageError
 */
export async function findMissing(): Promise<Findings> {
  const witness = readWitness();
  const { count: found, retracted, hasLast } = await readLog(witness?.lastId);
  const retractedSince = retracted - (witness?.retracted ?? 0);
  const short = (witness?.count ?? 0) - Math.max(0, retractedSince) - found;
  const missing = Math.max(short, hasLast || retractedSince > 0 ? 0 : 1);
  if (missing > 0) return { found, missing };
  writeWitness({ count: found, retracted, lastId: witness?.lastId ?? null });
  return { found, missing: 0 };
}

/**
 * Makes the witness agree with the log as it is.
 *
 * @throws StorageError
 */
export async function acceptLog(): Promise<void> {
  const { count, retracted } = await readLog();
  writeWitness({ count, retracted, lastId: null });
}

function readLog(lastId?: string | null) {
  return withConnection(() =>
    db.transaction('r', db.entries, db.settings, async () => ({
      count: await db.entries.count(),
      retracted: await countRetracted(),
      hasLast: !lastId || (await db.entries.get(lastId)) !== undefined
    }))
  );
}

/** Days that one step of the check reads at once: small enough never to hold up a tap. */
const STEP_DAYS = 31;

/**
 * Compares every tally with the log, a month at a time, and mends those that disagree. Resolves
 * with the number of days mended.
 *
 * @param pause waited for between steps, to leave the page room to answer
 * @throws StorageError
 */
export function mendTallies(pause: () => Promise<void>): Promise<number> {
  return withConnection(() => mendAll(pause));
}

async function mendAll(pause: () => Promise<void>): Promise<number> {
  let mended = 0;
  for (let from = await firstDay(); from; from = await nextDay(from)) {
    const to = addDays(from, STEP_DAYS - 1);
    const { entries, tallies } = await readSpan(from, to);
    if (disagreeing(entries, tallies).length > 0) mended += await mendSpan(from, to);
    await pause();
  }
  return mended;
}

/**
 * Makes all tallies anew from the log, in one transaction.
 *
 * @throws StorageError
 */
export function rebuild(): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.entries, db.tallies, async () => {
      await db.tallies.clear();
      for (let from = await firstDay(); from; from = await nextDay(from)) {
        const { entries } = await readSpan(from, addDays(from, STEP_DAYS - 1));
        await db.tallies.bulkPut([...tallyLog(entries).values()]);
      }
    })
  );
}

function mendSpan(from: Day, to: Day): PromiseLike<number> {
  return db.transaction('rw', db.entries, db.tallies, async () => {
    const { entries, tallies } = await readSpan(from, to);
    const fromLog = tallyLog(entries);
    const days = disagreeing(entries, tallies);
    await db.tallies.bulkDelete(days);
    await db.tallies.bulkPut(days.flatMap((day) => fromLog.get(day) ?? []));
    return days.length;
  });
}

function readSpan(from: Day, to: Day): PromiseLike<{ entries: Entry[]; tallies: Tally[] }> {
  return db.transaction('r', db.entries, db.tallies, async () => {
    const span = [
      [from, Dexie.minKey],
      [to, Dexie.maxKey]
    ] as const;
    const [entries, tallies] = await Promise.all([
      db.entries
        .where('[day+at]')
        .between(...span)
        .toArray(),
      db.tallies.where('day').between(from, to, true, true).toArray()
    ]);
    return { entries, tallies };
  });
}

function disagreeing(entries: readonly Entry[], tallies: readonly Tally[]): Day[] {
  const told = new Map(tallies.map((tally) => [tally.day, tally]));
  const fromLog = tallyLog(entries);
  return [...new Set([...told.keys(), ...fromLog.keys()])].filter(
    (day) => !sameCounts(told.get(day), fromLog.get(day))
  );
}

function firstDay(): Promise<Day | undefined> {
  return earliestFrom('');
}

function nextDay(from: Day): Promise<Day | undefined> {
  return earliestFrom(addDays(from, STEP_DAYS));
}

/** The earliest day, from one on, that has an entry or a tally. */
async function earliestFrom(day: Day): Promise<Day | undefined> {
  const [entry, tallied] = await Promise.all([
    db.entries.where('[day+at]').aboveOrEqual([day, Dexie.minKey]).first(),
    db.tallies.where('day').aboveOrEqual(day).first()
  ]);
  return [entry?.day, tallied?.day].filter((found) => found !== undefined).sort()[0];
}
