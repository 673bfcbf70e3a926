import type { Account } from '../model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { migrate } from '#lib/practices/store/migrate.ts';
import { withConnection } from '#lib/store/connection.ts';
import { walkLog } from '#lib/account/store/walkLog.ts';
import { noPractices, practiceTables, type Practices } from '#lib/practices/registry.ts';
import type { Progress } from '#lib/store/progress.ts';
import { SETTINGS, type Decisions } from '../model/settings.ts';
import { db } from './tables.ts';

/** Rows that one step reads or writes: large enough to be fast, small enough to show progress. */
export const STEP = 2000;

/**
 * The whole account as it is stored, read from the log step by step.
 *
 * @throws StorageError
 */
export async function readAccount(progress: Progress = () => undefined): Promise<Account> {
  await migrate();
  const [settings, reminders, answers, deleted] = await withConnection(() =>
    Promise.all([
      db.settings.bulkGet(SETTINGS.map(({ key }) => key)),
      db.reminders.toArray(),
      db.answers.toArray(),
      db.deletions.toArray()
    ])
  );
  const decided = SETTINGS.map(({ key, blank }, index) => [key, settings[index]?.value ?? blank]);
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
  const decisions = Object.fromEntries(decided) as Decisions;
  return { ...decisions, reminders, answers, practices, deleted, entries };
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
