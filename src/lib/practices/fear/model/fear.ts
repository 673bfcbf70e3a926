import { addDays, isDay, type Day } from '#lib/time/day.ts';
import { wilson } from '#lib/account/model/rate.ts';
import { thoughtIn } from '#lib/practices/pause/model/thoughtIn.ts';
import type { PauseFacts } from '#lib/practices/pause/record.ts';
import type { Thought } from '#lib/practices/thought/record.ts';
import { sameWords } from '#lib/record/words.ts';
import { fearRecord, type Fear, type FearFacts, type FearOutcome } from '../record.ts';

/** Why a fear cannot be kept: no prediction, no day, or a day that is too early. */
export type FearFault = 'prediction' | 'day' | 'past';

/** The days that can be chosen with one press: so many days from today. */
export const DAYS_AHEAD = [1, 3, 7] as const;
/** The one that is proposed. */
export const USUAL_AHEAD = 7;

/** A fear before anything is written. */
export function blankFear(today: Day): FearFacts {
  return fearRecord.blank(addDays(today, USUAL_AHEAD));
}

/** The fear that goes on from a thought: it begins with the thought's own words, and with its evidence. */
export function fearFrom(from: Thought, today: Day): FearFacts {
  const { id, trigger, thought, evidenceFor, evidenceAgainst } = from;
  const brought = { trigger, prediction: thought, evidenceFor, evidenceAgainst };
  return { ...blankFear(today), ...brought, thoughtId: id };
}

/** The fear that goes on from a pause: its day is yet to be chosen. */
export function fearOfPause(pause: PauseFacts, today: Day): FearFacts {
  return { ...blankFear(today), trigger: pause.trigger, prediction: thoughtIn(pause) };
}

/**
 * Why a fear cannot be kept; undefined where it can.
 *
 * @param earliest the first day that it may be asked about: today, for one of today
 */
export function fearFault({ prediction, by }: FearFacts, earliest: Day): FearFault | undefined {
  if (prediction.trim() === '') return 'prediction';
  if (!isDay(by)) return 'day';
  return by < earliest ? 'past' : undefined;
}

/** The fear as a form has it: an outcome or a putting off that the form leaves out is gone. */
export function changeFear(record: Fear, facts: FearFacts, now: number): Fear {
  return fearRecord.amend(record, { ...OPEN, ...facts }, now);
}

const OPEN = { outcome: undefined, notBefore: undefined };

/** The fear with what became of it, and with a line about that. */
export function answerFear(record: Fear, outcome: FearOutcome, line: string, now: number): Fear {
  return fearRecord.amend(record, { outcome, line }, now);
}

/** The fear, open again: nothing is known of what became of it. */
export function reopenFear(record: Fear, now: number): Fear {
  return fearRecord.amend(record, OPEN, now);
}

/** The fear, not to be asked about before a day. */
export function putOffFear(record: Fear, notBefore: Day, now: number): Fear {
  return fearRecord.amend(record, { notBefore }, now);
}

/** Whether its day has come and nothing is known yet, put off or not. */
export function isOverdue({ by, outcome }: FearFacts, today: Day): boolean {
  return !outcome && by <= today;
}

/** So many answers are needed before anything is said of how many came true. */
const ENOUGH_FEARS = 5;

/** How many fears have an outcome, and how many of them came true. */
export interface Outcomes {
  readonly answered: number;
  readonly happened: number;
}

/** Outcomes, where there are enough to tell a share of. Shares are 0 to 1. */
export interface FearCount extends Outcomes {
  /** The trigger that they share; absent for all fears together. */
  readonly trigger?: string;
  readonly differently: number;
  /** The Wilson 95 % interval of the share that did not happen as feared. */
  readonly low: number;
  readonly high: number;
}

/** Counts the fears that have an outcome, from the first one on. */
export function outcomesOf(fears: readonly FearFacts[]): Outcomes {
  const answered = fears.filter(({ outcome }) => outcome).length;
  return { answered, happened: fears.filter(({ outcome }) => outcome === 'happened').length };
}

/** The same of the fears that one trigger set off. */
export function outcomesWith(fears: readonly FearFacts[], trigger: string): Outcomes {
  const key = sameWords(trigger);
  return outcomesOf(fears.filter((fear) => key && sameWords(fear.trigger) === key));
}

/** How many of all fears came true; undefined below {@link ENOUGH_FEARS} answers. */
export function countFears(fears: readonly FearFacts[]): FearCount | undefined {
  const { answered, happened } = outcomesOf(fears);
  if (answered < ENOUGH_FEARS) return undefined;
  const differently = fears.filter(({ outcome }) => outcome === 'differently').length;
  return { answered, happened, differently, ...wilson(answered - happened, answered) };
}

/**
 * The same by trigger, those with most answers first. Triggers that differ only in capitals are
 * one, in the words that were written last; those with too few answers are left out, and so are
 * fears without a trigger.
 */
export function countByTrigger(fears: readonly Fear[]): FearCount[] {
  const groups = new Map<string, Fear[]>();
  for (const fear of fears.filter(({ trigger }) => trigger !== '')) {
    const key = sameWords(fear.trigger);
    groups.set(key, [...(groups.get(key) ?? []), fear]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const count = countFears(group);
      return count ? [{ trigger: lastTrigger(group), ...count }] : [];
    })
    .sort((one, other) => other.answered - one.answered || (one.trigger < other.trigger ? -1 : 1));
}

function lastTrigger(fears: readonly Fear[]): string {
  return fears.reduce((last, fear) => (fear.at > last.at ? fear : last)).trigger;
}
