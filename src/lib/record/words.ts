/*
 * The user's words as a reader takes them, whatever the keyboard that wrote them: for comparing and
 * searching, never for showing or storing.
 */

/** What nobody sees: soft hyphens, joiners, marks of direction, blank letters. */
const HIDDEN = '\\p{Cf}\\p{Cc}\\p{Variation_Selector}\\u{115f}\\u{1160}\\u{2800}\\u{3164}\\u{ffa0}';
const UNSEEN = new RegExp(`[${HIDDEN}]`, 'gu');
const SEEN = new RegExp(`[^\\s${HIDDEN}]`, 'u');
const APOSTROPHES = /[‘’‛ʼʻ`´′＇]/g;
const QUOTES = /[“”„‟«»″]/g;
const DASHES = /[‐‑‒–—―−]/g;

/** The same for a field's `pattern`. */
export const SEEN_PATTERN = `.*${SEEN.source}.*`;

/** Whether there is anything to see. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/**
 * What two ways of writing the same words have in common: case, blanks, line breaks, what nobody
 * sees and the kind of apostrophe, quote or dash make no difference.
 */
export function sameWords(text: string): string {
  return cased(
    text
      .replace(/\s+/g, ' ')
      .replace(UNSEEN, '')
      .replace(APOSTROPHES, "'")
      .replace(QUOTES, '"')
      .replace(DASHES, '-')
      .normalize('NFKC')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** In capitals first: ß has none of its own, nor has the Greek letter that ends a word. */
function cased(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Accents and points are left out where a script can be read without them; a Hindi or Thai vowel is none. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu;

/** Letters that no normal form takes apart, as others type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ـ: ''
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** What a search goes by: as {@link sameWords}, and accents make no difference. */
function folded(text: string): string {
  return sameWords(text)
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** Whether one of some texts contains what is looked for. Nothing is in everything, where there is no text too. */
export function includesText(texts: readonly string[], looked: string): boolean {
  const wanted = folded(looked);
  return wanted === '' || texts.some((text) => folded(text).includes(wanted));
}

const words =
  'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : undefined;

/** The words of a text as a search takes them, each once. Those of one or two letters tell nothing. */
export function wordsIn(text: string): ReadonlySet<string> {
  const plain = folded(text);
  const parts = words
    ? Array.from(words.segment(plain), ({ segment, isWordLike }) => (isWordLike ? segment : ''))
    : plain.split(/[^\p{L}\p{N}\p{M}']+/u);
  return new Set(parts.filter(({ length }) => length > 2));
}

/** Whether two words are one with other endings: 'text' and 'texted', 'answered' and 'answering'. */
export function isSameStem(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 4) return short === long;
  return long.startsWith(short.length > 6 ? short.slice(0, 6) : short);
}

const graphemes = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined;

/** The signs of a text as a reader counts them. A browser that can't tell them counts code points. */
export function* signsOf(text: string): Iterable<string> {
  if (!graphemes) return yield* text;
  for (const { segment } of graphemes.segment(text)) yield segment;
}

/** The beginning of a text, no longer than `max` UTF-16 code units, that cuts through nothing that is read as one sign. */
export function beginning(text: string, max: number): string {
  if (text.length <= max) return text;
  const before = graphemes?.segment(text).containing(max)?.index;
  // One sign alone may be longer than all that is allowed.
  return text.slice(0, before || max).replace(/[\ud800-\udbff]$/, '');
}
