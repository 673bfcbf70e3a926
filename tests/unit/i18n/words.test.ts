import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import settings from '../../../src/i18n/project.inlang/settings.json' with { type: 'json' };

const MESSAGES = `${import.meta.dirname}/../../../src/i18n/messages`;

/** The files of messages: all keep the rules of "How Toward speaks" in CONTRIBUTING. */
const FILES = readdirSync(MESSAGES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json')
);

type Message = string | readonly { readonly match: Readonly<Record<string, string>> }[];

interface Text {
  readonly key: string;
  /** Which form it is: 'partner=they'. */
  readonly form: string;
  readonly text: string;
  /** Whether there is a form for one, and a form for more. */
  readonly hasForms: boolean;
}

/** Every text of a file, with all the forms of those that have several. */
function textsOf(file: string): Text[] {
  const messages = JSON.parse(readFileSync(join(MESSAGES, file), 'utf8')) as Record<
    string,
    Message
  >;
  return Object.entries(messages)
    .filter(([key]) => key !== '$schema')
    .flatMap(([key, message]) => {
      const hasForms = typeof message !== 'string';
      const texts = hasForms
        ? message.flatMap(({ match }) => Object.entries(match))
        : [['', message] as const];
      return texts.map(([form, text]) => ({ key, form, text, hasForms }));
    });
}

const TEXTS = FILES.flatMap(textsOf);

const offenders = (isWrong: (text: Text) => boolean) =>
  TEXTS.filter(isWrong).map(({ key, text }) => `${key}: ${text}`);

/** A text without its places: their names are for who writes it. */
const readIn = (text: string) => text.replace(/\{\w+\}/g, '…');

/** What has another word, or is never said. */
const AVOIDED: readonly (readonly [instead: string, word: RegExp])[] = [
  ['start over, again', /\banew\b/i],
  ['Restore', /\b(takes?|taken|taking|bring) in\b/i],
  [
    'a plain verb: is, shows, you’ll see',
    /\b(stands|stood|standing|lies?(?! down| on a blanket)|lay)\b/i
  ],
  ['Save, Saved', /\bkeep (it|this|them)\b(?! as| up)/i],
  ['Today, History', /\bthe log\b/i],
  ['moment', /(?<!calendar )\bentr(y|ies)\b/i],
  ['Save for time together', /\b(shared experiences?|something shared|time shared)\b/i],
  ['make up', /\b(mend|mended|repair)\b/i],
  ['missed', /\b(turned )?away\b(?= bid)|\bturned against\b/i],
  ['Not now', /\bleave it for now\b/i],
  ['Quick exit', /\bleave at once\b/i],
  ['what each moment counts', /\bterms\b/i],
  ['how fast older moments fade', /\bhalf-life\b/i],
  ['nothing: it scolds', /\b(should|score|points?|streak|level|grade)\b/i],
  ['you, your', /\bone’s\b/i],
  ['afterward, toward', /\b(after|for|back|in|out)wards\b|\btowards\b/i],
  [
    'American spelling',
    /(col|fav|neighb|hon|behavi)our|\b(recogn|real|organ|apolog|random|critic)is(e|ed|ing)\b|\bcentre\b/i
  ]
];

/** What a file holds, or how a formula goes, has its names from there. */
const TECHNICAL = /^(problem|about_formula|source_half_life)/;

/** "Kept" is what becomes of a promise or an agreement, and of nothing else. */
const OF_PROMISES =
  /promise|^agreements_|^(editor_(kept|broken)|term_(kept|broken)|problem_outcome)$/;

/** A number of things that the sentence names. Where it stands by itself it needs no form: “Notes: 4”. */
const COUNTED =
  /\{(count|shown|answered|done|missing|ofEntries|ofDays|onDays|noticed|prompts)\}|\{(trials|bids)\} \w/;

/** A place among so many needs no form for one. */
const PLACES = /^(practice_step|acts_moved|first_place)$/;

