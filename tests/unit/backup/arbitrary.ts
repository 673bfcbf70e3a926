import fc from 'fast-check';
import { entryRecord } from '#lib/account/model/entry.ts';
import type { Account } from '#lib/backup/model/account.ts';
import { SETTINGS, type Decisions } from '#lib/backup/model/settings.ts';
import { eachPractice, type Practices } from '#lib/practices/registry.ts';
import { deletedField, deletedKey } from '#lib/record/deleted.ts';
import type { Kind } from '#lib/record/record.ts';
import { answerField, reminderField, slotKey } from '#lib/reminders/model/reminder.ts';
import { anyHeld, anyRow } from '../record/arbitrary.ts';

const rowsOf = <T extends object>(kind: Kind<string, T>, maxLength: number) =>
  fc.uniqueArray(anyRow(kind), { selector: ({ id }) => id, maxLength });

const settings = SETTINGS.map(({ key, field }) => [key, anyHeld<unknown>(field)]);

/** Any account that the app can hold. */
export const anyAccount = fc
  .record({
    decisions: fc.record(
      Object.fromEntries(settings)
    ) as fc.Arbitrary<object> as fc.Arbitrary<Decisions>,
    reminders: fc.uniqueArray(anyHeld(reminderField), { selector: ({ id }) => id, maxLength: 5 }),
    answers: fc.uniqueArray(anyHeld(answerField), { selector: slotKey, maxLength: 10 }),
    practices: fc.record(
      eachPractice((practice) => rowsOf(practice as Kind<string, object>, 3))
    ) as fc.Arbitrary<unknown> as fc.Arbitrary<Practices>,
    deleted: fc.uniqueArray(anyHeld(deletedField), { selector: deletedKey, maxLength: 3 }),
    entries: rowsOf(entryRecord, 20)
  })
  .map(({ decisions, ...rows }): Account => ({ ...decisions, ...rows }));
