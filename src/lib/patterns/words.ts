import { resolve } from '$app/paths';
import { m } from '#i18n/paraglide/messages.js';
import { SPAN_HOURS } from '#lib/account/model/missedBids.ts';
import { aboutWords } from '#lib/account/words.ts';
import { wayName } from '#lib/practices/pause/words.ts';
import { MINUTES_A_DAY } from '#lib/reminders/model/reminder.ts';
import { formatMinute } from '#lib/ui/format.ts';
import type { Pattern } from './model/patterns.ts';

/** What can be done about a pattern. */
interface Deed {
  readonly text: string;
  readonly href: string;
}

/** A pattern in a sentence, with its counts. */
export function patternWords(pattern: Pattern): string {
  const counts = { hits: pattern.hits, trials: pattern.trials };
  switch (pattern.kind) {
    case 'hours': {
      const { days, from } = pattern.key;
      return m.patterns_hours({
        ...counts,
        days: days === 'weekdays' ? m.days_week() : m.days_weekend(),
        from: formatMinute(from),
        to: formatMinute((from + SPAN_HOURS * 60) % MINUTES_A_DAY)
      });
    }
    case 'about':
      return m.patterns_about({ ...counts, about: aboutWords(pattern.key) });
    case 'trigger':
      return m.patterns_trigger({ ...counts, trigger: pattern.key });
    case 'way':
      return m.patterns_way({ ...counts, way: wayName(pattern.key) });
  }
}

/** What to do about a pattern. */
export function patternDeed({ kind }: Pattern): Deed {
  switch (kind) {
    case 'hours':
      return { text: m.patterns_hours_do(), href: resolve('/reminders') };
    case 'about':
      return { text: m.patterns_about_do(), href: resolve('/reminders') };
    case 'trigger':
      return { text: m.patterns_trigger_do(), href: resolve('/practice/fear') };
    case 'way':
      return { text: m.patterns_way_do(), href: resolve('/practice/pause') };
  }
}
