/*
 * English as it is typed in haste: "u never", "your always", "dont". The rules know the words as
 * they are spelled (hints.ts); what they find is told in the places of the text as it was typed.
 */

const MEANT: Readonly<Record<string, string>> = {
  u: 'you',
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
const BEING =
  '(?= (?:so|such|always|never|constantly|just (?:like|trying)|acting|an? (?:liar|idiot|jerk|child|bully|joke|control)|the (?:worst|problem))\\b)';
const HASTE = new RegExp(
  `\\b(?:(?<being>(?:your|ur)${BEING})|(?<your>ur)|${Object.keys(MEANT).join('|')})\\b`,
  'gi'
);

/** A text as it is spelled, and where a place in it stands in the text as it was typed. */
export interface Spelled {
  readonly text: string;
  readonly typedAt: (place: number) => number;
}

/** What was typed in haste, as it is spelled. */
export function spelled(typed: string): Spelled {
  const words: { readonly start: number; readonly end: number; readonly shift: number }[] = [];
  let shift = 0;
  const text = typed.replace(HASTE, (word: string, ...rest: unknown[]) => {
    const { being, your } = rest.at(-1) as Record<string, string | undefined>;
    const meant = being ? "you're" : your ? 'your' : (MEANT[word.toLowerCase()] ?? word);
    const start = (rest.at(-3) as number) + shift;
    shift += meant.length - word.length;
    words.push({ start, end: start + meant.length, shift });
    return /^\p{Lu}/u.test(word) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
  });
  return { text, typedAt };

  /** Within a word that was changed its end is meant, but at its beginning the beginning. */
  function typedAt(place: number): number {
    const last = words.findLast(({ start }) => start < place);
    return last ? Math.max(place, last.end) - last.shift : place;
  }
}
