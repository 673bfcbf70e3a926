import { fold, has, pattern, without } from '../matcher.ts';
import {
  around,
  before,
  both,
  not,
  pleasant,
  rowsOf,
  word,
  type Instead,
  type Place,
  type Test
} from '../rows.ts';
import { asked, framed, WARM, YOU } from './place.ts';
import { COMPLAINT, MISSED } from './words.ts';

/*
 * It is not always so: "you always", "you never", "every time", "for once". Only with what is known
 * to be a complaint: what else people say so is praise, a habit or a memory, and there is no end to it.
 */

const FILLERS = pattern`^((really|very|just|quite|even|ever|once|also|actually|truly|completely|totally|properly|be|being|been|bloody|fucking|damn|seem to|seemed to|bother to|bothered to|a bit|bit|going to)\s+)*`;
const COMPLAINED = pattern`^${COMPLAINT}`;
const WANTED = pattern`^${MISSED}`;
/** The end of "calling" and "having", of which "call" and "have" are known. */
const ING = pattern`ing\b(?<=^\w+ing)`;

const bare = (words: string) => without(fold(words).trim(), FILLERS);
/** Whether it is complained of where it happens always. */
const isComplaint = (words: string) => has(bare(words), COMPLAINED);
/** Whether it is missed where it happens never. */
const isMissed = (words: string) =>
  ['ing', '', 'e'].some((ending) => has(bare(words).replace(ING, ending), WANTED));

const complaint: Test = ({ words }) => isComplaint(words.what ?? '');
const missed: Test = ({ words }) => isMissed(words.what ?? '');

const NEVER = pattern`^never`;
const WHY = pattern`\bwhy (do|did|are|were|have|must|can) $`;
const why = before(WHY);
const questioned: Test = ({ text, end }) => /^\s*\?/.test(text.slice(end));
/** Something that is known of them: "as you always say". */
const recalled = before(pattern`\b(what|as|where|which|(?<!feel )(?<!feels )like)\s*$`);
/** What can, could, should or would always be so is not said to be. */
const hypothetical = word('you', pattern`\b(can|could|should|must|have to|do not|'d|would)$`);
/** What in the rest of the sentence says that it is no complaint. */
const FINE = pattern`\b(without|by halves|before (me|you|we)|okay|ok|cute|fine|I (\w+ )?(love|like|admire|appreciate)|thank|grateful)\b`;
const WILL = pattern`('ll| will)$`;
const CHANGING = pattern`^(\w+ )?(change|learn|understand|stop|listen|grow up|apologi[sz]e|care|get it)\b`;
/** What it does not help to grant, even in seeing why. */
const HARD_TO_GRANT = pattern`^(forget|ignor|interrupt|shout|yell|scream|critici[sz]|complain|lie\b|overreact|nag|have to be right|listen|care|help|think)`;

/** "You always …", "you will never …", "why do you always …": what comes after it decides. */
function softened(place: Place): Instead {
  const { part, words, after, start, end } = place;
  const rest = (words.what ?? '').trim();
  const plain = fold(rest);
  const isNever = has(fold(words.here ?? ''), NEVER);
  if (has(plain + after, FINE) || (!isNever && has(plain + after, WARM))) return undefined;
  if (has(fold(words.you ?? ''), WILL)) {
    if (!isNever || !has(plain, CHANGING)) return undefined;
    const hope =
      part === 'about' ? 'the worry that this may stay so' : 'I hope that this can change';
    return { start, end, instead: hope };
  }
  if (!(isNever ? isMissed(rest) : isComplaint(rest))) return undefined;
  if ((part === 'see' || part === 'wish') && !has(plain, HARD_TO_GRANT)) return undefined;
  const often = isNever ? 'rarely' : 'often';
  return why(place) ? noticed(place, often, rest) : often;
}

