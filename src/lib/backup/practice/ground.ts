import * as v from 'valibot';
import { STEPS_MAX } from '#lib/practices/ground/model/ground.ts';
import { flag, list, object } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

/** A goal. */
export const goalsSchema = written({
  text: lineText,
  steps: v.pipe(list(STEPS_MAX, 'choice'), v.array(object({ text: lineText, isDone: flag }))),
  isDone: flag
});

/** A win. */
export const winsSchema = written({ text: lineText });

/** A sentence. */
export const sentencesSchema = written({ harsh: longText, friend: longText, fair: longText });
