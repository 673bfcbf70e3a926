import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, has, pattern, phrases, without } from '#lib/language/matcher.ts';

const text = fc.string({ unit: 'binary' }).map((any) => any.normalize());

describe('a folded text', () => {
  test('is as long as it was, and stays as it is when it is folded again', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(any)).toHaveLength(any.length);
        expect(fold(fold(any))).toBe(fold(any));
      })
    );
  });

  test('has words of the same letters, marks and digits', () => {
    const isWord = (any: string) => /^[\p{L}\p{M}\p{N}_]$/u.test(any);
    const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(character, (any) => {
        const nfc = any.normalize();
        fc.pre([...nfc].length === 1);
        expect(has(fold(nfc), pattern`^\w+$`)).toBe(isWord(nfc));
      })
    );
  });
});

test.each([
  ['I CAN’T', true],
  ["i can't", true],
  ['hi can`t', false],
  ['i can´t', true]
])('capitals and apostrophes make no difference: %j', (any, found) => {
  expect(has(fold(any), pattern`\bI can't\b`)).toBe(found);
});

test.each([
  ['the tür is open', true],
  ['the türe is open', false],
  ['the ätür is open', false],
  ['TÜR', true]
])('a pattern knows the letters of its language: %j', (any, found) => {
  const [door] = phrases`tür`;
  expect(has(fold(any), door ?? /$^/)).toBe(found);
});

test('what is taken out leaves the rest as it was written', () => {
  expect(without('Really, YOU really do', pattern`\breally `)).toBe('Really, YOU do');
});
