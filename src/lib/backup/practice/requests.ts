import * as v from 'valibot';
import { list } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

const FEELINGS_MAX = 20;

export const requestsSchema = written({
  impulse: longText,
  see: longText,
  feelings: v.pipe(list(FEELINGS_MAX, 'choice'), v.array(lineText)),
  about: longText,
  wish: longText
});
