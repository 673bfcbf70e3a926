import {
  begins,
  isAsked,
  isFramed,
  WARM,
  YOU,
  type Instead,
  type Place,
  type Rule
} from './rule.ts';
import { COMPLAINT, MISSED } from './words.ts';

/*
 * "You always", "you never". Only with what is known to be a complaint: what else people say so is
 * praise, a habit or a memory, and there is no end to it.
 */

const FILLER =
  '(?:really|very|just|quite|even|ever|once|also|actually|truly|completely|totally|properly|be|being|been|bloody|fucking|damn|seem to|seemed to|bother to|bothered to|a bit|bit|going to)';
const FILLERS = new RegExp(`^(?:${FILLER}\\s+)*`, 'i');
const withoutFillers = (words: string) => words.trim().replace(FILLERS, '');
/** Whether it is complained of where it happens always. */
export const isComplaint = (words: string) => begins(COMPLAINT).test(withoutFillers(words));
/** Whether it is missed where it happens never; also as "never calling", "never having time". */
export const isMissed = (words: string) =>
  ['', '$1', '$1e'].some((stem) =>
    begins(MISSED).test(withoutFillers(words).replace(/^(\w+)ing\b/, stem || '$&'))
  );

const AUX =
  '(?: (?:are|were|have|had|will|would|can|could|should|must|just|really|simply|seem to|do|did|also|still|do not|have to))*';

/** It is not always so. */
export const ALWAYS: Rule = {
  kind: 'always',
  pattern: new RegExp(
    `(${YOU})(${AUX}) ((?:always|constantly|forever|never)\\b(?: (?:ever|once|even|bloody|fucking|damn|really))*)(?<rest>[^,.!?;:\\n]*)`,
    'gi'
  ),
  instead: (place) => {
    const { match, before, part, mood } = place;
    const [, you = '', aux = '', adverb = '', tail = ''] = match;
    const rest = tail.trim();
    const isNever = adverb.toLowerCase().startsWith('never');
    const why = /\bwhy (?:do|did|are|were|have|must|can) $/i.exec(before)?.[0];
    if (isAsked(before) && !why) return undefined;
    if (mood === 'pleasant' || isFramed(before) || isRecalled(before)) return undefined;
    if (!why && /^\s*\?/.test(place.text.slice(match.index + match[0].length))) return undefined;
    if (hasHypothesis(you + aux) || (isNever ? FINE : KINDLY).test(rest + place.after))
      return undefined;
    if (WILL.test(you + aux)) return isNever && CHANGING.test(rest) ? neverWill(place) : undefined;
    const isHard = isNever ? isMissed(rest) : isComplaint(rest);
    if (!isHard || (isGranted(part) && !HARD_TO_GRANT.test(rest))) return undefined;
    return softened(place, {
      you: you + aux,
      adverb,
      rest,
      often: isNever ? 'rarely' : 'often',
      why
    });
  }
};

/** What in the rest of the sentence says that it is no complaint. */
const FINE =
  /\b(?:without|by halves|before (?:me|you|we)|okay|ok|cute|fine|I (?:\w+ )?(?:love|like|admire|appreciate)|thank|grateful)\b/i;
const KINDLY = new RegExp(`${WARM.source}|${FINE.source}`, 'i');
const WILL = /(?:'ll| will)$/i;
const CHANGING =
  /^(?:\w+ )?(?:change|learn|understand|stop|listen|grow up|apologi[sz]e|care|get it)\b/i;
/** What it does not help to grant, even in seeing why. */
const HARD_TO_GRANT =
  /^(?:forget|ignor|interrupt|shout|yell|scream|critici[sz]|complain|lie\b|overreact|nag|have to be right|listen|care|help|think)/i;
const isGranted = (part: Place['part']) => part === 'see' || part === 'wish';

function neverWill({ match, part }: Place): Instead {
  return {
    start: match.index,
    end: match.index + match[0].length,
    instead: part === 'about' ? 'the worry that this may stay so' : 'I hope that this can change'
  };
}

interface Claim {
  readonly you: string;
  readonly adverb: string;
  readonly rest: string;
  readonly often: string;
  readonly why: string | undefined;
}

function softened({ match }: Place, { you, adverb, rest, often, why }: Claim): Instead {
  const from = match.index;
  const start = from + you.length + 1;
  if (!why) return { start, end: start + adverb.length, instead: often };
  const be = /(are|were|have) $/.exec(why)?.[1];
  const says = be ? `${you} ${be} ${often}` : `${you} ${often}`;
  return {
    start: from - why.length,
    end: from + match[0].length,
    instead: `I notice that ${says} ${rest}`
  };
}

/** What can, could, should or would always be so is not said to be. */
function hasHypothesis(you: string): boolean {
  return /\b(?:can|could|should|must|have to|do not|'d|would)$/.test(you.trim());
}

/** Something that is known of them: "as you always say". */
const isRecalled = (before: string) =>
  /\b(?:what|as|where|which|(?<!feel )(?<!feels )like)\s*$/i.test(before);
