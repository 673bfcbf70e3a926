import * as v from 'valibot';
import { REPLIES, UNTIL_RESUMED } from '#lib/reminders/model/reminder.ts';
import { isAnswer, TEXT_MAX, TIMES_MAX } from '#lib/reminders/model/reminderDraft.ts';
import {
  day,
  flag,
  instant,
  isFirst,
  list,
  minute,
  must,
  object,
  text,
  uuid,
  weekday,
  whole
} from './rules.ts';

/** Leaves room below what a calendar can count. */
const SEQUENCE_MAX = 1_000_000_000;

const timesADay = whole([1, TIMES_MAX], 'times-a-day');
const reminderText = v.pipe(text, v.maxLength(TEXT_MAX, must('reminder-length')));

const planText = v.pipe(reminderText, v.nonEmpty(must('name')));

const timesSchema = v.variant(
  'kind',
  [
    object({
      kind: v.literal('fixed', must('times')),
      at: v.pipe(
        list(TIMES_MAX, 'times-a-day'),
        v.nonEmpty(must('times-a-day')),
        v.array(minute),
        v.checkItems(isFirst, must('twice'))
      )
    }),
    v.pipe(
      object({
        kind: v.literal('spread', must('times')),
        count: timesADay,
        from: minute,
        to: minute
      }),
      v.forward(
        v.check(({ from, to }) => to > from, must('window')),
        ['to']
      )
    )
  ],
  ({ path }) => must(path ? 'times' : 'object')
);

/** One reminder. Keys that it does not know are dropped. */
export const reminderSchema = object({
  id: uuid,
  createdAt: instant,
  updatedAt: instant,
  text: reminderText,
  plan: v.exactOptional(object({ cue: planText, action: planText })),
  days: v.pipe(list(7, 'weekday'), v.array(weekday), v.checkItems(isFirst, must('twice'))),
  times: timesSchema,
  quiet: v.exactOptional(object({ from: minute, to: minute })),
  isOn: flag,
  sequence: whole([0, SEQUENCE_MAX], 'count')
});

/** What became of one prompt. */
export const answerSchema = v.pipe(
  object({
    reminderId: uuid,
    day,
    minute,
    shownAt: instant,
    reply: v.exactOptional(v.picklist(REPLIES, must('reply'))),
    repliedAt: v.exactOptional(instant)
  }),
  v.forward(
    v.check((answer) => isAnswer(answer), must('replied-at')),
    ['repliedAt']
  )
);

/** What holds for all reminders. */
export const rulesSchema = object({
  mostADay: timesADay,
  pausedUntil: v.nullable(v.union([instant, v.literal(UNTIL_RESUMED)], must('instant'))),
  showsWords: v.exactOptional(flag)
});
