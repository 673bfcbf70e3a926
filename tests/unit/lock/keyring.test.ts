import { argon2id } from 'hash-wasm';
import { expect, test } from 'vitest';
import { isWrap, withoutWrap, withWrap, wrapOf, type Wrap } from '#lib/lock/crypto/wrap.ts';
import { argon2 } from '#lib/lock/crypto/argon2.ts';
import {
  COST,
  isOutdated,
  newDataKey,
  newRecoveryKey,
  openByPassphrase,
  openBySecret,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByRecovery
} from '#lib/lock/crypto/keyring.ts';

/** Cheap, so that the test is quick. */
const WEAK = { memoryKiB: 64, passes: 1, lanes: 1 };
const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);

test('Argon2id is Argon2id: a known answer of its reference', async () => {
  const cost = { iterations: 2, memorySize: 256, parallelism: 1, hashLength: 32 };
  const hash = await argon2id({ ...cost, password: 'password', salt: 'somesalt' });
  expect(hash).toBe('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe');
});

test('four lanes and three passes over 64 MiB: what the reference answers', async () => {
  const { memoryKiB: memorySize, passes: iterations, lanes: parallelism } = COST;
  expect([memorySize, iterations, parallelism]).toEqual([65_536, 3, 4]);
  const cost = { memorySize, iterations, parallelism, hashLength: 32 };
  const hash = await argon2id({ ...cost, password: 'password', salt: 'somesalt' });
  expect(hash).toBe('661fefbd6f29bcbc8f4646abc32a9d7a4645bb5c059537f8a5587f31adbecccd');
});

test('without WebAssembly the hash is the same', async () => {
  const { WebAssembly: compiled } = globalThis;
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    const cost = { memoryKiB: 256, passes: 2, lanes: 1 };
    const hash = await argon2('password', new TextEncoder().encode('somesalt'), cost, 32);
    expect(Buffer.from(hash).toString('hex')).toBe(
      '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'
    );
  } finally {
    globalThis.WebAssembly = compiled;
  }
});

test('what an earlier version wrapped, its blanks included, opens as before', async () => {
  const hash = await argon2id({
    ...{ iterations: 1, memorySize: 64, parallelism: 1, hashLength: 32 },
    ...{ password: 'paper boat ', salt: bytes(32, 5), outputType: 'binary' }
  });
  const about = {
    kind: 'passphrase',
    salt: bytes(32, 5),
    cost: WEAK,
    nonce: bytes(12, 6)
  } as const;
  const additionalData = new TextEncoder().encode(
    JSON.stringify(['toward lock 1', 'passphrase', [...about.salt], 64, 1, 1, []])
  );
  const key = await crypto.subtle.importKey('raw', hash.slice(), 'AES-GCM', false, ['encrypt']);
  const how = { name: 'AES-GCM', iv: about.nonce, additionalData };
  const dataKey = newDataKey();
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, dataKey));
  expect(await openByPassphrase({ ...about, sealed }, 'paper boat ')).toEqual(dataKey);
  expect(await openByPassphrase({ ...about, sealed }, 'paper boat')).toBeUndefined();
  expect(isOutdated({ ...about, sealed })).toBe(true);
});

test('a passphrase opens what it wrapped, however its letters are composed; another does not', async () => {
  const dataKey = newDataKey();
  const wrap = await wrapByPassphrase(dataKey, 'caf\u00e9 \ufb01rst', WEAK);
  expect(await openByPassphrase(wrap, 'cafe\u0301 first')).toEqual(dataKey);
  expect(await openByPassphrase(wrap, ' caf\u00e9 first\u00a0')).toEqual(dataKey);
  expect(await openByPassphrase(wrap, 'cafe first')).toBeUndefined();
  expect(JSON.stringify(wrap)).not.toContain(String(dataKey.subarray(0, 8)));
});

test('two wraps of one key by one passphrase have nothing in common', async () => {
  const dataKey = newDataKey();
  const [one, other] = await Promise.all(
    [0, 1].map(() => wrapByPassphrase(dataKey, 'the same words', WEAK))
  );
  expect(one?.salt).not.toEqual(other?.salt);
  expect(one?.sealed).not.toEqual(other?.sealed);
});

test('a recovery code and a passkey open what they wrapped, and nothing else', async () => {
  const dataKey = newDataKey();
  const recoveryKey = newRecoveryKey();
  const answer = { credentialId: bytes(32, 1), salt: bytes(32, 2), secret: bytes(32, 3) };
  const byCode = await wrapByRecovery(dataKey, recoveryKey);
  const byPasskey = await wrapByPasskey(dataKey, answer);
  expect(await openBySecret(byCode, recoveryKey)).toEqual(dataKey);
  expect(await openBySecret(byCode, newRecoveryKey())).toBeUndefined();
  expect(await openBySecret(byPasskey, answer.secret)).toEqual(dataKey);
  expect(await openBySecret(byPasskey, bytes(32, 4))).toBeUndefined();
  // One way does not pass for another.
  const disguised: Wrap = { ...byPasskey, kind: 'recovery' };
  expect(await openBySecret(disguised, answer.secret)).toBeUndefined();
});

test('what went into the key is part of what is checked', async () => {
  const passkey = { credentialId: bytes(32, 1), salt: bytes(32, 2), secret: bytes(32, 3) };
  const wrap = await wrapByPasskey(newDataKey(), passkey);
  expect(await openBySecret({ ...wrap, credentialId: bytes(32, 9) }, passkey.secret)).toBe(
    undefined
  );
  const sealed = wrap.sealed.slice();
  sealed[0] = Number(sealed[0]) ^ 1;
  expect(await openBySecret({ ...wrap, sealed }, passkey.secret)).toBe(undefined);
});

const damages: [string, (wrap: Awaited<ReturnType<typeof wrapByPassphrase>>) => object][] = [
  ['no salt', (wrap) => ({ ...wrap, salt: undefined })],
  ['a salt of text', (wrap) => ({ ...wrap, salt: 'salt' })],
  ['a sealed key cut short', (wrap) => ({ ...wrap, sealed: wrap.sealed.subarray(0, 20) })],
  ['no cost', (wrap) => ({ ...wrap, cost: undefined })],
  ['a cost of nothing', (wrap) => ({ ...wrap, cost: { ...WEAK, passes: 0 } })],
  ['a cost that would never end', (wrap) => ({ ...wrap, cost: { ...WEAK, memoryKiB: 1e12 } })],
  ['no kind', (wrap) => ({ ...wrap, kind: 'key' })]
];

test.each(damages)('a damaged way says so: %s', async (_, damage) => {
  const whole = await wrapByPassphrase(newDataKey(), 'pass phrase', WEAK);
  expect(isWrap(whole)).toBe(true);
  const damaged = damage(whole) as typeof whole;
  expect(isWrap(damaged)).toBe(false);
  await expect(openByPassphrase(damaged, 'pass phrase')).rejects.toMatchObject({
    fault: 'damaged'
  });
});

test('there is one way of each kind', async () => {
  const dataKey = newDataKey();
  const first = await wrapByPassphrase(dataKey, 'first words', WEAK);
  const second = await wrapByPassphrase(dataKey, 'second words', WEAK);
  const code = await wrapByRecovery(dataKey, newRecoveryKey());
  const wraps = withWrap([first, code], second);
  expect(wraps).toEqual([code, second]);
  expect(wrapOf({ wraps }, 'passphrase')).toBe(second);
  expect(wrapOf({ wraps: withoutWrap(wraps, 'recovery') }, 'recovery')).toBeUndefined();
});
