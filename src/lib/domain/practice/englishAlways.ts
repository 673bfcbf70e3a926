import {
  begins,
  isAsked,
  isFramed,
  WARM,
  YOU,
  type Instead,
  type Place,
  type Rule
} from './englishRule.ts';
import { CARE, HABIT, HARM, LABEL, TOO_OFTEN } from './englishWords.ts';

/*
 * "You always", "you never". Praise and habits are told apart by what follows.
 */

const FILLERS =
  /^\s*(?:(?:really|very|so|just|quite|ever|even|once|been|be|being|to|a|also|actually|truly|completely|totally)\s+)*/i;
const isCare = (rest: string) =>
  begins(CARE).test(rest) || begins(CARE).test(rest.replace(FILLERS, ''));
const isHarm = (rest: string) => begins(HARM).test(rest.replace(FILLERS, ''));
const isTooOften = (rest: string) =>
  isHarm(rest) || begins(TOO_OFTEN).test(rest.replace(FILLERS, ''));
const isHabit = (rest: string) => begins(HABIT).test(rest.replace(FILLERS, ''));
const OTHERS_FIRST =
  /\b(?:everyone else|everybody else|anyone else|other (?:people|women|men|girls|guys)|your (?:friends|work|phone|mother|mum|mom|boss|ex|colleagues|mates|sister|brother)|strangers)\b/i;

const AUX =
  '(?: (?:are|were|have|had|will|would|can|could|should|must|just|really|simply|seem to|do|did|also|still|do not|have to))*';

const always: Rule = {
  kind: 'always',
  pattern: new RegExp(
    `(${YOU})(${AUX}) (always|constantly|forever|never ever|never once|never even|never)\\b(?<rest>[^.!?;:\\n]*)`,
    'gi'
  ),
  instead: (place) => {
    const { match, before, part, mood } = place;
    const [, you = '', aux = '', adverb = '', tail = ''] = match;
    const rest = tail.trim();
    const isNever = adverb.toLowerCase().startsWith('never');
    const why = /\bwhy (?:do|did|are|were|have|must|can) $/i.exec(before);
    if (isAsked(before) && !why) return undefined;
    if (mood === 'pleasant' || isFramed(before) || hasHypothesis(you + aux)) return undefined;
    if (isNever ? isFineNever(rest) : isFineAlways(rest) || isRecalled(before)) return undefined;
    if (part !== 'impulse' && part !== 'about') {
      if (isNever ? !begins('listen|care|help|think').test(rest) : !begins(HARD_TO_OWN).test(rest))
        return undefined;
    }
    return softened(place, { you: you + aux, adverb, rest, isNever, why: why?.[0] });
  }
};

interface Claim {
  readonly you: string;
  readonly adverb: string;
  readonly rest: string;
  readonly isNever: boolean;
  readonly why: string | undefined;
}

function softened({ match, part }: Place, { you, adverb, rest, isNever, why }: Claim): Instead {
  const from = match.index;
  const end = from + match[0].length;
  if (/'ll$| will$/.test(you)) {
    const hope =
      part === 'about' ? 'the worry that this may stay so' : 'I hope that this can change';
    return { start: from, end, instead: hope };
  }
  const often = isNever ? 'rarely' : 'often';
  const start =
    from + match[0].toLowerCase().indexOf(` ${adverb.toLowerCase()}`, you.length - 1) + 1;
  if (!why) return { start, end: start + adverb.length, instead: often };
  const be = /(are|were|have) $/.exec(why)?.[1];
  const says = be ? `${you} ${be} ${often}` : `${you} ${often}`;
  return { start: from - why.length, end, instead: `I notice that ${says} ${rest}` };
}

/** What it does not help to grant, even in seeing why. */
const HARD_TO_OWN =
  'forget|ignor|interrupt|shout|yell|scream|criticis|criticiz|complain|lie\\b|overreact|nag|have to be right';

