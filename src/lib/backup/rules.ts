import * as v from 'valibot';
import { BROKEN, LAST_INSTANT } from '#lib/record/field.ts';
import { isDay, isZoneName } from '#lib/time/day.ts';
import { MINUTES_A_DAY } from '#lib/reminders/model/reminder.ts';

/*
 * What every value in a file is held to. The parts that the schemas are made of.
 */

/** What a place in the file does not keep to. The words for each are in the message files. */
export const RULES = [
  ...BROKEN,
  'file-size',
  'json',
  'app',
  'version',
  'newer',
  'timestamp',
  'entries-max',
  'reminders-max',
  'answers-max',
  'practices-max'
] as const;

/** What a value is held to. */
export type Rule = (typeof RULES)[number];

/** The type checker sees to it that every message of a schema is a rule. */
export const must = (rule: Rule): Rule => rule;

/** Valibot tells a missing key as a fault of the object around it. */
export const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.object(entries, ({ expected }) => must(expected === 'Object' ? 'object' : 'missing'));

/** A list whose length is looked at before its items, so that no list is too long to refuse. */
export const list = (max: number, tooLong: Rule) =>
  v.pipe(v.array(v.unknown(), must('list')), v.maxLength(max, tooLong));

/** A whole number from `min` to `max`. */
export const whole = ([min, max]: readonly [number, number], rule: Rule) =>
  v.pipe(
    v.number(rule),
    v.integer(rule),
    v.minValue(min, rule),
    v.maxValue(max, rule),
    // JSON knows a zero below zero, and it would be shown as one.
    v.transform((number) => number + 0)
  );

/** A text, without blanks around it. */
export const text = v.pipe(v.string(must('text')), v.trim());
/** A UUID of any version, in lower case. */
export const uuid = v.pipe(v.string(must('uuid')), v.uuid(must('uuid')), v.toLowerCase());
/** Milliseconds since the epoch. */
export const instant = whole([0, LAST_INSTANT], 'instant');
/** 'YYYY-MM-DD', a day that exists. */
export const day = v.pipe(v.string(must('day')), v.check(isDay, must('day')));
/** The name of a time zone. */
export const zone = v.pipe(v.string(must('zone')), v.check(isZoneName, must('zone')));
/** A mark that is true where it is there. */
export const yes = v.literal(true, must('true'));
/** Minutes since midnight. */
export const minute = whole([0, MINUTES_A_DAY - 1], 'minute');
/** 1 is Monday. */
export const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] as const, must('weekday'));
/** True or false. */
export const flag = v.boolean(must('flag'));

/** For a list that may hold each item once. */
export function isFirst<T>(item: T, index: number, items: readonly T[]): boolean {
  return items.indexOf(item) === index;
}
