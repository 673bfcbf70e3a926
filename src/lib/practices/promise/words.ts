import { m } from '#i18n/paraglide/messages.js';
import { partner } from '#lib/account/partner.ts';
import type { Day } from '#lib/time/day.ts';
import type { Who } from '#lib/account/model/entry.ts';
import type { PromiseHint } from '#lib/language/index.ts';
import type { NearDay } from './model/promise.ts';
import type { PromiseFacts, PromiseFault, PromiseOutcome } from './record.ts';
import { formatDay } from '#lib/ui/format.ts';

const NEAR: Record<NearDay, () => string> = {
  today: m.promises_today,
  tomorrow: m.promises_tomorrow,
  weekend: m.promises_weekend,
  week: m.promises_week
};

const OUTCOME: Record<PromiseOutcome, () => string> = {
  kept: m.promises_outcome_kept,
  broken: m.promises_outcome_broken,
  renegotiated: m.promises_outcome_renegotiated
};

const HINT: Record<PromiseHint, () => string> = {
  endless: m.promises_hint_endless,
  vague: m.promises_hint_vague,
  several: m.promises_hint_several
};

/** A day that is near, by its name. */
export function nearDayWords(name: NearDay): string {
  return NEAR[name]();
}

/** Whose promise it is. */
export function whoseWords(by: Who): string {
  return by === 'me' ? m.promises_mine() : m.promises_theirs({ partner: partner() });
}

/** What became of a promise. */
export function promiseOutcomeWords(outcome: PromiseOutcome | undefined): string {
  return outcome ? OUTCOME[outcome]() : m.promises_outcome_open();
}

/** Why a promise cannot be kept. */
export function promiseFaultWords(fault: NonNullable<PromiseFault>): string {
  return fault === 'text' ? m.promises_fault_text() : m.promises_fault_due();
}

/** Why a promise may be hard to check. */
export function promiseHintWords(hint: PromiseHint): string {
  return HINT[hint]();
}

/** Whose promise it is, its day, and whether it took the place of another. */
export function byWhenWords({ by, due, insteadOf }: PromiseFacts, today: Day): string {
  const day = formatDay(due, today);
  if (by === 'me') {
    return insteadOf ? m.promises_mine_by_instead({ day }) : m.promises_mine_by({ day });
  }
  return insteadOf
    ? m.promises_theirs_by_instead({ partner: partner(), day })
    : m.promises_theirs_by({ partner: partner(), day });
}
