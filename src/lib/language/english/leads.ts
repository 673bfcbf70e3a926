import type { Lead } from '../types.ts';
import { fold, has, phrases } from '../matcher.ts';

/*
 * English, and short: what a sentence from a hard moment is about, to offer one next step. What isn't
 * found here gets the usual one, so a miss costs nothing.
 */

const THEY = '(they|he|she|my (partner|husband|wife|boyfriend|girlfriend))';
const SOON = "(('ll|'d)|(will|would|might|may|could|(is|are|'s|'re) (going to|about to|gonna)))";

/** In this order: "afraid they'll think I'm boring" is a fear first. */
const LEADS: readonly (readonly [Lead, readonly RegExp[]])[] = [
  [
    'future',
    phrases`
      what if
      (afraid|scared|worried|terrified|fear|fearing) ((of|that) )?(losing|being (left|alone|replaced)|\w+('ll| will| might| won't| is going to| are going to))
      ${THEY} ?${SOON} (\w+ly |just |never |not )?(leave|go|find|meet|choose|forget|stop|end|replace|lose|cheat|break|get (tired|bored)|come back|change)
      (leave me|break up|dump me|end up alone|lose (him|her|them|us))
      (won't|will not|will never|never) (come back|call|answer|write|change|work)
    `
  ],
  [
    'mind',
    phrases`
      \w+ (must|probably|surely|clearly|obviously) (\w+ ){0,2}(think|thinks|feel|feels|hate|hates|be|is|are|want|wants|regret|regrets|find|finds)
      ${THEY} (\w+ly |just )?(think|thinks|feel|feels|hate|hates|regret|regrets|prefer|prefers|find|finds|see|sees)
      (?!(i|we)\b)\w+ (doesn't|don't|does not|do not|no longer|(may|might) not) (even |really )?(love|loves|care|cares|want|wants|like|likes|miss|misses|need|needs|trust|trusts)( about)?( me| us| anymore)?
      (is|are|'s|'re|be|seem|seems|seemed) (\w+ly |so |just |getting )?(angry|mad|bored|annoyed|upset|cold|distant|disappointed|tired of|done with|pulling away|losing interest|hiding|avoiding|ignoring)
    `
  ],
  [
    'wish',
    phrases`
      i('d| would)? (\w+ly |just )?(want|need|wish|like|love|miss|hope)
      i wanted|i needed|i wished|i hoped
      (ask|tell) (him|her|them)
    `
  ]
];

/** Tells what a text is about; undefined where nothing in it says so. */
export function leadOf(text: string): Lead | undefined {
  const folded = fold(text.normalize()).replace(/\s+/g, ' ');
  return LEADS.find(([, found]) => found.some((expression) => has(folded, expression)))?.[0];
}
