import type { Account } from './model/account.ts';
import { SETTINGS, type Decisions } from './model/settings.ts';

/*
 * The backup file, as docs/data.md describes it: one JSON object that holds the whole account.
 *
 *   account  ──serialise──►  text  ──parseBackup (read.ts)──►  account, or what is wrong with it
 */

export const APP = 'toward';
/** Raised when a reader of the old version could not read the new one. */
export const VERSION = 4;
/** The largest file that is read, in bytes. Ten years at twenty taps a day are about 17 million. */
export const BACKUP_MAX_BYTES = 100_000_000;

/** The account as the file holds it. */
interface Backup extends Required<Account> {
  readonly app: typeof APP;
  readonly version: typeof VERSION;
  /** ISO 8601, in UTC. */
  readonly exportedAt: string;
}

/**
 * The backup of an account.
 *
 * @param now milliseconds since the epoch
 */
export function toBackup(account: Account, now: number): Backup {
  const head = { app: APP, version: VERSION, exportedAt: new Date(now).toISOString() } as const;
  const decided = SETTINGS.map(({ key, blank }) => [key, account[key] ?? blank]);
  const decisions = Object.fromEntries(decided) as Decisions;
  const { reminders, answers, practices, deleted = [], entries } = account;
  return { ...head, ...decisions, reminders, answers, practices, deleted, entries };
}

/** The text of a backup file. */
export function serialise(account: Account, now: number): string {
  return JSON.stringify(toBackup(account, now));
}
