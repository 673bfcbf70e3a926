import { flag, line, required, text } from '#lib/record/field.ts';
import type { RowOf } from '#lib/record/record.ts';
import { practice } from '../record.ts';

/** Something to be open about before it is asked. */
export const disclosureRecord = practice(
  'disclosures',
  {
    /** The name of a built-in prompt; empty for a note without one. */
    prompt: line({ isOwn: false }),
    note: required(text()),
    isDone: flag()
  },
  {
    // What the act is called on the log is said when it is put there, in the user's language.
    tells: ({ isDone }) => (isDone ? { kind: 'act', by: 'me' } : undefined)
  }
);

/** A note as it is kept. */
export type Disclosure = RowOf<typeof disclosureRecord>;
