import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import { isOverdue, type FearFault } from './model/fear.ts';
import type { FearFacts, FearOutcome } from './record.ts';
import { formatDay } from '#lib/ui/format.ts';

const CAME: Record<FearOutcome, () => string> = {
  happened: m.thinking_was_happened,
  'did not': m.thinking_was_did_not,
  differently: m.thinking_was_differently
};

const KEPT: Record<FearOutcome, () => string> = {
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
  if (outcome) return line ? `${CAME[outcome]()}: ${line}` : CAME[outcome]();
  const day = formatDay(by, today);
  return isOverdue(fear, today) ? m.thinking_open_since({ day }) : m.thinking_open_until({ day });
}

/** What is said when an outcome has been kept. */
export const outcomeKeptWords = (outcome: FearOutcome): string => KEPT[outcome]();

/** An outcome to choose. */
export const outcomeWords = (outcome: FearOutcome): string => OUTCOMES[outcome]();

/** Why a fear cannot be kept. */
export const fearFaultWords = (fault: FearFault): string => FAULTS[fault]();
