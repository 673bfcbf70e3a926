import { m } from '#i18n/paraglide/messages.js';
import type { Entry } from '#lib/account/model/entry.ts';
import { isTheirDeposit } from '#lib/account/model/theirs.ts';
import { thanksWords } from '#lib/account/thanks.ts';
import type { Day } from '#lib/time/day.ts';

/**
 * What can be sent of a good moment: a thank-you for what was theirs or shared, else the user's own
 * words. Undefined where there's nothing to say.
 */
export function shareWords(entry: Entry, today: Day): string | undefined {
  if (isTheirDeposit(entry) || entry.kind === 'experience') return thanksWords([entry], today)[0];
  return entry.note && m.share_moment({ note: entry.note });
}
