import * as v from 'valibot';
import { isFirst, list, must } from '../rules.ts';
import { lineText, longText, oneOf, strength, written } from './written.ts';
import { WAYS } from '#lib/practices/pause/record.ts';

const ways = v.pipe(
  list(WAYS.length, 'choice'),
  v.array(oneOf(WAYS)),
  v.checkItems(isFirst, must('twice'))
);

/** A pause. */
export const groundingsSchema = written({
  trigger: lineText,
  feeling: lineText,
  because: longText,
  before: strength,
  after: strength,
  ways,
  helped: ways,
  alsoHelped: lineText
});
