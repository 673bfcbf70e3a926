import * as v from 'valibot';
import { FEELING_MAX, FEELINGS_MAX } from '#lib/practices/gently/model/request.ts';
import { list, must, text } from '../rules.ts';
import { longText, written } from './written.ts';

const feeling = v.pipe(text, v.maxLength(FEELING_MAX, must('feeling-length')));

/** A gentle request. */
export const requestsSchema = written({
  impulse: longText,
  see: longText,
  feelings: v.pipe(list(FEELINGS_MAX, 'choice'), v.array(feeling)),
  about: longText,
  wish: longText
});
