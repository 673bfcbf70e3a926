import * as v from 'valibot';
import { FEELINGS_MAX } from '#lib/domain/practice/request.ts';
import { list } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

/** A gentle request. */
export const requestsSchema = written({
  impulse: longText,
  see: longText,
  feelings: v.pipe(list(FEELINGS_MAX, 'choice'), v.array(lineText)),
  about: longText,
  wish: longText
});
