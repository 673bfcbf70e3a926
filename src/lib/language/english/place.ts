import { has, pattern } from '../matcher.ts';
import { after, before, type Instead, type Place, type Test } from '../rows.ts';

/*
 * What English rows have in common: what around a claim makes it harmless, and how a clause is said
 * in another way.
 */

/** Where a clause ends. */
export const CLAUSE_END = pattern`[.!?;:\n…–—]|\s-\s|,?\s\b(but|yet|although|though|however|except)\b`;

const SAY =
  'say|says|said|saying|told|tell|tells|telling|think|thinks|thought|feel|feels|felt|fear|fears|feared|worry|worried|believe|believes|believed|claim|claims|claimed|wrote|asks?|asked|called|joked|heard';

/** What before a clause takes it back, hands it to another, or makes it a wish or a joy. */
export const FRAMES = [
  pattern`(\b(not|never|no longer|nor|hardly)|n't)\b( \w+){0,2} (say|saying|said|think|thinking|thought|mean|meaning|meant|claim|claiming|believe|believing|suggest|suggesting|true|fair to say)( to (say|you))?( that)?\s*$`,
  pattern`(\b(not|never)|n't) (that|because|as if|as though|like)\s*$`,
  pattern`\b(if|unless|whether|until|hope|hoping|wish|in case|imagine|imagining|suppose|supposing|promise( me)?|pretend|dreamed|dreamt|may)( that)?\s*$`,
  pattern`\b(you|he|she|they|we|people|everyone|everybody|someone|somebody|nobody|mum|mom|dad|mother|father|sister|brother|friends?|parents|therapist|boss|teacher|ex|who|it)('ve|'d| have| has| had| always| often| once| just| sometimes| also)* (${SAY})( to)?( me| you| yourself| us| them| him| her)?( that| if| whether| why| how)?\s*$`,
  pattern`\b(love|loved|adore|enjoy|enjoyed|admire|appreciate|treasure|cherish|miss|missed|like|liked|grateful|thankful|glad|happy|proud|thanks|thank you|touched|lucky|moved)( it)?( \w+){0,2}?(?<!feel(s|ing)? like)(?<!felt like) (that|how|when|the way|because|everything|all|for)\b[^,;]{0,300}$`,
  pattern`\b(wrong|unfair|sorry|mistake)\b[^,;]{0,300} (say|said|saying|think|thinking|thought|claim|claimed|claiming)( that)?\s*$`,
  pattern`\b(dream|film|movie|novel|story|song|joke|book)\b[^,;]{0,300}$`
];

/** What stands before a claim makes it harmless. */
export const framed = before(...FRAMES);

/** A question, or words that qualify: "do you always", "not always". */
export const asked = before(
  pattern`\b(do|did|don't|didn't|are|aren't|were|weren't|have|haven't|had|will|won't|would|can|can't|could|should|must|may|might)\s$`
);

/** Words of joy. */
export const WARM = pattern`\b(smil|laugh|love|happy|melt|safe|better|joy|glad|proud|grateful|thank|warm|beautiful|lovely|sweet|cheer|brilliant|funny|kiss)`;
export const warm: Test = after(WARM);

/** The one who is spoken to, as the beginning of a pattern. */
export const YOU = String.raw`\byou( two| guys| both| all)?('re|'ve|'d|'ll)?`;

/** Up to where a clause, or a sentence, may be at its end. */
export const END = String.raw`(?=\s*([.,;!?]|$))`;
export const STOP = String.raw`(?=\s*([.!]|$))`;

/** How a part can say another thing in place of a whole clause. */
export interface Others {
  readonly impulse: string;
  readonly about: string;
  readonly see?: string;
  readonly wish?: string;
}

/**
 * Other words for a clause. In a first impulse the sentence is replaced, so that it stays one. In
 * what a feeling is about, the clause just goes where something else says what happened.
 */
export const clause =
  (others: Others) =>
  (place: Place): Instead => {
    if (place.part === 'about') return clauseAbout(place, others.about);
    const words = {
      see: 'you may have had a lot on your mind',
      wish: 'us to talk about this',
      ...others
    }[place.part];
    return { ...sentenceAround(place), instead: words };
  };

const LEAD = pattern`((\b(that|how|when|whenever|because|the way|the fact|since|and|so)|,)\s{0,20}){1,9}$`;
const GOES_ON = pattern`^\s*(when|whenever|because|if)\s`;
const WORD = pattern`\w`;
/** Where a clause goes on in a way that its replacement would not bear. */
const BREAK = /[,.;!?]|\s(?:when|whenever|because|last|this|yesterday|today|tonight|on|at)\s/;

function clauseAbout({ before, after, start, end }: Place, instead: string): Instead {
  const lead = before.search(LEAD);
  const earlier = lead < 0 ? before : before.slice(0, lead);
  const from = start - before.length + earlier.length;
  if (has(earlier, WORD) || has(after, GOES_ON)) return { start: from, end, instead: '' };
  const length = after.search(BREAK);
  return { start: from, end: end + (length < 0 ? after.length : length), instead };
}

function sentenceAround({ text, start, end }: Place): { start: number; end: number } {
  const begun = /[^.!?\n…]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const rest = /^[^.!?\n…]*/.exec(text.slice(end))?.[0] ?? '';
  const from = start - begun.length;
  const blanks = /^\s*/.exec(text.slice(from, end))?.[0].length ?? 0;
  return { start: from + blanks, end: end + rest.length };
}

/** The text with a small letter at the beginning. */
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
