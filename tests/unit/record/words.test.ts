import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, includesText, isSeen, sameWords, SEEN_PATTERN } from '#lib/record/words.ts';

describe('a search', () => {
  test.each([
    ["don't", 'I don’t know'],
    ['don’t', "I don't know"],
    ['strasse', 'Die Straße am See'],
    ['STRASSE', 'straße'],
    ['Straße', 'STRASSE'],
    ['by the river', 'We met by\nthe river'],
    ['by the river', 'We met by\u00a0the\u202friver'],
    ['grandmother', 'grand\u00admother'],
    ['grand\u00admother', 'grandmother'],
    ['uber das cafe', 'Über das Café geredet'],
    ['cafe\u0301', 'café'],
    ['"so"', 'He said “so”'],
    ['well-being', 'our well–being'],
    ['smorrebrod', 'Smørrebrød'],
    ['lodz', 'Łódź'],
    ['oeuvre', 'œuvre'],
    ['isik', 'IŞIK, ışık'],
    ['İstanbul', 'istanbul'],
    ['οδος', 'ΟΔΟΣ'],
    ['κοσ', 'κόσμος'],
    ['елка', 'Ёлка'],
    ['שלום', 'שָׁלוֹם'],
    ['سلام', 'سَلَام'],
    ['احمد', 'أحمد'],
    ['کتاب', 'كتاب'],
    ['می\u200cخواهم', 'میخواهم'],
    ['ｃａｆｅ', 'cafe'],
    ['ガス', 'ｶﾞｽ'],
    ['한국', '한국'.normalize('NFD')],
    ['hướng', 'HƯỚNG'],
    ['👩‍👧', 'with 👩‍👧 today'],
    ['  tea ', 'tea'],
    ['', 'anything']
  ])('for %j finds %j', (looked, text) => {
    expect(includesText(['', text], looked)).toBe(true);
  });

  test('for nothing finds also what has no words', () => {
    expect(includesText([], ' ')).toBe(true);
    expect(includesText([], 'tea')).toBe(false);
  });

  test.each([
    ['tea', 'ta'],
    // A vowel is no accent.
    ['की', 'कि'],
    ['กิน', 'กัน'],
    ['がす', 'かす']
  ])('for %j does not find %j', (looked, text) => {
    expect(includesText([text], looked)).toBe(false);
  });

  test('finds any part of what was written', () => {
    const parts = fc.tuple(fc.nat(), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 30 }));
    fc.assert(
      fc.property(parts, ([from, length, text]) => {
        const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
        const start = from % (signs.length + 1);
        expect(includesText([text], signs.slice(start, start + length).join(''))).toBe(true);
      })
    );
  });
});

test.each([
  ['Don’t  know', "don't know", true],
  ['e\u0301t\u00e9', 'été', true],
  ['kiss\u200b', 'kiss', true],
  // A reader sees that they differ.
  ['resume', 'résumé', false]
])('%j and %j are the same: %s', (one, other, areSame) => {
  expect(sameWords(one) === sameWords(other)).toBe(areSame);
});

test.each([
  ['', false],
  [' \n\u00a0', false],
  ['\u200b\u2060\ufeff', false],
  ['\u3164', false],
  ['\u00ad', false],
  [' a ', true],
  ['❤️', true]
])('%j can be seen: %s', (text, expected) => {
  expect(isSeen(text)).toBe(expected);
  // As a field reads its pattern, which knows no line breaks.
  if (/[\n\r]/.test(text)) return;
  expect(new RegExp(`^(?:${SEEN_PATTERN})$`, 'v').test(text)).toBe(expected);
});

describe('the beginning of a text', () => {
  test.each([
    ['tea', 3, 'tea'],
    ['teas', 3, 'tea'],
    ['a👩‍👩‍👧‍👦', 5, 'a'],
    ['ae\u0301', 2, 'a'],
    ['ab🇩🇪', 4, 'ab'],
    ['नमस्ते', 3, 'नम']
  ])('of %j in %i units is %j', (text, max, expected) => {
    expect(beginning(text, max)).toBe(expected);
  });

  test('is never longer, and whole signs of it', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = beginning(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut).toBe(cut.replace(/\p{Surrogate}/gu, ''));
      })
    );
  });
});
