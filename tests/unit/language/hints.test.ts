import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { behind, hintsOn } from '#lib/language/english/hints.ts';
import { pieceOf } from '#lib/language/english/sentence.ts';
import type { GentlePart, Mood } from '#lib/language/index.ts';
import { isFeeling } from '#lib/practices/gently/model/feelings.ts';
import { HARMLESS } from './harmless.ts';
import { HARSH } from './harsh.ts';

const PARTS = ['impulse', 'see', 'about', 'wish'] as const;
/** A feeling is asked for before what it is about. */
const moodIn = (part: GentlePart) => (part === 'about' ? 'unpleasant' : undefined);
const hints = (part: GentlePart, text: string, mood?: Mood) => hintsOn(part, text, mood);

describe('what may be hard to hear', () => {
  test('is found, each with its reason and a rewording', () => {
    const told = HARSH.map(({ part, text }) => ({
      text,
      hints: hints(part, text, moodIn(part)).map(({ kind, rewording }) => [kind, rewording])
    }));
    expect(told).toEqual(HARSH.map(({ text, kind, said }) => ({ text, hints: [[kind, said]] })));
  });

  test('gives no such hint again once it is said in the other way', () => {
    const again = HARSH.filter(({ part, kind, said }) =>
      hints(part, said, 'unpleasant').some((hint) => hint.kind === kind)
    );
    expect(again).toEqual([]);
  });

  test('is left alone where it is harmless', () => {
    const wrong = HARMLESS.map(({ part, text, mood }) => ({
      text,
      hints: hints(part, text, mood)
    }));
    expect(wrong.filter(({ hints }) => hints.length > 0)).toEqual([]);
  });

  test('there is much of both to look at', () => {
    expect(HARSH.length).toBeGreaterThan(200);
    expect(HARMLESS.length).toBeGreaterThan(500);
  });

  test('nobody is told to say more softly that they are in danger', () => {
    const found = 'You never listen and you always push me';
    expect(hints('impulse', found)).toEqual([]);
    expect(hints('impulse', found.replace('push', 'interrupt'))).toHaveLength(1);
  });
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
  ['about', 'you forgot my birthday', 'bare', 'because you forgot my birthday'],
  ['about', "You're often late", 'bare', "because you're often late"],
  ['about', 'you forgetting my birthday', 'after', 'you forgetting my birthday'],
  ['about', 'you and me', 'after', 'you and me'],
  ['wish', 'A hug', 'after', 'a hug'],
  ['wish', 'Make dinner together', 'after', 'to make dinner together'],
  ['wish', 'be held', 'after', 'to be held'],
  ['wish', 'do the dishes', 'after', 'you to do the dishes'],
  ['wish', "Don't be late", 'after', 'you not to be late'],
  ['wish', 'you must call me', 'after', 'you to call me'],
  ['wish', 'time with you', 'after', 'time with you']
] as const)('%s: %j joins the sentence %s as %j', (part, text, joint, said) => {
  expect(pieceOf(part, text)).toEqual({ joint, text: said });
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
  expect(behind(word)).toEqual(feelings);
  expect((feelings ?? []).filter((feeling) => !isFeeling(feeling))).toEqual([]);
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
      'interrupt',
      'u',
      'dont ever listen',
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
      const wrong = hints(part, written, 'unpleasant').filter(
        (hint) =>
          hint.part !== part || !written.includes(hint.found) || hint.rewording === written.trim()
      );
      expect(wrong).toEqual([]);
    })
  );
});