/** Two words where a person says one. "As it is", "what is it" and what ends a clause stay whole. */
const UNCONTRACTED =
  /\b(do|does|did|is|are|was|were|has|have|had|will|would|could|need) not\b|\b(cannot|can not)\b|(?<!as |of )\b(it|that|what|who) is\b(?! it| one|[.,:?!…”])|\bthere is\b(?! one)|\b(you|they|we|I) have \w+ed\b|(?<!as )\b(you|they|we) are\b(?![.,:?!…”])|\bI am\b|\b(I|you|they|we) (will|would)\b(?![.,?!…”])|\blet us\b/i;

/** What is behind "Why this helps" or a heading of its own may be longer, in short sentences. */
const BEHIND = new RegExp(
  `^((about|source)_.*|${[
    'agreements_known',
    'gently_known',
    'making_up_known',
    'promises_known',
    'thinking_known_(friend|thought|hostile|fear)',
    'together_why',
    'roots_(common|circle|early|before|worth|now)_known',
    'telling_show_known',
    'for_two_only_known',
    'help_(cbt|individual|couples)_(what|not)'
  ].join('|')})$`
);
const LONGEST = 25;
const LONGEST_BEHIND = 50;
/** An idea to draw is no label: it is read by itself. */
const LONGEST_LABEL = (key: string) => (key.startsWith('together_idea_') ? 15 : 12);

const lengthOf = (text: string) => text.split(/\s+/).length;
const isLabel = (text: string) => !/[.?!:…”]$/.test(text);

describe('messages', () => {
  test('are all compiled', () => {
    const { pathPattern } = settings['plugin.inlang.messageFormat'];
    const compiled = pathPattern.map((path) => path.replace(/^.*\{locale\}/, 'en'));
    expect(FILES.toSorted()).toEqual(compiled.toSorted());
  });

  test.each(AVOIDED)('say “%s” where another word would be', (_, word) => {
    expect(offenders(({ key, text }) => !TECHNICAL.test(key) && word.test(readIn(text)))).toEqual(
      []
    );
  });

  test('say “kept” of promises and agreements only', () => {
    const isMisused = ({ key, text }: Text) => /\bkept\b/i.test(text) && !OF_PROMISES.test(key);
    expect(offenders(isMisused)).toEqual([]);
  });

  test('contract what a person would contract', () => {
    expect(offenders(({ text }) => UNCONTRACTED.test(text))).toEqual([]);
  });

  test('do not shout, and have the apostrophes and quotes of print', () => {
    expect(offenders(({ text }) => /[!'"]/.test(text))).toEqual([]);
  });

  test(`have at most ${LONGEST} words, or ${LONGEST_BEHIND} behind a heading`, () => {
    const isLong = ({ key, text }: Text) =>
      lengthOf(text) > (BEHIND.test(key) ? LONGEST_BEHIND : LONGEST);
    expect(offenders(isLong)).toEqual([]);
  });

  test(`have sentences of at most ${LONGEST} words`, () => {
    const isLong = (sentence: string) => lengthOf(sentence) > LONGEST;
    expect(offenders(({ text }) => text.split(/(?<=[.?:])\s+/).some(isLong))).toEqual([]);
  });

  test('have short labels', () => {
    const isLong = ({ key, text }: Text) => isLabel(text) && lengthOf(text) > LONGEST_LABEL(key);
    expect(offenders(isLong)).toEqual([]);
  });

  test('have a form for one and a form for more where they count', () => {
    const counts = ({ key, text, hasForms }: Text) =>
      !hasForms && COUNTED.test(text) && !PLACES.test(key);
    expect(offenders(counts)).toEqual([]);
  });

  test('call the partner by the name in every place of a sentence, or in none', () => {
    const isMixed = ({ form, text }: Text) =>
      (form === 'partner=they' && text.includes('{partner}')) ||
      (form === 'partner=*' &&
        (!text.includes('{partner}') || /\b(they|them|theirs?)\b/i.test(text)));
    expect(offenders(isMixed)).toEqual([]);
    expect(TEXTS.filter(({ form }) => form === 'partner=*').length).toBeGreaterThan(60);
  });

  test('are whole: none begins or ends as a piece of another', () => {
    expect(offenders(({ text }) => /^[\s,;:.–]|[\s,–]$/.test(text))).toEqual([]);
  });
});
