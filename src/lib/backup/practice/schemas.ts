import type { BaseIssue, BaseSchema } from 'valibot';
import type { PracticeRows } from '#lib/practices/model/practices.ts';
import { checkInsSchema } from './checkIns.ts';
import { disclosuresSchema } from './disclosures.ts';
import { fearsSchema } from './fears.ts';
import { goalsSchema, sentencesSchema, winsSchema } from './ground.ts';
import { groundingsSchema } from './groundings.ts';
import { promisesSchema } from './promises.ts';
import { questionsSchema } from './questions.ts';
import { requestsSchema } from './requests.ts';
import { sharedTimesSchema } from './sharedTimes.ts';
import { thoughtsSchema } from './thoughts.ts';

/** One record of each practice. Keys that it does not know are dropped. */
export const practiceSchemas: {
  readonly [Table in keyof PracticeRows]: BaseSchema<
    unknown,
    PracticeRows[Table],
    BaseIssue<unknown>
  >;
} = {
  groundings: groundingsSchema,
  questions: questionsSchema,
  thoughts: thoughtsSchema,
  fears: fearsSchema,
  requests: requestsSchema,
  promises: promisesSchema,
  disclosures: disclosuresSchema,
  sharedTimes: sharedTimesSchema,
  checkIns: checkInsSchema,
  goals: goalsSchema,
  wins: winsSchema,
  sentences: sentencesSchema
};
