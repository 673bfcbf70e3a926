import { day, flag, line, list, mark, oneOf, optional, required, text } from '#lib/record/field.ts';
import type { FactsOf, RowOf } from '#lib/record/record.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { practice } from '../record.ts';

/*
 * One's own ground: friends, hobbies, goals of one's own. None of it touches the account.
 */

/** What a person can stand on, in the order in which it's shown. */
export const GROUNDS = ['people', 'joy', 'goals', 'worth'] as const;

/** One of the four grounds. */
export type Ground = (typeof GROUNDS)[number];

/** The most steps of a goal. */
export const STEPS_MAX = 30;

const step = nested(shape({ text: line(), isDone: flag() }));

/** A goal of one's own with small steps, or a plan for one of the other grounds. */
export const goalRecord = practice(
  'goals',
  {
    text: required(line()),
    steps: list(step, { max: STEPS_MAX, isEmpty: ({ text }) => text === '' }),
    isDone: flag(),
    /** Left out for the goals. */
    ground: optional(oneOf(GROUNDS)),
    /** Older ones that are done may lack it. */
    doneOn: optional(day())
  },
  {
    together: [['isDone', 'doneOn']],
    // What is open was done on no day.
    plain: ({ doneOn, ...facts }) => (facts.isDone && doneOn ? { ...facts, doneOn } : facts)
  }
);

/** Something that went well, small ones too. */
export const winRecord = practice('wins', {
  text: required(line()),
  /** Left out for one's own worth. */
  ground: optional(oneOf(GROUNDS))
});

/** A harsh sentence turned into a fair one, or a sentence of one's own to keep. */
export const sentenceRecord = practice('sentences', {
  /** Empty where the fair one stands alone. */
  harsh: text(),
  /** What I would say to someone I care about; empty where that was not asked. */
  friend: text(),
  fair: required(text()),
  /** It comes back on Today. */
  onToday: mark()
});

export type GoalFacts = FactsOf<typeof goalRecord>;
export type SentenceFacts = FactsOf<typeof sentenceRecord>;
/** A small step to a goal. */
export type Step = GoalFacts['steps'][number];
/** A goal as it is kept. */
export type Goal = RowOf<typeof goalRecord>;
/** A win as it is kept. */
export type Win = RowOf<typeof winRecord>;
/** A sentence as it is kept. */
export type Sentence = RowOf<typeof sentenceRecord>;
