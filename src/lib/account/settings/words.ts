import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import type { Pause } from '../model/awayDays.ts';
import type { TermName } from '../model/terms.ts';
import { formatDate } from '#lib/ui/format.ts';

const TERMS: Record<TermName, () => string> = {
  toward: m.term_toward,
  warm: m.term_warm,
  act: m.term_act,
  repair: m.term_repair,
  kept: m.term_kept,
  experience: m.term_experience,
  away: m.term_away,
  broken: m.term_broken,
  against: m.term_against
};

/** What a kind of entry is called in the terms. */
export function termWords(name: TermName): string {
  return TERMS[name]();
}

/** The days of a pause: '3 Nov 2026 – 9 Nov 2026', 'Since 3 Nov 2026, still going on'. */
export function pauseWords({ from, to }: Pause, today: Day): string {
  const words = { from: formatDate(from) };
  if (to !== null) return m.pauses_span({ ...words, to: formatDate(to) });
  return from > today ? m.pauses_open_later(words) : m.pauses_open(words);
}
