import type { Account } from '../model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { currentCheckIn } from '#lib/practices/checkIn/store/checkInRules.ts';
import { migrate } from '#lib/practices/store/migrate.ts';
import { withConnection } from '#lib/store/connection.ts';
import { currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { walkLog } from '#lib/account/store/walkLog.ts';
import { currentActs, currentPauses, currentTerms } from '#lib/account/store/queries.ts';
import { allAnswers, allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import { noPractices, practiceTables, type Practices } from '#lib/practices/registry.ts';
import type { Progress } from '#lib/store/progress.ts';
import { db } from './tables.ts';

/** Rows that one step reads or writes: large enough to be fast, small enough to show progress. */
export const STEP = 2000;

/**
 * The whole account, read from the log step by step.
 *
 * @throws StorageError
 */
export async function readAccount(progress: Progress = () => undefined): Promise<Account> {
  await migrate();
  const [terms, pauses, acts] = await Promise.all([currentTerms(), currentPauses(), currentActs()]);
  const [reminders, answers, rules, ideas, checkIn] = await Promise.all([
    allReminders(),
    allAnswers(),
    currentRules(),
    currentIdeas(),
    currentCheckIn()
  ]);
  const entries = await withConnection(() =>
    db.transaction('r', db.entries, async () => {
      const total = await db.entries.count();
      const all: Entry[] = [];
      await walkLog(STEP, (step) => {
        all.push(...step);
        progress(all.length, total);
      });
      // Under the lock they come in an order that tells nothing.
      return all.sort((a, b) => (a.id < b.id ? -1 : 1));
    })
  );
  const practices = await readPractices();
  return { terms, pauses, acts, rules, ideas, checkIn, reminders, answers, practices, entries };
}

/** Everything that the practices have kept. */
export function readPractices(): Promise<Practices> {
  return withConnection(() =>
    db.transaction('r', practiceTables(), async () => {
      const tables = await Promise.all(practiceTables().map((table) => db.table(table).toArray()));
      const read = practiceTables().map((table, index) => [table, tables[index]]);
      return { ...noPractices(), ...Object.fromEntries(read) };
    })
  );
}
