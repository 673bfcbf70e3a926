import { day, line, list, once, oneOf, optional, required, uuid } from '#lib/record/field.ts';
import type { RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** For so many weeks one agreement can be kept to: twenty years of them. */
const WEEKS_MAX = 1040;

/** What the two have agreed. It has no day: it holds until it's changed or let go. */
export const agreementRecord = practice('agreements', {
  text: required(line()),
  /** A day of each week in which they kept to it, in the order in which that was said. */
  kept: list(day(), { max: WEEKS_MAX, unique: once }),
  /** How it came to an end; absent while it holds. */
  ended: optional(oneOf(['changed', 'let go'])),
  /** The agreement in whose place it stands, where that was changed. */
  insteadOf: optional(uuid())
});

/** An agreement as it is kept. */
export type Agreement = RowOf<typeof agreementRecord>;
