import { expect, test } from 'vitest';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { cmac } from '@noble/ciphers/aes.js';
import { Seal } from '#lib/lock/crypto/ciphers.ts';

const DATA_KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 5 + 3);
const PLACE = new TextEncoder().encode('"entries"');
const ROW = new TextEncoder().encode('{"id":"1","note":"tea"}');

test('what is sealed for one use, place or key opens for no other', () => {
  const seal = new Seal(DATA_KEY);
  const sealed = seal.seal('rows', ROW, PLACE);
  expect(seal.open('rows', sealed, PLACE)).toEqual(ROW);
  expect(() => seal.open('bytes', sealed, PLACE)).toThrow('damaged');
  expect(() => seal.open('rows', sealed, new TextEncoder().encode('"wins"'))).toThrow('damaged');
  expect(() => new Seal(DATA_KEY.map((byte) => byte ^ 1)).open('rows', sealed, PLACE)).toThrow(
    'damaged'
  );
});

test.each([
  ['toward lock 1 rows', true],
  ['toward lock 2 rows', false]
])('the label of the format is part of the key: %s', (label, opens) => {
  const seal = new Seal(DATA_KEY);
  const nonce = new Uint8Array(24).fill(9);
  const filled = new Uint8Array(256);
  filled.set(ROW);
  filled[ROW.length] = 0x80;
  const key = new Uint8Array(32);
  for (const turn of [1, 2]) {
    const input = new Uint8Array([turn, ...new TextEncoder().encode(label), 0, 1, 0]);
    key.set(cmac(input, DATA_KEY), (turn - 1) * 16);
  }
  const closed = xchacha20poly1305(key, nonce, PLACE).encrypt(filled);
  const open = () => seal.open('rows', new Uint8Array([...nonce, ...closed]), PLACE);
  if (opens) expect(open()).toEqual(ROW);
  else expect(open).toThrow('damaged');
});

test('an older version of a row in its own place opens: nobody notices', () => {
  const seal = new Seal(DATA_KEY);
  const before = seal.seal('rows', ROW, PLACE);
  seal.seal('rows', new TextEncoder().encode('{"id":"1","note":"coffee"}'), PLACE);
  expect(seal.open('rows', before, PLACE)).toEqual(ROW);
});
