import { ALWAYS } from './always.ts';
import { OFTEN } from './often.ts';
import { BLAME } from './blame.ts';
import { LABELLING } from './labels.ts';
import { spelled } from './haste.ts';
import { MINDS } from './minds.ts';
import { ORDERS } from './orders.ts';
import { CLAUSE, lower, type Place, type Rule } from './rule.ts';
import { TOPICS } from './topics.ts';
import { VERDICTS } from './words.ts';
import type { Feeling, Mood } from '#lib/practices/gently/model/feelings.ts';
import type { Finding, GentlePart, HintKind, Manner, Piece } from '../hints.ts';

/*
 * English. Rather silent than wrong: praise, doubts that are owned, what others said, questions,
 * conditions and denials are left alone, and so is whatever is not known for a hard word.
 *
 * The words of the rewordings stand here and not in the message files: they are the grammar of the
 * patterns that they answer. Another language has other patterns, and brings a manner of its own.
 */

const RULES: readonly Rule[] = [
  ALWAYS,
  ...OFTEN,
  ...BLAME,
  ...LABELLING,
  ...MINDS,
  ...TOPICS,
  ...ORDERS
];

function find(part: GentlePart, typed: string, mood: Mood | undefined): Finding[] {
  const { text, typedAt } = spelled(typed);
  const rules = RULES.filter(({ parts }) => !parts || parts.includes(part));
  return rules
    .flatMap((rule) =>
      [...text.matchAll(rule.pattern)].flatMap((match) =>
        finding(rule, match, { part, text, mood })
      )
    )
    .map((found) => ({ ...found, start: typedAt(found.start), end: typedAt(found.end) }));
}

function finding(
  { kind, instead }: Rule,
  match: RegExpExecArray,
  { part, text, mood }: Pick<Place, 'part' | 'text' | 'mood'>
): Finding[] {
  const start = match.index;
  const end = start + match[0].length;
  const before = clauseBefore(text.slice(0, start));
  const after = /^[^.!?\n]*/.exec(text.slice(end))?.[0] ?? '';
  const said = instead({ part, text, mood, match, before, after });
  if (said === undefined) return [];
  return [asStatement(text, kind, typeof said === 'string' ? { start, end, instead: said } : said)];
}

/** What was a question or a cry, and is a statement now, ends like one. */
function asStatement(text: string, kind: HintKind, said: Omit<Finding, 'kind'>): Finding {
  const mark = /^[?!]+/.exec(text.slice(said.end))?.[0];
  if (!mark || !/^(?:I|we|this) /i.test(said.instead)) return { kind, ...said };
  return { kind, start: said.start, end: said.end + mark.length, instead: `${said.instead}.` };
}

function clauseBefore(text: string): string {
  const last = [...text.matchAll(CLAUSE)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

const SMALL =
  /^(?:you|your|we|our|us|the|a|an|it|its|it's|this|that|these|those|there|when|whenever|because|how|what|to|my|me|if|not|no|more|less|some|time|being|having|please|could|would|can|will|about|after|before|since|as|at|in|on|for|with|work|last|yesterday|today|tonight|tomorrow|so|and|just|maybe|perhaps|seeing|hearing|going|help|they|he|she|all|both|one|each|every|quiet|coming|getting|you're|you've|you'd|we're|we've)\b/i;

function tidy(part: Exclude<GentlePart, 'impulse'>, text: string): Piece {
  const plain = text
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '');
  const { opener, bare, whole } = OPENERS[part];
  const rest = plain.replace(opener, '');
  if (rest === plain && whole.test(plain)) return { joint: 'whole', text: asked(plain) };
  const small = joined(part, SMALL.test(rest) ? lower(rest) : rest);
  return { joint: bare.test(small) ? 'bare' : 'after', text: small };
}

/** With the small word that the opener asks for, where it is known to be missing. */
function joined(part: GentlePart, text: string): string {
  if (part === 'about') return TOLD.test(text) ? `because ${lower(text)}` : text;
  if (part !== 'wish') return text;
  const order = find(part, text, undefined).find(
    ({ kind, start }) => kind === 'order' && start === 0
  );
  if (order && /^you (?:not )?to /i.test(order.instead))
    return order.instead + text.slice(order.end);
  return !order && OWN_DEED.test(text) ? `to ${lower(text)}` : text;
}

/** Something told in a clause of its own: "you forgot". */
const TOLD =
  /^(?:(?:we|he|she|they|it) (?!(?:not )?\w+ing\b|and\b|both\b|all\b)|(?:you|nobody|my \w+|your \w+) (?:(?:just|only|never|always|still|often|rarely) )?(?:are|were|is|was|have|has|had|do|did|don't|doesn't|didn't|can't|won't|forgot|came|said|went|told|made|took|gave|broke|lost|spent|kept|\w+ed)\b|(?:you|we|they)'(?:re|ve)|it's)/i;
/** What one would do, or have done to oneself, as it stands after "I would like to". */
const OWN_DEED =
  /^(?:(?:go|make|do|take|spend|talk|start|put|get|keep|sit|eat|give|show|tell|have|try|find|see|meet|turn|change)\b(?=.*\b(?:together|with you|us|our|you)\b)|be (?:held|heard|seen|asked|told|hugged|kissed|loved)\b)(?!.*\b(?:me|my)\b)/i;

/** A question ends like one. */
function asked(text: string): string {
  return QUESTION.test(text) && !/[?!]$/.test(text) ? `${text}?` : text;
}

const QUESTION =
  /^(?:could|would|can|will|shall|may|might|how about|what if|what about|do you|are you)\b/i;
const NEVER = /(?!)/;
const OPENERS = {
  see: { opener: /^(?:I (?:can )?see why|why)\s+/i, bare: NEVER, whole: /^(?:I|I'm|I've)\s/ },
  about: {
    opener: /^about\s+/i,
    bare: /^(?:when|whenever|because|that|if|as|since|after|while)\b/,
    whole: /^(?:I|I'm) (?:feel|am|felt|was)?\b/
  },
  wish: {
    opener: /^I(?:'d| would)(?: really)? (?:like|love)\s+/i,
    bare: NEVER,
    whole:
      /^(?:please|could|would|can|will|shall|may|might|how about|what if|what about|let's|let us|do you|are you|I|I'd|I'm|we)\b/i
  }
} as const;

function behind(word: string): readonly Feeling[] | undefined {
  const plain = word.trim().toLowerCase().replaceAll('’', "'");
  return VERDICTS.find(([words]) => new RegExp(`^(?:${words})$`).test(plain))?.[1];
}

/** How English says things gently. */
export const ENGLISH: Manner = { find, tidy, behind };
