import { text } from '#lib/record/field.ts';
import type { FactsOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** An apology, in three parts that are said one after the other. */
export const apologyRecord = practice(
  'apologies',
  {
    /** What I did. */
    did: text(),
    /** What it was like for the other. */
    was: text(),
    /** What I'll do now. */
    will: text()
  },
  {
    // One part is enough: the rest may come later.
    fault: ({ did, was, will }) => (did || was || will ? undefined : 'empty')
  }
);

type ApologyFacts = FactsOf<typeof apologyRecord>;

/** An apology as it can be said. */
export function apologyWords({ did, was, will }: ApologyFacts): string {
  return [did, was, will].filter(Boolean).join('\n');
}
