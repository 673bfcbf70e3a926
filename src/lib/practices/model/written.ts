import { momentAt, type Moment } from '#lib/time/day.ts';
import { cutText, NOTE_MAX, type Stamp } from '#lib/account/model/entry.ts';

/*
 * What the practices keep. Every practice has facts of its own; a record is those facts with an id
 * and the moment at which they were first written down.
 */

/** What every record of a practice has. */
export interface Written extends Moment {
  /** UUID version 7. */
  readonly id: string;
  /** When it was last written, in milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** The longest free text, in UTF-16 code units. */
export const LONG_MAX = NOTE_MAX;
/** The longest text that stands on one line, in UTF-16 code units. */
export const LINE_MAX = 200;

/** How strong a feeling is: a whole number from 0 to 10. */
export type Strength = number;
/** The strongest. */
export const STRENGTH_MAX = 10;

/** How strongly something is believed: a whole number from 0 to 100. */
export type Belief = number;
/** The strongest. */
export const BELIEF_MAX = 100;

/** A new record: these facts, now, here. The facts must be plain ones already. */
export function newRecord<Facts extends object>(
  facts: Facts,
  { id, now, zone }: Stamp
): Facts & Written {
  return { ...facts, id, ...momentAt(now, zone), updatedAt: now };
}

/** The record with other facts. Its id and its moment stay; `now` becomes its `updatedAt`. */
export function amendRecord<Facts extends object>(
  { id, at, day, zone }: Written,
  facts: Facts,
  now: number
): Facts & Written {
  return { ...facts, id, at, day, zone, updatedAt: now };
}

/** A text of several lines as it is kept: without blanks around it, and not too long. */
export function longText(text: string): string {
  return cutText(text, LONG_MAX);
}

/** A text of one line as it is kept: without line breaks and blanks around it, and not too long. */
export function lineText(text: string): string {
  return cutText(text.replace(/\s+/g, ' '), LINE_MAX);
}

/** Whether a number is whole and from 0 to `max`. */
export function isUpTo(max: number, number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= max;
}
