import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mood } from '#lib/domain/practice/feelings.ts';
import { hintsIn, type GentlePart } from '#lib/domain/practice/gentle.ts';
import { ENGLISH } from '#lib/domain/practice/english.ts';
import { HARMLESS, HARSH } from './sentences.ts';

const PARTS = ['impulse', 'see', 'about', 'wish'] as const;
const hints = (part: GentlePart, text: string, mood?: Mood) => hintsIn(part, text, mood, ENGLISH);

describe('what may be hard to hear', () => {
  test.each(HARSH)('%s: %j is found', (part, text, kind, rewording) => {
    const mood = part === 'about' ? 'unpleasant' : undefined;
    expect(hints(part, text, mood).map((hint) => [hint.kind, hint.rewording])).toEqual([
      [kind, rewording]
    ]);
  });

  test('there is much of both to look at', () => {
    expect(HARSH.length).toBeGreaterThan(100);
    expect(HARMLESS.length).toBeGreaterThan(120);
  });
});

describe('what is harmless', () => {
  test.each(HARMLESS.map(([part, text, mood]) => ({ part, text, mood })))(
    '$part: $text is left alone',
    ({ part, text, mood }) => {
      expect(hints(part, text, mood)).toEqual([]);
    }
  );

  test.each(HARSH)(
    '%s: %j, said in the other way gives no such hint again',
    (part, _text, kind, said) => {
      expect(hints(part, said, 'unpleasant').map((hint) => hint.kind)).not.toContain(kind);
    }
  );
});

test('a hint names the words that it is about', () => {
  expect(hints('impulse', 'Hello. You are so selfish today')[0]?.found).toBe(
    'You are so selfish today'
  );
});

test('of each kind only the first is told, and of the same words only one', () => {
  const kinds = hints(
    'impulse',
    'You never listen. You always shout. You are selfish. You are lazy.'
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['always', 'label']);
});

test.each([
  ['see', 'I see why you were late', 'after', 'you were late'],
  ['see', 'You were late.', 'after', 'you were late'],
  ['see', 'I understand that you were late', 'whole', 'I understand that you were late'],
  ['see', 'Anna needed you', 'after', 'Anna needed you'],
  ['about', 'about the evening,', 'after', 'the evening'],
  ['about', 'When you left', 'bare', 'when you left'],
  ['about', 'that you left', 'bare', 'that you left'],
  ['about', "Christmas at your\nparents'", 'after', "Christmas at your parents'"],
  ['wish', 'I would like you to call', 'after', 'you to call'],
  ['wish', "I'd like you to call", 'after', 'you to call'],
  ['wish', 'Could you call me?', 'whole', 'Could you call me?'],
  ['wish', 'could you call me', 'whole', 'could you call me?'],
  ['wish', 'please call me', 'whole', 'please call me'],
  ['wish', 'A hug', 'after', 'a hug']
] as const)('%s: %j joins the sentence %s as %j', (part, text, joint, said) => {
  expect(ENGLISH.tidy(part, text)).toEqual({ joint, text: said });
});

test.each([
  ['ignored', ['lonely', 'sad', 'hurt']],
  [' Betrayed', ['hurt', 'shaken', 'angry']],
  ['taken for granted', ['sad', 'bitter', 'tired']],
  ['heavy', undefined],
  // Whoever feels so may be right: that is for the safety page.
  ['threatened', undefined],
  ['trapped', undefined]
])('behind %j there may be %j', (word, feelings) => {
  expect(ENGLISH.behind(word)).toEqual(feelings);
});

test('whatever is written, every hint has words that it is about and another way to say them', () => {
  const words = fc.constantFrom(
    ...[
      'you',
      'always',
      'never',
      'make me',
      'sad',
      'are',
      'so',
      'selfish',
      "don't care",
      'I',
      'and'
    ],
    ...[
      'another thing',
      'have to',
      'call',
      'or else',
      'when',
      'that',
      'your fault',
      '.',
      ',',
      '"',
      "'",
      '?'
    ]
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 20 }).map((all) => all.join(' '))
  );
  fc.assert(
    fc.property(fc.constantFrom(...PARTS), text, (part, written) => {
      for (const hint of hints(part, written, 'unpleasant')) {
        expect(hint.part).toBe(part);
        expect(written).toContain(hint.found);
        expect(hint.rewording).not.toBe(written.trim());
      }
    })
  );
});