function noticed({ words, before, start, end }: Place, often: string, rest: string): Instead {
  const question = before.slice(before.search(WHY));
  const be = /(?:are|were|have) $/.exec(question)?.[0] ?? '';
  const instead = `I notice that ${words.you ?? ''} ${be}${often} ${rest}`;
  return { start: start - question.length, end, instead };
}

export const ALWAYS = rowsOf('always', [
  {
    find: pattern`(?<you>${YOU}( (are|were|have|had|will|would|can|could|should|must|just|really|simply|seem to|do|did|also|still|do not|have to))*) (?<here>(always|constantly|forever|never)\b( (ever|once|even|bloody|fucking|damn|really))*)(?<what>[^,.!?;:\n]*)`,
    unless: [
      pleasant,
      framed,
      recalled,
      hypothetical,
      both(not(why), asked),
      both(not(why), questioned)
    ],
    say: softened
  },
  {
    parts: ['impulse', 'about'],
    find: pattern`\byou (do not|don't) ever (?<what>[^,.!?;:\n]+)`,
    unless: [pleasant, framed, not(missed)],
    say: 'you rarely {what}'
  },
  {
    parts: ['impulse', 'about'],
    find: pattern`\bnot once have you (?<what>[^,.!?;:\n]+)`,
    unless: [pleasant, framed, not(missed)],
    say: 'you have rarely {what}'
  },
  {
    parts: ['impulse'],
    find: pattern`\ball you (ever )?do (all day |these days )?is (?<what>(work|complain|moan|nag|criticis|criticiz|sleep|sit|play|drink|lie|talk about (work|yourself|your)|shout|argue|stare)\w*[^,.!?;:\n]*)`,
    unless: [framed],
    say: 'you {what} a lot'
  },
  {
    parts: ['impulse', 'about'],
    find: pattern`\bit('s| is| has to be| was) (?<here>always) (about you\b(?! and)|your way|me (who|that) (has|have) to)\b`,
    unless: [framed],
    say: 'often'
  },
  {
    parts: ['impulse', 'about'],
    find: pattern`\b(each and )?every ((single|bloody|fucking|damn) )?time (?=(I (ask|say|talk|speak|tell|try|need|mention|come|want)\b[^,.!?;:\n]*, )?you (are |were |have )?(?<what>[^,.!?;:\n]*))`,
    unless: [pleasant, around(WARM), not(complaint)],
    say: 'when '
  },
  {
    parts: ['impulse', 'about'],
    find: pattern`${YOU}( are| were| just| have| have been)* (?<what>[^,.!?;]{0,200}?)\s(?<here>all the time|all day long|24/7|every single day|day in,? day out)\b`,
    unless: [pleasant, framed, asked, not(complaint)],
    say: 'often'
  },
  {
    find: pattern`\b(nothing (that )?I (ever )?(do|say|try) is (ever )?(good enough|right|enough)|(everything|anything) (that )?I (do|say|try) is (always )?(wrong|not (good )?enough|a problem))( for you)?\b`,
    unless: [framed],
    say: ({ part }) =>
      part === 'about'
        ? 'the worry that what I do is not enough'
        : 'I worry that what I do is not enough'
  },
  {
    parts: ['impulse', 'wish'],
    find: pattern`\b(listen|help|think|admit|be on time|do something|say sorry|pay attention|care|clean|try|ask)\b[^.!?;,]*?(?<here>,? for once)\b`,
    unless: [before(pattern`\b(I|we|me|us)( to)? (\w+ )?$`)],
    say: ''
  },
  {
    parts: ['impulse', 'wish'],
    find: pattern`\b(why )?(can't|couldn't|don't|won't) you ever (?<what>[^.!?\n]+)`,
    unless: [not(missed)],
    say: 'I’d like you to {what}'
  },
  {
    parts: ['impulse', 'wish'],
    find: pattern`\bdo you ever (?<what>listen|think of me|think about me|help|stop)( to me| at all)?(?=\s*[?!.]|$)`,
    say: 'I’d like you to {what}'
  }
]);
