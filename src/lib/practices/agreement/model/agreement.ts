import type { Day, Stamp } from '#lib/time/day.ts';
import type { Week } from '#lib/time/week.ts';
import { agreementRecord, type Agreement } from '../record.ts';

/*
 * holds ──► changed  another holds in its place, and names it
 *      └──► let go
 *
 * Nothing of it is on the log.
 */

/** Whether the two said in a week that they kept to an agreement. */
export function isKeptIn({ kept }: Agreement, { start, end }: Week): boolean {
  return kept.some((day) => day >= start && day <= end);
}

/** The agreement once it's said that the two kept to it in the week of a day, or that they didn't. */
export function sayKept(before: Agreement, isKept: boolean, on: Day, week: Week, now: number) {
  const others = before.kept.filter((day) => day < week.start || day > week.end);
  return agreementRecord.amend(before, { kept: isKept ? [...others, on] : others }, now);
}

/** The agreement as changed, and the one in its place. */
export function changeAgreement(before: Agreement, text: string, stamp: Stamp) {
  return {
    old: agreementRecord.amend(before, { ended: 'changed' }, stamp.now),
    next: agreementRecord.create({ text, insteadOf: before.id }, stamp)
  };
}

/** What stood in an agreement's place before, the last one first. */
export function earlierOf(agreement: Agreement, all: readonly Agreement[]): Agreement[] {
  const found: Agreement[] = [];
  for (let at: Agreement | undefined = agreement; at;) {
    const { insteadOf }: Agreement = at;
    at = all.find(({ id }) => id === insteadOf);
    // A file may say that two stand in each other's place.
    if (!at || found.includes(at)) break;
    found.push(at);
  }
  return found;
}
