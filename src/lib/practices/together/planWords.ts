import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import type { SharedTimeFacts, SharedTimeFault } from './model/sharedTime.ts';
import { formatDay, formatMinute } from '#lib/ui/format.ts';

const FAULTS: Record<SharedTimeFault, () => string> = {
  'no words': m.together_fault_words,
  'no such day': m.together_fault_day,
  'no such time': m.together_fault_time
};

/** Why a plan cannot be kept. */
export function planFaultWords(fault: SharedTimeFault): string {
  return FAULTS[fault]();
}

/** When a plan is: 'Sunday 22 November, 19:30'. */
export function whenWords(plan: Pick<SharedTimeFacts, 'on' | 'minute'>, today: Day): string {
  const { on, minute } = plan;
  if (on === null) return m.together_no_day();
  const day = formatDay(on, today);
  return minute === null ? day : m.together_on({ day, time: formatMinute(minute) });
}
