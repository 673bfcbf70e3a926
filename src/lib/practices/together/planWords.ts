import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import type { sharedTimeRecord, SharedTimeFacts } from './record.ts';
import { formatDay, formatMinute } from '#lib/ui/format.ts';

type Fault = NonNullable<ReturnType<typeof sharedTimeRecord.fault>>;

const FAULTS: Partial<Record<Fault, () => string>> = {
  on: m.together_fault_day,
  minute: m.together_fault_time
};

/** Why a plan cannot be kept. */
export function planFaultWords(fault: Fault): string {
  return (FAULTS[fault] ?? m.together_fault_words)();
}

/** When a plan is: 'Sunday 22 November, 19:30'. */
export function whenWords(plan: Pick<SharedTimeFacts, 'on' | 'minute'>, today: Day): string {
  const { on, minute } = plan;
  if (on === null) return m.together_no_day();
  const day = formatDay(on, today);
  return minute === null ? day : m.together_on({ day, time: formatMinute(minute) });
}
