import { addDays, type Day, type Stamp } from '#lib/time/day.ts';
import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import { isTheirDeposit } from '#lib/account/model/theirs.ts';
import { weekOf, type Week, type Weekday } from '#lib/time/week.ts';
import { checkInRecord, type CheckIn, type CheckInFacts } from '../record.ts';

/*
 * The weekly check-in. It writes itself from the week: three things to say thank you for, the
 * statement in one line. The person changes what is proposed, and what is kept is their own text.
 */

/** So many thank-yous are proposed. */
export const THANKS = 3;
/** A new check-in and, where both were there, the entry that it puts on the log under its own id. */
export function newCheckIn(
  facts: CheckInFacts,
  stamp: Stamp
): { readonly checkIn: CheckIn; readonly entry?: Entry } {
  const checkIn = checkInRecord.create(facts, stamp);
  return checkIn.isTogether
    ? { checkIn, entry: newEntry({ kind: 'experience' }, stamp) }
    : { checkIn };
}

/** The check-in with other facts. Whether both were there stays: it is on the log. */
export function amendCheckIn(record: CheckIn, facts: CheckInFacts, now: number): CheckIn {
  return checkInRecord.amend(record, { ...facts, isTogether: record.isTogether }, now);
}

/**
 * The week that a check-in looks back on: the one in which most of the last days lie. On the last
 * days of a week that is the week itself, on its first three the one before.
 */
export function weekOfCheckIn(today: Day, firstDay: Weekday): Week {
  return weekOf(addDays(today, -3), firstDay);
}

/**
 * Entries to say thank you for: what the partner did well, and at most so many. Those with a note come
 * first, for a thank-you that is specific is heard; then what was warm, then promises kept, acts and
 * attempts to mend, then bids that were met. Nothing comes twice, but for bids that were met on
 * different days where there is not enough else. What is hidden isn't proposed. They are told in the order in which they happened.
 */
export function worthThanks(entries: readonly Entry[], most = THANKS): Entry[] {
  const ranked = entries
    .filter((entry) => isTheirDeposit(entry) && !entry.hidden)
    .toSorted((one, other) => thanksRank(other) - thanksRank(one) || other.at - one.at);
  const varied = ranked.filter(isFirstOf(whatFor));
  const bids = ranked.filter(
    (entry) => entry.kind === 'bid' && !varied.some(({ day }) => day === entry.day)
  );
  return [...varied, ...bids.filter(isFirstOf(({ day }) => day))]
    .slice(0, most)
    .toSorted((one, other) => one.at - other.at);
}

/** Of those with the same key only the first passes. */
function isFirstOf(keyOf: (entry: Entry) => string): (entry: Entry) => boolean {
  const seen = new Set<string>();
  return (entry) => !seen.has(keyOf(entry)) && Boolean(seen.add(keyOf(entry)));
}

/** What a thank-you for it would be about. An act is the same act whatever is noted of it. */
function whatFor(entry: Entry): string {
  switch (entry.kind) {
    case 'act':
      return `act ${entry.act}`;
    case 'bid':
      return `bid ${entry.note ?? entry.about ?? ''}`;
    default:
      return `${entry.kind} ${entry.note ?? ''}`;
  }
}

function thanksRank(entry: Entry): number {
  const noted = entry.note ? 10 : 0;
  if (entry.kind === 'bid') return noted + (entry.warm ? 3 : 1);
  return noted + 2;
}

/** A part of a check-in that can be shown to somebody. */
export type CardPart = (typeof CARD_PARTS)[number];

/** In the order of the card. */
export const CARD_PARTS = [
  'thanks',
  'thanksPartner',
  'promise',
  'together',
  'felt',
  'feltPartner',
  'line',
  'hard'
] as const;

/** What is good to hear. The rest may hurt, or is nobody else's: it is shown only where it is ticked. */
const GLAD: readonly CardPart[] = ['thanks', 'thanksPartner', 'promise', 'together'];

/** The lines of one part; none where nothing was written. */
export function linesOfPart(facts: CheckInFacts, part: CardPart): readonly string[] {
  const said = facts[part];
  return typeof said === 'string' ? [said].filter(Boolean) : said;
}

/** Whether a part is on the card before the user has ticked anything. */
export function isOnCardAtFirst(part: CardPart): boolean {
  return GLAD.includes(part);
}
