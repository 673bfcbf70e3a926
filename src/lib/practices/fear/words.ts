import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import {
  isOverdue,
  outcomesOf,
  outcomesWith,
  type FearFault,
  type Outcomes
} from './model/fear.ts';
import type { Fear, FearFacts, FearOutcome } from './record.ts';
import { formatAmount, formatDay } from '#lib/ui/format.ts';

const CAME: Record<FearOutcome, () => string> = {
  happened: m.thinking_was_happened,
  'did not': m.thinking_was_did_not,
  differently: m.thinking_was_differently
};

const ANSWERED: Record<FearOutcome, () => string> = {
  happened: m.thinking_due_happened,
  'did not': m.thinking_due_did_not,
  differently: m.thinking_due_differently
};

const OUTCOMES: Record<FearOutcome, () => string> = {
  happened: m.thinking_happened,
  'did not': m.thinking_did_not,
  differently: m.thinking_differently
};

const FAULTS: Record<FearFault, () => string> = {
  prediction: m.thinking_fault_prediction,
  day: m.thinking_fault_day,
  past: m.thinking_fault_past
};

/** What became of a fear, or until or since when it is open. */
export function cameWords(fear: FearFacts, today: Day): string {
  const { outcome, line, by } = fear;
  if (outcome) {
    const came = CAME[outcome]();
    return line ? m.thinking_was_line({ outcome: came, line }) : came;
  }
  const day = formatDay(by, today);
  return isOverdue(fear, today) ? m.thinking_open_since({ day }) : m.thinking_open_until({ day });
}

/** What is said when a fear has been answered: of one that didn't come true, how many of all didn't. */
export function answeredWords(fear: Fear & { outcome: FearOutcome }, all: readonly Fear[]): string {
  if (fear.outcome !== 'did not') return ANSWERED[fear.outcome]();
  const others = all.filter(({ id }) => id !== fear.id);
  const outcomes = outcomesOf([...others, fear]);
  return outcomes.answered === 1
    ? m.thinking_due_did_not()
    : m.thinking_due_did_not_of(notFeared(outcomes));
}

/** How many earlier fears with a trigger didn't come true; '' where none did. */
export function earlierWords(fears: readonly Fear[], trigger: string): string {
  const outcomes = outcomesWith(fears, trigger);
  const isSpared = outcomes.answered > outcomes.happened;
  return isSpared ? m.fear_earlier({ ...notFeared(outcomes), trigger: trigger.trim() }) : '';
}

/** How many of all fears didn't come true, to be put into words. */
export function notFeared({ answered, happened }: Outcomes) {
  const count = answered - happened;
  return { count, shown: formatAmount(count), answered: formatAmount(answered) };
}

/** An outcome to choose. */
export const outcomeWords = (outcome: FearOutcome): string => OUTCOMES[outcome]();

/** Why a fear cannot be kept. */
export const fearFaultWords = (fault: FearFault): string => FAULTS[fault]();
