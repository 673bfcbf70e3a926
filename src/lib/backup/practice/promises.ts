import * as v from 'valibot';
import { WHO } from '#lib/account/model/entry.ts';
import { day, instant, must, object, uuid, zone } from '../rules.ts';
import { lineText, oneOf, written } from './written.ts';
import { PROMISE_OUTCOMES } from '#lib/practices/promise/record.ts';

/** A promise. */
export const promisesSchema = written({
  text: v.pipe(lineText, v.nonEmpty(must('name'))),
  by: v.picklist(WHO, must('who')),
  due: day,
  outcome: v.exactOptional(oneOf(PROMISE_OUTCOMES)),
  told: v.exactOptional(object({ at: instant, day, zone })),
  entryId: v.exactOptional(uuid),
  notBefore: v.exactOptional(day),
  insteadOf: v.exactOptional(uuid)
});
