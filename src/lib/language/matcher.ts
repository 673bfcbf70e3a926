/*
 * How the patterns of a language are written and matched. They are regular expressions in which
 * `(…)` captures nothing, capitals and the kind of apostrophe make no difference, and `\w` and `\b`
 * know the letters of every script. They are matched against folded texts only.
 */

/** Letters, marks, digits and the low line: in a folded text nothing else stands in these ranges. */
const LETTERS = String.raw`\w\u00c0-\u1fff\u2c00-\uffff`;
const WORD = `[${LETTERS}]`;
const LIMIT = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const IN_RANGE = new RegExp(`^${WORD}+$`);

/**
 * A text as patterns see it: small letters, straight apostrophes, and beyond ASCII nothing in the
 * ranges of letters that is none. Of the same length as the text, which has to be in NFC.
 */
export function fold(text: string): string {
  return text
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[^ -~\s]/gu, foldCharacter)
    .toLowerCase();
}

// The properties of Unicode are asked here and not in the patterns: in each of some hundred
// expressions they take half a second to compile.
function foldCharacter(character: string): string {
  const small = character.toLowerCase();
  const isKnown = IN_RANGE.test(small) && small.length === character.length;
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return isKnown ? small : '_'.repeat(character.length);
  return isKnown ? '·'.repeat(character.length) : character;
}

/** Makes an expression of a pattern, of which others may be a part. */
export function pattern({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return compile(String.raw({ raw }, ...parts));
}

/** Makes an expression of each line: a pattern of whole words. */
export function phrases({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp[] {
  const lines = linesOf(String.raw({ raw }, ...parts));
  return lines.map((line) => compile(String.raw`(?<!\w)(${line})(?!\w)`));
}

function compile(source: string): RegExp {
  const tokens = /\\.|\[(?:\\.|[^\]])*\]|\((?!\?)|[A-Z]/g;
  return new RegExp(source.replace(tokens, translate), 'dg');
}

function translate(token: string): string {
  if (token === '(') return '(?:';
  if (token === '\\b') return LIMIT;
  if (token === '\\w') return WORD;
  if (token === '\\W') return `[^${LETTERS}]`;
  if (token.startsWith('[')) return token.replace('\\w', LETTERS);
  return token.startsWith('\\') ? token : token.toLowerCase();
}

/** Whether a pattern is found in a folded text. */
export function has(folded: string, expression: RegExp): boolean {
  return folded.search(expression) >= 0;
}

/** A text without what a pattern finds in it. */
export function without(text: string, expression: RegExp): string {
  const found = [...fold(text).matchAll(expression)];
  return found.reduceRight(
    (left, { index, 0: words }) => left.slice(0, index) + left.slice(index + words.length),
    text
  );
}

/** Makes a part of patterns of which any line may stand in its place. */
export function anyOf({ raw }: TemplateStringsArray, ...parts: readonly string[]): string {
  return `(${linesOf(String.raw({ raw }, ...parts)).join('|')})`;
}

function linesOf(text: string): string[] {
  return text.trim().split(/\n\s*/);
}
