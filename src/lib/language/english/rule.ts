import type { Mood } from '#lib/practices/gently/model/feelings.ts';
import type { Finding, GentlePart, HintKind } from '../hints.ts';

/*
 * What the rules of English are made of (hints.ts). A rule finds words by a pattern, and looks at
 * what stands around them before it says anything.
 */

/** A place that a rule has found, with its surroundings. */
export interface Place {
  readonly part: GentlePart;
  readonly mood: Mood | undefined;
  readonly match: RegExpExecArray;
  /** From the beginning of the clause, and up to the end of the sentence. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
}

/** What else could stand there: for the words found, or for a longer stretch around them. */
export type Instead = string | Omit<Finding, 'kind'> | undefined;

/** What is looked for, why it may be hard to hear, and what else could be said. */
export interface Rule {
  readonly kind: HintKind;
  readonly parts?: readonly GentlePart[];
  readonly pattern: RegExp;
  /** Undefined where the words are harmless in that place. */
  readonly instead: (place: Place) => Instead;
}

/** Where a clause ends. */
export const CLAUSE = /[.!?;:\n…–—]|\s-\s|,?\s\b(?:but|yet|although|though|however|except)\b/g;

/** What before a clause takes it back, hands it to another, or makes it a wish or a joy. */
const FRAMES = [
  /(?:\b(?:not|never|no longer|nor|hardly)|n't)\b(?: \w+){0,2} (?:say|saying|said|think|thinking|thought|mean|meaning|meant|claim|claiming|believe|believing|suggest|suggesting|true|fair to say)(?: to (?:say|you))?(?: that)?\s*$/i,
  /(?:\b(?:not|never)|n't) (?:that|because|as if|as though|like)\s*$/i,
  /\b(?:if|unless|whether|until|hope|hoping|wish|in case|imagine|imagining|suppose|supposing|promise(?: me)?|pretend|dreamed|dreamt|may)(?: that)?\s*$/i,
  /\b(?:you|he|she|they|we|people|everyone|everybody|someone|somebody|nobody|mum|mom|dad|mother|father|sister|brother|friends?|parents|therapist|boss|teacher|ex|who|it)(?:'ve|'d| have| has| had| always| often| once| just| sometimes| also)* (?:say|says|said|saying|told|tell|tells|telling|think|thinks|thought|feel|feels|felt|fear|fears|feared|worry|worried|believe|believes|believed|claim|claims|claimed|wrote|asks?|asked|called|joked|heard)(?: to)?(?: me| you| yourself| us| them| him| her)?(?: that| if| whether| why| how)?\s*$/i,
  /\b(?:love|loved|adore|enjoy|enjoyed|admire|appreciate|treasure|cherish|miss|missed|like|liked|grateful|thankful|glad|happy|proud|thanks|thank you|touched|lucky|moved)(?: it)?(?: \w+){0,2}?(?<!feel(?:s|ing)? like)(?<!felt like) (?:that|how|when|the way|because|everything|all|for)\b[^,;]*$/i,
  /\b(?:wrong|unfair|sorry|mistake)\b[^,;]* (?:say|said|saying|think|thinking|thought|claim|claimed|claiming)(?: that)?\s*$/i,
  /\b(?:dream|film|movie|novel|story|song|joke|book)\b[^,;]*$/i
];

/** Whether what stands before a claim makes it harmless. */
export const isFramed = (before: string) => FRAMES.some((frame) => frame.test(before));
/** What stands at the beginning of a text. */
export const begins = (inside: string) => new RegExp(`^(?:${inside})`, 'i');
/** Words of joy. */
export const WARM =
  /\b(?:smil|laugh|love|happy|melt|safe|better|joy|glad|proud|grateful|thank|warm|beautiful|lovely|sweet|cheer|brilliant|funny|kiss)/i;

/** How a part can say another thing in place of a whole clause. */
export interface Others {
  readonly impulse: string;
  readonly about: string;
  readonly see?: string;
  readonly wish?: string;
}

const HARD_FOR_YOU = 'you may have had a lot on your mind';

/**
 * Other words for a clause. In a first impulse the sentence is replaced, so that it stays one. In
 * what a feeling is about, the clause just goes where something else says what happened.
 */
export function clause(place: Place, others: Others): Instead {
  const { part, text, match, before, after } = place;
  if (part !== 'about') {
    const words = { see: HARD_FOR_YOU, wish: 'us to talk about this', ...others }[part];
    return { ...sentenceAround(text, match), instead: words };
  }
  const lead =
    /(?:(?:\b(?:that|how|when|whenever|because|the way|the fact|the fact that|since|and|so)|,)\s*)+$/.exec(
      before
    );
  const start = match.index - (lead?.[0].length ?? 0);
  const end = match.index + match[0].length;
  const earlier = before.slice(0, before.length - (lead?.[0].length ?? 0));
  const saysWhat = /\w/.test(earlier) || /^\s*(?:when|whenever|because|if)\s/.test(after);
  return saysWhat
    ? { start, end, instead: '' }
    : { start, end: end + clauseLength(after), instead: others.about };
}

/** Up to where a clause goes on in a way that its replacement would not bear. */
function clauseLength(after: string): number {
  const stop = /[,.;!?]|\s(?:when|whenever|because|last|this|yesterday|today|tonight|on|at)\s/.exec(
    after
  );
  return stop?.index ?? after.length;
}

function sentenceAround(text: string, { index, 0: found }: RegExpExecArray) {
  const begun = /[^.!?\n…]*$/.exec(text.slice(0, index))?.[0] ?? '';
  const rest = /^[^.!?\n…]*/.exec(text.slice(index + found.length))?.[0] ?? '';
  const blanks = /^\s*/.exec(begun + found)?.[0].length ?? 0;
  return { start: index - begun.length + blanks, end: index + found.length + rest.length };
}

/** The one who is spoken to, as the beginning of a pattern. */
export const YOU = "\\byou(?: two| guys| both| all)?(?:'re|'ve|'d|'ll)?";

/** With a small letter at the beginning. */
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A question, or words that qualify: "do you always", "not always". */
export function isAsked(before: string): boolean {
  return /\b(?:do|did|don't|didn't|are|aren't|were|weren't|have|haven't|had|will|won't|would|can|can't|could|should|must|may|might)\s$/i.test(
    before
  );
}

/** A rule for which nothing counts but its pattern, and what makes any claim harmless. */
export const simple = (
  kind: HintKind,
  pattern: RegExp,
  others: Others,
  isFine: (place: Place) => boolean = () => false
): Rule => ({
  kind,
  pattern,
  instead: (place) => (isFramed(place.before) || isFine(place) ? undefined : clause(place, others))
});
