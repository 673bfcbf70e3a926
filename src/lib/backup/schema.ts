import * as v from 'valibot';
import { ACTS_MAX } from '#lib/domain/acts.ts';
import { isDay, isZoneName } from '#lib/domain/day.ts';
import { ABOUTS, ACT_MAX, NOTE_MAX, RESPONSES, WHO, type Kind } from '#lib/domain/entry.ts';
import { isPause, PAUSES_MAX } from '#lib/domain/pause.ts';
import {
  DEPOSITS,
  HALF_LIFE_MAX,
  HALF_LIFE_MIN,
  WITHDRAWALS,
  worthRange
} from '#lib/domain/terms.ts';

/** What a place in the file does not keep to. The words for each are in the message files. */
export const RULES = [
  'file-size',
  'json',
  'app',
  'version',
  'newer',
  'missing',
  'object',
  'list',
  'text',
  'name',
  'note-length',
  'act-length',
  'uuid',
  'twice',
  'instant',
  'timestamp',
  'day',
  'day-of-at',
  'zone',
  'kind',
  'who',
  'response',
  'about',
  'outcome',
  'true',
  'deposit',
  'withdrawal',
  'half-life',
  'pause-end',
  'entries-max',
  'pauses-max',
  'acts-max'
] as const;

export type Rule = (typeof RULES)[number];

/** More entries than this do not fit into a file of the allowed size. */
const ENTRIES_MAX = 1_000_000;
/** The end of the year 2100, in milliseconds since the epoch. */
const LAST_INSTANT = 4_133_980_799_999;

/** The type checker sees to it that every message of a schema is a rule. */
const must = (rule: Rule): Rule => rule;

/** Valibot tells a missing key as a fault of the object around it. */
const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.object(entries, ({ expected }) => must(expected === 'Object' ? 'object' : 'missing'));

/** A list whose length is looked at before its items, so that no list is too long to refuse. */
const list = (max: number, tooLong: Rule) =>
  v.pipe(v.array(v.unknown(), must('list')), v.maxLength(max, tooLong));

const whole = ([min, max]: readonly [number, number], rule: Rule) =>
  v.pipe(v.number(rule), v.integer(rule), v.minValue(min, rule), v.maxValue(max, rule));

const text = v.pipe(v.string(must('text')), v.trim());
const actName = v.pipe(text, v.nonEmpty(must('name')), v.maxLength(ACT_MAX, must('act-length')));
const note = v.pipe(text, v.maxLength(NOTE_MAX, must('note-length')));
const uuid = v.pipe(v.string(must('uuid')), v.uuid(must('uuid')), v.toLowerCase());
const instant = whole([0, LAST_INSTANT], 'instant');
const day = v.pipe(v.string(must('day')), v.check(isDay, must('day')));
const zone = v.pipe(v.string(must('zone')), v.check(isZoneName, must('zone')));
const timestamp = v.pipe(
  v.string(must('timestamp')),
  v.isoTimestamp(must('timestamp')),
  v.check((text) => !Number.isNaN(Date.parse(text)), must('timestamp'))
);
const yes = v.literal(true, must('true'));
const by = v.picklist(WHO, must('who'));

const kind = <const K extends Kind>(name: K) => v.literal(name, must('kind'));
const common = {
  id: uuid,
  at: instant,
  day,
  zone,
  updatedAt: instant,
  note: v.exactOptional(note)
};

/** One entry. Keys that its kind does not know are dropped. */
export const entrySchema = v.variant(
  'kind',
  [
    object({
      ...common,
      kind: kind('bid'),
      by,
      response: v.picklist(RESPONSES, must('response')),
      warm: v.exactOptional(yes),
      about: v.exactOptional(v.picklist(ABOUTS, must('about')))
    }),
    object({ ...common, kind: kind('act'), by, act: actName }),
    object({ ...common, kind: kind('repair'), by, of: v.exactOptional(uuid) }),
    object({
      ...common,
      kind: kind('promise'),
      by,
      outcome: v.picklist(['kept', 'broken'], must('outcome'))
    }),
    object({ ...common, kind: kind('experience') })
  ],
  ({ path }) => must(path ? 'kind' : 'object')
);

const termsSchema = object({
  worth: object({
    ...v.entriesFromList(DEPOSITS, whole(worthRange('toward'), 'deposit')),
    ...v.entriesFromList(WITHDRAWALS, whole(worthRange('away'), 'withdrawal'))
  }),
  halfLife: v.nullable(whole([HALF_LIFE_MIN, HALF_LIFE_MAX], 'half-life'))
});

const pauseSchema = v.pipe(
  object({ from: day, to: v.nullable(day) }),
  v.forward(
    v.check((pause) => isPause(pause), must('pause-end')),
    ['to']
  )
);

const actSchema = object({ name: actName, hidden: v.exactOptional(yes) });

/** The part of the file that holds what the user has decided. */
export const headSchema = object({
  exportedAt: timestamp,
  terms: termsSchema,
  pauses: v.pipe(list(PAUSES_MAX, 'pauses-max'), v.array(pauseSchema)),
  acts: v.pipe(list(ACTS_MAX, 'acts-max'), v.array(actSchema))
});

/** The log, whose entries are then looked at one by one. */
export const logSchema = list(ENTRIES_MAX, 'entries-max');
