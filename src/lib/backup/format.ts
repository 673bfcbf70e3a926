import type { Account } from './model/account.ts';
import { DEFAULT_CHECK_IN } from '#lib/practices/checkIn/model/checkInTime.ts';
import { NO_IDEAS } from '#lib/practices/together/model/ideas.ts';
import { DEFAULT_RULES } from '#lib/reminders/model/reminder.ts';

/*
 * The backup file, as docs/data.md describes it: one JSON object that holds the whole account.
 *
 *   account  ──serialise──►  text  ──parseBackup (parse.ts)──►  account, or what is wrong with it
 */

export const APP = 'toward';
/** Raised when a reader of the old version could not read the new one. */
export const VERSION = 4;
/** The largest file that is read, in bytes. Ten years at twenty taps a day are about 17 million. */
export const BACKUP_MAX_BYTES = 100_000_000;

/** The account as the file holds it. */
export interface Backup extends Required<Account> {
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
  const { terms, pauses, acts, partner = '', rules = DEFAULT_RULES, reminders, answers } = account;
  const head = { app: APP, version: VERSION, exportedAt: new Date(now).toISOString() } as const;
  const { ideas = NO_IDEAS, checkIn = DEFAULT_CHECK_IN, practices, entries } = account;
  const { deleted = [] } = account;
  return {
    ...head,
    terms,
    pauses,
    acts,
    partner,
    rules,
    reminders,
    answers,
    ideas,
    checkIn,
    practices,
    deleted,
    entries
  };
}

/** The text of a backup file. */
export function serialise(account: Account, now: number): string {
  return JSON.stringify(toBackup(account, now));
}
