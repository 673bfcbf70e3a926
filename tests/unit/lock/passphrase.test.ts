import { expect, test } from 'vitest';
import {
  afterWrong,
  NO_TRIES,
  notAhead,
  plainPassphrase,
  spellings,
  waitLeft
} from '#lib/lock/model/passphrase.ts';
import { COMMON_PASSPHRASES } from '#lib/lock/model/commonPassphrases.ts';
import { weaknessOf, type Weakness } from '#lib/lock/model/weakPassphrase.ts';

test.each([
  [0, 0],
  [3, 0],
  [4, 1000],
  [5, 2000],
  [6, 4000],
  [9, 32_000],
  [10, 60_000],
  [2000, 60_000]
])('after %i wrong tries the next one waits %i ms', (count, wait) => {
  expect(waitLeft({ count, at: 1_000_000 }, 1_000_000)).toBe(wait);
});

test.each([
  [5000, 4000],
  [7999, 1001],
  [9000, 0],
  [99_000, 0],
  // The clock was set back: it is never more than the whole wait.
  [-500_000, 4000]
])('the wait ends by the clock: at %i ms, %i are left', (now, left) => {
  expect(waitLeft({ count: 6, at: 5000 }, now)).toBe(left);
});

test('where the clock was set back the wait begins anew, and ends', () => {
  const tries = notAhead({ count: 6, at: 5000 }, 300);
  expect([waitLeft(tries, 300), waitLeft(tries, 4299), waitLeft(tries, 4300)]).toEqual([
    4000, 1, 0
  ]);
  expect(notAhead(tries, 9000)).toBe(tries);
});

test('each wrong try counts, with its time', () => {
  expect(afterWrong(NO_TRIES, 7)).toEqual({ count: 1, at: 7 });
  expect(afterWrong({ count: 4, at: 7 }, 9)).toEqual({ count: 5, at: 9 });
});

test.each<[string, Weakness | undefined]>([
  ['seven77', 'short'],
  ['', 'short'],
  ['        ', 'blank'],
  ['  seven77  ', 'short'],
  ['eight8 words', undefined],
  ['🙂🙂🙂🙂', 'short'],
  ['😀🙃🙂😉😊😇🥰😍', undefined],
  // Eight letters, of which each is two characters until they are put together.
  ['a\u0301e\u0301i\u0301o\u0301u\u0301y\u0301n\u0303', 'short'],
  ['aaaaaaaa', 'repeated'],
  ['abababababab', 'repeated'],
  ['tea for tea for tea for ', 'repeated'],
  ['sunshine', 'common'],
  ['I love you', 'common'],
  ['Password', 'common'],
  ['password2026!', 'common'],
  ['  P a s s w o r d  ', 'common'],
  ['correct horse battery staple', 'common'],
  ['１２３４５６７８', 'common'],
  ['paper boat window', undefined],
  ['five green bottles', undefined]
])('%j is taken, or not for being %s', (text, weakness) => {
  expect(weaknessOf(text)).toBe(weakness);
});

test('some hundred of the commonest are known, each as it is compared', () => {
  expect(COMMON_PASSPHRASES.size).toBeGreaterThan(300);
  for (const one of COMMON_PASSPHRASES) expect(one).toBe(one.toLowerCase().normalize('NFKC'));
});

test('one passphrase, however it is typed; what earlier versions hashed is tried too', () => {
  expect(plainPassphrase(' cafe\u0301 \ufb01rst\u00a0')).toBe('café first');
  expect(spellings('paper boat window')).toEqual(['paper boat window']);
  expect(spellings('paper boat ')).toEqual(['paper boat', 'paper boat ']);
  expect(spellings('\ufb01rst ')).toEqual(['first', 'first ', '\ufb01rst ']);
});
