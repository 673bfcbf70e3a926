import * as v from 'valibot';
import type { Account } from './model/account.ts';
import { ACTS_MAX } from '#lib/account/model/acts.ts';
import { ACT_MAX } from '#lib/account/model/entry.ts';
import { isPause, PAUSES_MAX } from '#lib/account/model/awayDays.ts';
import {
  DEPOSITS,
  HALF_LIFE_MAX,
  HALF_LIFE_MIN,
  WITHDRAWALS,
  worthRange
} from '#lib/account/model/terms.ts';
import { checkInRulesSchema } from './practice/checkIns.ts';
import { ideasSchema } from './practice/ideas.ts';
import { answerSchema, reminderSchema, rulesSchema } from './reminderSchema.ts';
import { day, list, must, object, text, whole, yes } from './rules.ts';
import { practiceTables } from '#lib/practices/registry.ts';

/** More entries than this do not fit into a file of the allowed size. */
const ENTRIES_MAX = 1_000_000;
/** More than are kept: two accounts taken together must fit in. */
const REMINDERS_IN_FILE_MAX = 1000;
const ANSWERS_MAX = 100_000;
/** Of each practice. */
const ROWS_MAX = 100_000;

const actName = v.pipe(text, v.nonEmpty(must('name')), v.maxLength(ACT_MAX, must('act-length')));
const timestamp = v.pipe(
  v.string(must('timestamp')),
  v.isoTimestamp(must('timestamp')),
  v.check((text) => !Number.isNaN(Date.parse(text)), must('timestamp'))
);

const termsSchema = object({
  worth: object({
    ...v.entriesFromList(DEPOSITS, whole(worthRange('toward'), 'deposit')),
    ...v.entriesFromList(WITHDRAWALS, whole(worthRange('away'), 'withdrawal'))
  }),
  halfLife: v.nullable(whole([HALF_LIFE_MIN, HALF_LIFE_MAX], 'half-life'))
});

/** One pause of the account. */
export const pauseSchema = v.pipe(
  object({ from: day, to: v.nullable(day) }),
  v.forward(
    v.check((pause) => isPause(pause), must('pause-end')),
    ['to']
  )
);

/** One act on the pad. */
export const actSchema = object({ name: actName, hidden: v.exactOptional(yes) });

/** The whole file but for its log and the practices, as it is taken in. */
export interface Head extends Omit<Account, 'entries' | 'practices'> {
  readonly exportedAt: string;
}

const firstHead = {
  exportedAt: timestamp,
  terms: termsSchema,
  pauses: v.pipe(list(PAUSES_MAX, 'pauses-max'), v.array(pauseSchema)),
  acts: v.pipe(list(ACTS_MAX, 'acts-max'), v.array(actSchema))
};

const secondHead = {
  ...firstHead,
  rules: rulesSchema,
  reminders: v.pipe(list(REMINDERS_IN_FILE_MAX, 'reminders-max'), v.array(reminderSchema)),
  answers: v.pipe(list(ANSWERS_MAX, 'answers-max'), v.array(answerSchema))
};

const thirdHead = object({
  ...secondHead,
  ideas: v.exactOptional(ideasSchema),
  checkIn: v.exactOptional(checkInRulesSchema)
});

/** By the version of the file. The first one knew no reminders, the second one no practices. */
export const headSchemas = {
  1: v.pipe(
    object(firstHead),
    v.transform((head) => ({ ...head, reminders: [], answers: [] }))
  ),
  2: object(secondHead),
  3: thirdHead,
  4: thirdHead
} satisfies Record<number, v.GenericSchema<unknown, Head>>;

const rows = list(ROWS_MAX, 'practices-max');

/**
 * The records of each practice, which are then looked at one by one. Every table is optional:
 * a file from before a practice was added must still be read.
 */
export const practicesSchema = object(v.entriesFromList(practiceTables(), v.exactOptional(rows)));

/** The log, whose entries are then looked at one by one. */
export const logSchema = list(ENTRIES_MAX, 'entries-max');
