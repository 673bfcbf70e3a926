import * as v from 'valibot';
import { WHO } from '#lib/domain/entry.ts';
import { PROMISE_OUTCOMES } from '#lib/domain/practice/promise.ts';
import { day, must, uuid } from '../rules.ts';
import { lineText, oneOf, written } from './written.ts';

export const promisesSchema = written({
  text: lineText,
  by: v.picklist(WHO, must('who')),
  due: day,
  outcome: v.exactOptional(oneOf(PROMISE_OUTCOMES)),
  entryId: v.exactOptional(uuid),
  notBefore: v.exactOptional(day)
});
