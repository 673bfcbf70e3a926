import type { Entry } from '#lib/account/model/entry.ts';
import { walkLog } from '#lib/account/store/walkLog.ts';
import type { Account, AccountMerge } from '../model/account.ts';
import { planAccount, recordsOf, type Manner, type Way } from '../model/planAccount.ts';
import { readPractices, STEP } from './readAccount.ts';
import { db } from './tables.ts';

/** What is taken in, and how. */
export interface Intake extends Manner {
  /** Whether what the user has decided is taken too: always, never, or where nothing is decided here. */
  readonly arrangements: 'taken' | 'left' | 'missing';
}

/**
 * What taking in an account would do to the one that is here. It runs inside a transaction of the
 * caller's that holds every table.
 */
export async function planImport(account: Account, manner: Manner): Promise<AccountMerge> {
  const here = {
    entries: await entriesHere(account, manner.way),
    reminders: await db.reminders.toArray(),
    answers: await db.answers.toArray(),
    practices: await readPractices(),
    deleted: await db.deletions.toArray()
  };
  return planAccount(account, here, manner, Date.now());
}

/** Entries: all, to replace them, or to merge only those that the account tells of. */
async function entriesHere(
  { entries, practices, deleted = [] }: Account,
  way: Way
): Promise<Entry[]> {
  const rows = [...entries, ...recordsOf(practices).map(({ row }) => row), ...deleted];
  const ids = new Set(rows.map(({ id }) => id));
  const present: Entry[] = [];
  await walkLog(STEP, (step) => {
    present.push(...step.filter(({ id }) => way === 'replace' || ids.has(id)));
  });
  return present;
}
