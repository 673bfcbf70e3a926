import * as v from 'valibot';
import { BELIEF_MAX, LINE_MAX, LONG_MAX, STRENGTH_MAX } from '#lib/practices/model/written.ts';
import { day, instant, must, object, text, uuid, whole, zone } from '../rules.ts';

/*
 * The parts that the schemas of the practices are made of.
 */

/** A text that may be long; it may be empty. */
export const longText = v.pipe(text, v.maxLength(LONG_MAX, must('note-length')));
/** A text of one line; it may be empty. */
export const lineText = v.pipe(text, v.maxLength(LINE_MAX, must('line-length')));

/** How strong a feeling is; null where it was not said. */
export const strength = v.nullable(whole([0, STRENGTH_MAX], 'strength'));
/** How strongly something is believed; null where it was not said. */
export const belief = v.nullable(whole([0, BELIEF_MAX], 'belief'));

/** One of some names. */
export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, must('choice'));

/** A record with these facts. Keys that it does not know are dropped. */
export const written = <const Facts extends v.ObjectEntries>(facts: Facts) =>
  object({ id: uuid, at: instant, day, zone, updatedAt: instant, ...facts });
