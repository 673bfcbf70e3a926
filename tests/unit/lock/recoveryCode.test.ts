import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LENGTH, readRecoveryCode, recoveryCode } from '#lib/lock/model/recoveryCode.ts';

const KEY = Uint8Array.from({ length: 16 }, (_, index) => index);

// Worked out apart from the code: the key as a number in base 32, and its remainder by 1021.
test.each([
  [new Uint8Array(16), '0000-0000-0000-0000-0000-0000-0000'],
  [new Uint8Array(16).fill(255), '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5'],
  [KEY, '0004-1061-050R-3GG2-8A1C-60T3-GF5E']
])('is the key in groups that can be copied and read back', (key, code) => {
  expect(recoveryCode(key)).toBe(code);
  expect(readRecoveryCode(code)).toEqual(key);
});

test.each([
  '0004 1061 050r 3gg2 8a1c 60t3 gf5e',
  '  0004106I050R3GG28A1C60T3GF5E\n',
  'ooo4–1o61–o5oR–3GG2–8alc–6oT3–GF5E',
  '０００４-1061-050R-3GG2-8A1C-60T3-GF5E'
])('is read as it was meant: %j', (typed) => {
  expect(readRecoveryCode(typed)).toEqual(KEY);
});

test.each([
  ['', 'length'],
  ['0004-1061-050R-3GG2-8A1C-60T3-GF5', 'length'],
  ['0004-1061-050R-3GG2-8A1C-60T3-GF5E-0', 'length'],
  ['0004-1061-050U-3GG2-8A1C-60T3-GF5E', 'character'],
  ['0004-1061-050R-3GG2-8A1C-60T3-GF5!', 'character'],
  ['0004-1061-050R-3GG2-8A1C-60T3-GE5F', 'slip'],
  ['1004-1061-050R-3GG2-8A1C-60T3-GF5E', 'slip'],
  // More than 128 bits, with the remainder that fits.
  ['8000-0000-0000-0000-0000-0000-00M6', 'slip']
])('%j is no code: %s', (typed, fault) => {
  expect(readRecoveryCode(typed)).toBe(fault);
});

test('one wrong character and two that changed places are always noticed', () => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const place = fc.integer({ min: 0, max: CODE_LENGTH - 2 });
  const character = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  fc.assert(
    fc.property(key, place, character, (bytes, at, other) => {
      const code = [...recoveryCode(bytes).replaceAll('-', '')];
      const [here, next] = [String(code[at]), String(code[at + 1])];
      const wrong = code.with(at, other).join('');
      const turned = code
        .with(at, next)
        .with(at + 1, here)
        .join('');
      if (other !== here) expect(readRecoveryCode(wrong)).toBe('slip');
      if (next !== here) expect(readRecoveryCode(turned)).toBe('slip');
      expect(readRecoveryCode(code.join(' '))).toEqual(bytes);
    })
  );
});
