import { m } from '#i18n/paraglide/messages.js';
import type { Entry } from '#lib/domain/entry.ts';
import type { CardPart } from '#lib/domain/practice/checkIn.ts';
import { weekdayOf } from '#lib/domain/week.ts';
import { formatWeekday } from '#lib/ui/format.ts';
import { actWords } from '#lib/ui/words.ts';

/** A thank-you for something on the log, to be put into one's own words. */
export function thanksWords(entry: Entry): string {
  const words = { what: whatWords(entry), day: formatWeekday(weekdayOf(entry.day)) };
  return entry.note
    ? m.check_in_thanks_note({ ...words, note: entry.note })
    : m.check_in_thanks(words);
}

function whatWords(entry: Entry): string {
  switch (entry.kind) {
    case 'act':
      return actWords(entry.act);
    case 'repair':
      return m.check_in_thanks_repair();
    case 'promise':
      return m.check_in_thanks_promise();
    default:
      return m.check_in_thanks_toward();
  }
}

const PARTS: Record<CardPart, () => string> = {
  thanks: m.check_in_part_thanks,
  thanksPartner: m.check_in_part_thanks_partner,
  promise: m.check_in_part_promise,
  together: m.check_in_part_together,
  felt: m.check_in_part_felt,
  feltPartner: m.check_in_part_felt_partner,
  line: m.check_in_part_line,
  hard: m.check_in_part_hard
};

/** What a part of a check-in is called. */
export function partWords(part: CardPart): string {
  return PARTS[part]();
}
