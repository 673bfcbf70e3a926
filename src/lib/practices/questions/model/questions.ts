import type { Stamp } from '#lib/account/model/entry.ts';
import { amendRecord, lineText, longText, newRecord, type Written } from '../../model/written.ts';
import { ROOTS } from '../record.ts';

/** Whether what is felt is about now, or rooted in the past. */
export type Root = (typeof ROOTS)[number];

/** The three questions after a pause, answered. Each of them may be left empty. */
export interface QuestionsFacts {
  readonly trigger: string;
  /** Null where it was not answered. */
  readonly root: Root | null;
  /** What about now, or what of the past. */
  readonly rootNote: string;
  readonly evidenceFor: string;
  readonly evidenceAgainst: string;
  /** What one would tell a friend. */
  readonly friend: string;
}

/** The answers as they are kept. */
export type Questions = QuestionsFacts & Written;

/** Why answers cannot be kept: there are none. */
export type QuestionsFault = 'empty';

/** The questions before anything is answered. */
export const BLANK_QUESTIONS: QuestionsFacts = {
  trigger: '',
  root: null,
  rootNote: '',
  evidenceFor: '',
  evidenceAgainst: '',
  friend: ''
};

/**
 * The answers as a plain object that holds what is known and nothing else, so that it can be stored
 * whatever it came from. Texts too long are cut.
 */
export function plainQuestions(facts: QuestionsFacts): QuestionsFacts {
  const { root } = facts;
  return {
    trigger: lineText(facts.trigger),
    root: root !== null && ROOTS.includes(root) ? root : null,
    rootNote: longText(facts.rootNote),
    evidenceFor: longText(facts.evidenceFor),
    evidenceAgainst: longText(facts.evidenceAgainst),
    friend: longText(facts.friend)
  };
}

/** Why the answers cannot be kept; undefined where they can. A trigger alone answers nothing. */
export function questionsFault(facts: QuestionsFacts): QuestionsFault | undefined {
  const { root, ...texts } = plainQuestions(facts);
  const answers = wordsOfQuestions({ ...texts, root, trigger: '' });
  return root === null && answers.length === 0 ? 'empty' : undefined;
}

/** New answers, now, here. */
export function newQuestions(facts: QuestionsFacts, stamp: Stamp): Questions {
  return newRecord(plainQuestions(facts), stamp);
}

/** The record with other answers. */
export function amendQuestions(record: Questions, facts: QuestionsFacts, now: number): Questions {
  return amendRecord(record, plainQuestions(facts), now);
}

/** What the user wrote, to be searched. */
export function wordsOfQuestions(facts: QuestionsFacts): string[] {
  const { trigger, rootNote, evidenceFor, evidenceAgainst, friend } = facts;
  return [trigger, rootNote, evidenceFor, evidenceAgainst, friend].filter((text) => text !== '');
}
