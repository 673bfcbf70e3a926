import type { Entry } from '#lib/account/model/entry.ts';
import { addDays, type Day } from '#lib/time/day.ts';
import { addMonths, monthEnd, monthOf } from '#lib/time/month.ts';
import { weekFrom, weekOf, type Week, type Weekday } from '#lib/time/week.ts';
import { EARLIER_SPANS } from './recap.ts';

/** What a recap tells of. */
export type SpanKind = 'week' | 'month';

/** The last week or month that is over, or ends today. */
export function lastSpan(kind: SpanKind, today: Day, firstDay: Weekday): Week {
  const tomorrow = addDays(today, 1);
  return kind === 'week'
    ? weekOf(addDays(tomorrow, -7), firstDay)
    : monthFrom(addMonths(monthOf(tomorrow), -1));
}

/** A span, and those before that it's compared with, the latest first. */
export function spansTo(kind: SpanKind, { start }: Week): Week[] {
  return Array.from({ length: 1 + EARLIER_SPANS }, (_, before) =>
    kind === 'week' ? weekFrom(addDays(start, -7 * before)) : monthFrom(addMonths(start, -before))
  );
}

/** The entries of each span. */
export function bySpan(entries: readonly Entry[], spans: readonly Week[]): Entry[][] {
  return spans.map(({ start, end }) => entries.filter(({ day }) => day >= start && day <= end));
}

function monthFrom(start: Day): Week {
  return { start, end: monthEnd(start) };
}
