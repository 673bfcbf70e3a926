import { fold, has } from './matcher.ts';
import type { Finding, GentlePart, HintKind, Mood } from './types.ts';

/*
 * Rows of what may be hard to hear: a pattern, what around it makes it harmless, and what else could
 * be said. A language writes tables of them.
 */

/** A place that a row has found. What stands around it is folded, to be tested. */
export interface Place extends Omit<Finding, 'kind' | 'instead'> {
  readonly part: GentlePart;
  readonly mood: Mood | undefined;
  readonly text: string;
  readonly found: string;
  /** The words of the pattern's groups; empty where a group found none. */
  readonly words: Readonly<Record<string, string>>;
  /** From the beginning of the clause, and up to the end of the sentence. */
  readonly before: string;
  readonly after: string;
}

/** Whether something is so in a place. */
export type Test = (place: Place) => boolean;

/**
 * What else could stand there: for the words of the group `here`, else for all that was found, or for
 * another stretch. Undefined where nothing need be said.
 */
export type Instead = string | Omit<Finding, 'kind'> | undefined;

/** What is looked for, why it may be hard to hear, and what else could be said. */
export interface Row {
  readonly kind: HintKind;
  /** Where it is looked for; else everywhere. */
  readonly parts?: readonly GentlePart[];
  readonly find: RegExp;
  /** Any of these makes it harmless. */
  readonly unless?: readonly Test[];
  /** Other words, in which `{name}` stands for those of a group. */
  readonly say: string | ((place: Place) => Instead);
}

/** Makes rows of one kind. */
export function rowsOf(kind: HintKind, rows: readonly Omit<Row, 'kind'>[]): readonly Row[] {
  return rows.map((row) => ({ kind, ...row }));
}

/** Where a clause of the language ends, and the rows to look for. */
interface Table {
  readonly clauseEnd: RegExp;
  readonly rows: readonly Row[];
}

export const before =
  (...patterns: readonly RegExp[]): Test =>
  (place) =>
    patterns.some((pattern) => has(place.before, pattern));

export const after =
  (...patterns: readonly RegExp[]): Test =>
  (place) =>
    patterns.some((pattern) => has(place.after, pattern));

export const around =
  (...patterns: readonly RegExp[]): Test =>
  (place) =>
    patterns.some((pattern) => has(place.before + place.after, pattern));

/** Whether a pattern is in the words of a group. */
export const word =
  (name: string, pattern: RegExp): Test =>
  ({ words }) =>
    has(fold(words[name] ?? ''), pattern);

export const not =
  (test: Test): Test =>
  (place) =>
    !test(place);

export const both =
  (...tests: readonly Test[]): Test =>
  (place) =>
    tests.every((test) => test(place));

export const within =
  (...parts: readonly GentlePart[]): Test =>
  ({ part }) =>
    parts.includes(part);

export const pleasant: Test = ({ mood }) => mood === 'pleasant';

/** Finds what may be hard to hear in a text that is in NFC. */
export function findRows(
  { rows, clauseEnd }: Table,
  { part, text, mood }: Pick<Place, 'part' | 'text' | 'mood'>
): Finding[] {
  const folded = fold(text);
  return rows
    .filter(({ parts }) => !parts || parts.includes(part))
    .flatMap((row) =>
      [...folded.matchAll(row.find)].flatMap((match) => {
        const start = match.index;
        const end = start + match[0].length;
        const found = text.slice(start, end);
        const words = wordsOf(match, text);
        const sides = { before: clauseBefore(folded, start, clauseEnd), after: rest(folded, end) };
        return finding(row, { part, mood, text, start, end, found, words, ...sides }, match);
      })
    );
}

function finding(row: Row, place: Place, { indices }: RegExpExecArray): Finding[] {
  if (row.unless?.some((test) => test(place))) return [];
  const said = typeof row.say === 'function' ? row.say(place) : fill(row.say, place);
  if (said === undefined) return [];
  const [start, end] = indices?.groups?.here ?? [place.start, place.end];
  return [{ kind: row.kind, ...(typeof said === 'string' ? { start, end, instead: said } : said) }];
}

function wordsOf({ indices }: RegExpExecArray, text: string): Record<string, string> {
  const groups: [string, [number, number] | undefined][] = Object.entries(indices?.groups ?? {});
  return Object.fromEntries(
    groups.map(([name, place]) => [name, place ? text.slice(...place) : ''])
  );
}

function clauseBefore(folded: string, start: number, clauseEnd: RegExp): string {
  const text = folded.slice(0, start);
  const last = [...text.matchAll(clauseEnd)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function rest(folded: string, end: number): string {
  return /^[^.!?\n]*/.exec(folded.slice(end))?.[0] ?? '';
}

/** A template with the words of the groups in it. */
function fill(template: string, { words }: Place): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}
