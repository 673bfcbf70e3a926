import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendEntry } from '#lib/account/model/entry.ts';
import { PRACTICES } from '#lib/practices/registry.ts';
import { amendReminder } from '#lib/reminders/model/reminderDraft.ts';
import { LAST_INSTANT } from '#lib/record/field.ts';
import type { Kind } from '#lib/record/record.ts';
import * as account from '../account/arbitrary.ts';
import { anyRow } from './arbitrary.ts';

type Dated = { readonly updatedAt: number };
type Edit = (now: number) => Dated;

/** Of each kind of row: any one, and what edits it. */
const EDITED: [string, fc.Arbitrary<readonly [Dated, Edit]>][] = [
  ['entries', account.entry.map((row) => [row, (now) => amendEntry(row, {}, now)])],
  ['reminders', account.reminder.map((row) => [row, (now) => amendReminder(row, row, now)])],
  ...(PRACTICES as readonly Kind<string, object>[]).map(
    (kind): [string, fc.Arbitrary<readonly [Dated, Edit]>] => [
      kind.table,
      anyRow(kind).map((row) => [row, (now) => kind.amend(row, {}, now)])
    ]
  )
];

/** A clock may stand anywhere: set back by years, or ahead. */
const clock = fc.integer({ min: 0, max: LAST_INSTANT });

test.for(EDITED)('an edit of %s is later than what it edits, whatever the clock', ([, edited]) => {
  fc.assert(
    fc.property(edited, clock, ([before, edit], now) => {
      const { updatedAt } = edit(now);
      const next = Math.min(before.updatedAt + 1, LAST_INSTANT);
      expect(updatedAt).toBe(now > before.updatedAt ? now : next);
    })
  );
});
