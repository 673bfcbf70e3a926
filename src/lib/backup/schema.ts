import { actsSetting } from '#lib/account/model/acts.ts';
import { pausesSetting } from '#lib/account/model/awayDays.ts';
import { entryRecord } from '#lib/account/model/entry.ts';
import { termsSetting } from '#lib/account/model/terms.ts';
import { practiceOf, practiceTables, type Practices } from '#lib/practices/registry.ts';
import { expected, list, optional, type Field, type Tell } from '#lib/record/field.ts';
import { deletedField } from '#lib/record/deleted.ts';
import type { ValueOf } from '#lib/record/setting.ts';
import { nested, shape, type Shape } from '#lib/record/shape.ts';
import { ROWS_MAX } from './model/account.ts';
import { SETTINGS } from './model/settings.ts';
import {
  answerField,
  reminderField,
  REMINDERS_MAX,
  rulesSetting,
  slotKey
} from '#lib/reminders/model/reminder.ts';

/*
 * The places of a backup file, and what each may hold. A later version has what the one before has:
 * the first knew no reminders, the second no practices.
 */

const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d(:?\d\d)?)$/;

const timestamp: Field<string> = {
  holds: { kind: 'instant' },
  read(value, tell) {
    const isTimestamp = typeof value === 'string' && TIMESTAMP.test(value);
    if (isTimestamp && !Number.isNaN(Date.parse(value))) return value;
    return void tell('timestamp');
  },
  words: () => []
};

const first = {
  exportedAt: timestamp,
  terms: expected(termsSetting.field),
  pauses: expected(pausesSetting.field),
  acts: expected(actsSetting.field)
};

const second = {
  ...first,
  rules: expected(rulesSetting.field),
  reminders: expected(
    list(reminderField, {
      max: REMINDERS_MAX,
      tooLong: 'reminders-max',
      unique: { of: ({ id }) => id, at: '.id' }
    })
  ),
  answers: expected(
    list(answerField, { max: ROWS_MAX, tooLong: 'rows-max', unique: { of: slotKey } })
  )
};

/** The settings that came later: a file may lack any of them. */
type Later = {
  readonly [
    S in Exclude<(typeof SETTINGS)[number], { key: keyof typeof second }> as S['key']
  ]: Field<ValueOf<S>> & { readonly isOptional: true };
};
const later = Object.fromEntries(
  SETTINGS.filter(({ key }) => !(key in second)).map((setting) => [
    setting.key,
    optional<Field<unknown>>(setting.field)
  ])
) as Later;

const third = shape({
  ...second,
  ...later,
  deleted: optional(list(deletedField, { max: ROWS_MAX, tooLong: 'rows-max' }))
});

/** The whole file but for its log and the practices, by its version. */
export const HEADS = { 1: shape(first), 2: shape(second), 3: third, 4: third };

interface Reader<Row> {
  read(stored: unknown, tell: Tell): Row | undefined;
  words(row: object): readonly string[];
}

/** Records, each id once. */
const rows = <Row extends { readonly id: string }>({ read, words }: Reader<Row>) =>
  list<Row>(
    { holds: { kind: 'nested', shapes: [] }, read, words },
    { max: ROWS_MAX, tooLong: 'rows-max', unique: { of: ({ id }) => id, at: '.id' } }
  );

/** The records of each practice. A table that is missing is empty: the practice may have been added later. */
export const practicesField = nested(
  shape(
    Object.fromEntries(practiceTables().map((table) => [table, rows(practiceOf(table))]))
  ) as Shape<object> as Shape<Practices>
);

/** The log. */
export const logField = rows(entryRecord);
