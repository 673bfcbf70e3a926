import { isComplaint, isMissed } from './always.ts';
import { isAsked, isFramed, WARM, YOU, type Rule } from './rule.ts';

/*
 * Other ways to say always and never: "every time", "all the time", "for once".
 */

const notEver: Rule = {
  kind: 'always',
  parts: ['impulse', 'about'],
  pattern:
    /\byou (?:do not|don't) ever (?<what>[^,.!?;:\n]+)|\bnot once have you (?<once>[^,.!?;:\n]+)/gi,
  instead: ({ match, mood, before }) => {
    const { what, once } = match.groups ?? {};
    if (mood === 'pleasant' || isFramed(before) || !isMissed(what ?? once ?? '')) return undefined;
    return what ? `you rarely ${what}` : `you have rarely ${once ?? ''}`;
  }
};

const allYouDo: Rule = {
  kind: 'always',
  parts: ['impulse'],
  pattern:
    /\ball you (?:ever )?do (?:all day |these days )?is (?<what>(?:work|complain|moan|nag|criticis|criticiz|sleep|sit|play|drink|lie|talk about (?:work|yourself|your)|shout|argue|stare)\w*[^,.!?;:\n]*)/gi,
  instead: ({ match, before }) =>
    isFramed(before) ? undefined : `you ${match.groups?.what ?? ''} a lot`
};

const itIsAlways: Rule = {
  kind: 'always',
  parts: ['impulse', 'about'],
  pattern:
    /\bit(?:'s| is| has to be| was) (?<always>always) (?:about you\b(?! and)|your way|me (?:who|that) (?:has|have) to)\b/gi,
  instead: ({ match, before }) => {
    if (isFramed(before)) return undefined;
    const start = match.index + match[0].toLowerCase().indexOf('always');
    return { start, end: start + 'always'.length, instead: 'often' };
  }
};

const everyTime: Rule = {
  kind: 'always',
  parts: ['impulse', 'about'],
  pattern:
    /\b(?:each and )?every (?:(?:single|bloody|fucking|damn) )?time (?=(?:I (?:ask|say|talk|speak|tell|try|need|mention|come|want)\b[^,.!?;:\n]*, )?you (?:are |were |have )?(?<what>[^,.!?;:\n]*))/gi,
  instead: ({ mood, before, after, match }) => {
    const isHard = isComplaint(match.groups?.what ?? '');
    return mood === 'pleasant' || WARM.test(before + after) || !isHard ? undefined : 'when ';
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
    if (mood === 'pleasant' || isFramed(before) || isAsked(before) || !isComplaint(rest))
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
  instead: ({ match }) => {
    const what = match.groups?.what ?? match.groups?.short ?? '';
    return isMissed(what) || match.groups?.short ? `I would like you to ${what}` : undefined;
  }
};

/** It is not so all the time. */
export const OFTEN: readonly Rule[] = [
  notEver,
  allYouDo,
  itIsAlways,
  everyTime,
  allTheTime,
  nothingIDo,
  forOnce,
  everListen
];
