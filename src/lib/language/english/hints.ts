import { toHints } from '../hints.ts';
import type { GentlePart, Hint, Mood } from '../types.ts';
import { ALWAYS } from './always.ts';
import { BLAME } from './blame.ts';
import { speaksOfDanger } from './danger.ts';
import { findIn } from './find.ts';
import { LABELLING } from './labels.ts';
import { MINDS } from './minds.ts';
import { ORDERS } from './orders.ts';
import { WISHES } from './requests.ts';
import { TOPICS } from './topics.ts';

/*
 * What may be hard to hear in English. Rather silent than wrong: praise, doubts that are owned, what
 * others said, questions, conditions and denials are left alone, and so is whatever is not known for
 * a hard word.
 *
 * The words of the rewordings stand in the rows and not in the message files: they are the grammar of
 * the patterns that they answer. Another language has other patterns, and brings rows of its own.
 */

export { promiseHint } from './promises.ts';
export { behind } from './verdicts.ts';

const find = findIn([...ALWAYS, ...BLAME, ...LABELLING, ...MINDS, ...TOPICS, ...WISHES, ...ORDERS]);

/**
 * Gives the hints on one part of a request. None where it speaks of danger: nobody is told to say
 * that more softly.
 */
export function hintsOn(part: GentlePart, text: string, mood: Mood | undefined): Hint[] {
  return speaksOfDanger(text) ? [] : toHints(part, text, mood, find);
}
