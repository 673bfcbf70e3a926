import { m } from '#i18n/paraglide/messages.js';
import type { CardPart } from './model/checkIn.ts';

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
