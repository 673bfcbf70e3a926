import { m } from '#i18n/paraglide/messages.js';
import type { Day } from '#lib/time/day.ts';
import type { Entry } from './model/entry.ts';
import { isTheirDeposit } from './model/theirs.ts';
import { thanksWords } from './thanks.ts';

/**
 * What can be sent of a good moment: a thank-you for what was theirs or shared, else the user's own
 * words. Undefined where there's nothing to say.
 */
export function shareWords(entry: Entry, today: Day): string | undefined {
  if (isTheirDeposit(entry) || entry.kind === 'experience') return thanksWords([entry], today)[0];
  return entry.note && m.share_moment({ note: entry.note });
}
