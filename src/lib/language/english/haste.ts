import { capitalised } from '../hints.ts';
import { fold, pattern } from '../matcher.ts';

/*
 * English as it is typed in haste: "u never", "your always", "dont". The rows know the words as they
 * are spelled; what they find is told in the places of the text as it was typed.
 */

const MEANT: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  youre: "you're",
  youve: "you've",
  youd: "you'd",
  youll: "you'll",
  im: "I'm",
  ive: "I've",
  dont: "don't",
  didnt: "didn't",
  wont: "won't",
  cant: "can't",
  couldnt: "couldn't",
  shouldnt: "shouldn't",
  wouldnt: "wouldn't",
  isnt: "isn't",
  arent: "aren't",
  havent: "haven't",
  allways: 'always',
  alway: 'always',
  nver: 'never',
  neva: 'never'
};

/** What follows "your" where it is meant for "you're". */
const BEING = String.raw`(?= (so|such|always|never|constantly|just (like|trying)|acting|an? (liar|idiot|jerk|child|bully|joke|control)|the (worst|problem))\b)`;
const HASTE = pattern`\b((?<being>(your|ur)${BEING})|${Object.keys(MEANT).join('|')})\b`;

/** A text as it is spelled, and where a place in it stands in the text as it was typed. */
interface Spelled {
  readonly text: string;
  readonly typedAt: (place: number) => number;
}

/** Spells what was typed in haste. */
export function spelled(typed: string): Spelled {
  const words: { readonly start: number; readonly end: number; readonly shift: number }[] = [];
  let text = '';
  let done = 0;
  for (const { index, 0: word, groups } of fold(typed).matchAll(HASTE)) {
    const meant = groups?.being ? "you're" : (MEANT[word] ?? word);
    text += typed.slice(done, index);
    done = index + word.length;
    const start = text.length;
    text += /\p{Lu}/u.test(typed.charAt(index)) ? capitalised(meant) : meant;
    words.push({ start, end: text.length, shift: text.length - done });
  }
  return { text: text + typed.slice(done), typedAt };

  /** Within a word that was changed its end is meant, but at its beginning the beginning. */
  function typedAt(place: number): number {
    const last = words.findLast(({ start }) => start < place);
    return last ? Math.max(place, last.end) - last.shift : place;
  }
}
