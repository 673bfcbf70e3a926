import type { CheckIn } from '../checkIn/model/checkIn.ts';
import type { Disclosure } from '../openness/model/disclosure.ts';
import type { Fear } from '../fear/model/fear.ts';
import type { Goal, Sentence, Win } from '../ground/model/ground.ts';
import type { Grounding } from '../pause/model/grounding.ts';
import type { PromiseMade } from '../promise/model/promise.ts';
import type { Questions } from '../questions/model/questions.ts';
import type { GentleRequest } from '../gently/model/request.ts';
import type { SharedTime } from '../together/model/sharedTime.ts';
import type { Thought } from '../thought/model/thought.ts';

/** The records of all practices, by the table that holds them. */
export interface PracticeRows {
  groundings: Grounding;
  questions: Questions;
  thoughts: Thought;
  fears: Fear;
  requests: GentleRequest;
  promises: PromiseMade;
  disclosures: Disclosure;
  sharedTimes: SharedTime;
  checkIns: CheckIn;
  goals: Goal;
  wins: Win;
  sentences: Sentence;
}

/** The name of a table of records. */
export type PracticeTable = keyof PracticeRows;

/** A record of any practice. */
export type PracticeRow = PracticeRows[PracticeTable];

/** The id of the entry that a record has put on the log; undefined where it has not. */
export function entryIdOf(row: PracticeRow): string | undefined {
  return 'entryId' in row ? row.entryId : undefined;
}

/** All of them, in the order of an archive. */
export const PRACTICE_TABLES = [
  'groundings',
  'questions',
  'thoughts',
  'fears',
  'requests',
  'promises',
  'disclosures',
  'sharedTimes',
  'checkIns',
  'goals',
  'wins',
  'sentences'
] as const satisfies readonly PracticeTable[];

/** Everything that the practices have kept. */
export type Practices = {
  readonly [Table in PracticeTable]: readonly PracticeRows[Table][];
};

/** As on a new device. */
export const NO_PRACTICES: Practices = {
  groundings: [],
  questions: [],
  thoughts: [],
  fears: [],
  requests: [],
  promises: [],
  disclosures: [],
  sharedTimes: [],
  checkIns: [],
  goals: [],
  wins: [],
  sentences: []
};
