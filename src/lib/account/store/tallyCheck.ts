import type { Day } from '#lib/time/day.ts';
import { addToTally, emptyTally, sameCounts, tallyLog, type Tally } from '../model/tally.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { countRetracted } from './ledger.ts';
import { walkLog } from './walkLog.ts';
import { entriesOn } from './queries.ts';
import { entryRecord } from '../model/entry.ts';
import { readWitness, writeWitness } from './witness.ts';
import { db } from './tables.ts';

/** What a look at the database at start has found. */
interface Findings {
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

/** Entries that one step of the check reads at once: few enough never to hold up a tap. */
const STEP_ENTRIES = 500;
/** Days that are mended at once. */
const STEP_DAYS = 31;

/** What a walk over the whole log has found. */
interface Walked {
  /** Days whose tally was mended. */
  readonly mended: number;
  /** Entries that are there and cannot be opened: the disk has damaged what the lock has sealed. */
  readonly damaged: number;
}

/**
 * Counts the log step by step, compares every tally with it, and mends those that disagree.
 *
 * @param pause waited for between steps, to leave the page room to answer
 * @throws StorageError
 */
export function mendTallies(pause: () => Promise<void>): Promise<Walked> {
  return withConnection(() => mendAll(pause));
}

async function mendAll(pause: () => Promise<void>): Promise<Walked> {
  const before = await readLog();
  const { tallies: counted, walked } = await countLog(pause);
  const { retracted } = await readLog();
  // What is logged amid the walk only lowers this; what is retracted is taken into account.
  const damaged = Math.max(0, before.count - (retracted - before.retracted) - walked);
  const suspects = disagreeing(counted, await db.tallies.toArray());
  let mended = 0;
  for (let done = 0; done < suspects.length; done += STEP_DAYS) {
    mended += await mendDays(suspects.slice(done, done + STEP_DAYS));
    await pause();
  }
  return { mended, damaged };
}

/** The tallies that the log makes, and of how many rows. A tap amid the count may be in it or not. */
async function countLog(pause?: () => Promise<void>) {
  const tallies = new Map<Day, Tally>();
  let walked = 0;
  await walkLog(STEP_ENTRIES, (step) => {
    walked += step.length;
    for (const entry of step.flatMap((row) => entryRecord.read(row) ?? [])) {
      tallies.set(entry.day, addToTally(tallies.get(entry.day) ?? emptyTally(entry.day), entry));
    }
    return pause?.();
  });
  return { tallies, walked };
}

/** Looks at the days once more, now in one transaction, and mends those that do disagree. */
function mendDays(suspects: readonly Day[]): Promise<number> {
  return transact([db.entries, db.tallies], async () => {
    const fromLog = tallyLog(await entriesOn(suspects));
    const tallies = (await db.tallies.bulkGet([...suspects])).filter(
      (tally) => tally !== undefined
    );
    const days = disagreeing(fromLog, tallies);
    await db.tallies.bulkDelete(days);
    await db.tallies.bulkPut(days.flatMap((day) => fromLog.get(day) ?? []));
    return days.length;
  });
}

function disagreeing(fromLog: ReadonlyMap<Day, Tally>, tallies: readonly Tally[]): Day[] {
  const told = new Map(tallies.map((tally) => [tally.day, tally]));
  return [...new Set([...told.keys(), ...fromLog.keys()])].filter(
    (day) => !sameCounts(told.get(day), fromLog.get(day))
  );
}