/** What can, could, should or would always be so is not said to be. */
function hasHypothesis(you: string): boolean {
  return /\b(?:can|could|should|must|have to|do not|'d|would)$/.test(you.trim());
}

/** Something that is known of them: "as you always say". */
const isRecalled = (before: string) => /\b(?:what|as|like|where|which)\s*$/i.test(before);

function isFineAlways(rest: string): boolean {
  if (isTooOften(rest) && !isCare(rest)) return false;
  if (OTHERS_FIRST.test(rest) && !/\b(?:me|us)\b/.test(rest)) return false;
  return rest === '' || isCare(rest) || isHabit(rest);
}

const HAS_NOT_YET =
  /^(?:been to|met\b|seen\b|tried\b|had (?:a|an|the)\b|eaten\b|done (?:this|it) before|heard of|visited|lived|mind\b|know (?:what|who|when|where|how|until)?\b(?! (?:I|we)\b)|too\b|have to\b|needed|need(?:ed)? to\b|said (?:you|that you) would|asked for)/i;

function isFineNever(rest: string): boolean {
  if (/\bwithout\b/i.test(rest) || begins(LABEL).test(rest.replace(FILLERS, ''))) return true;
  return rest === '' || isHarm(rest) || HAS_NOT_YET.test(rest);
}

const everyTime: Rule = {
  kind: 'always',
  parts: ['impulse', 'about'],
  pattern: /\b(?:every single time|each and every time|every bloody time|every time) (?=you\b)/gi,
  instead: ({ mood, before, after }) => {
    const isHard = isTooOften(after.replace(/^\s*you(?:'re|'ve)?(?: are| have| were)?\s*/i, ''));
    if (mood === 'pleasant' || WARM.test(before + after) || !isHard) return undefined;
    return 'when ';
  }
};

const allTheTime: Rule = {
  kind: 'always',
  parts: ['impulse', 'about'],
  pattern: new RegExp(
    `${YOU}(?: are| were| just| have| have been)* (?<rest>[^,.!?;]*?)\\s(?<when>all the time|all day long|24/7|every single day|day in,? day out)\\b`,
    'gi'
  ),
  instead: ({ match, mood, before }) => {
    const { rest = '', when = '' } = match.groups ?? {};
    if (mood === 'pleasant' || isFramed(before) || isAsked(before) || !isTooOften(rest))
      return undefined;
    const start = match.index + match[0].length - when.length;
    return { start, end: start + when.length, instead: 'often' };
  }
};

const nothingIDo: Rule = {
  kind: 'always',
  pattern:
    /\b(?:nothing (?:that )?I (?:ever )?(?:do|say|try) is (?:ever )?(?:good enough|right|enough)|(?:everything|anything) (?:that )?I (?:do|say|try) is (?:always )?(?:wrong|not (?:good )?enough|a problem))(?: for you)?\b/gi,
  instead: ({ part, before }) =>
    isFramed(before)
      ? undefined
      : part === 'about'
        ? 'the worry that what I do is not enough'
        : 'I worry that what I do is not enough'
};

const forOnce: Rule = {
  kind: 'always',
  parts: ['impulse', 'wish'],
  pattern:
    /\b(?:listen|help|think|admit|be on time|do something|say sorry|pay attention|care|clean|try|ask)\b[^.!?;,]*?(?<once>,? for once)\b/gi,
  instead: ({ match, before }) => {
    if (/\b(?:I|we|me|us)(?: to)? (?:\w+ )?$/.test(before)) return undefined;
    const once = match.groups?.once ?? '';
    const start = match.index + match[0].length - once.length;
    return { start, end: start + once.length, instead: '' };
  }
};

const everListen: Rule = {
  kind: 'always',
  parts: ['impulse', 'wish'],
  pattern:
    /\b(?:why )?(?:can't|couldn't|don't|won't) you ever (?<what>[^.!?\n]+)|\bdo you ever (?<short>listen|think of me|think about me|help|stop)(?: to me| at all)?(?=\s*[?!.]|$)/gi,
  instead: ({ match }) => `I would like you to ${match.groups?.what ?? match.groups?.short ?? ''}`
};

/** It is not always so. */
export const ALWAYS: readonly Rule[] = [
  always,
  everyTime,
  allTheTime,
  nothingIDo,
  forOnce,
  everListen
];
