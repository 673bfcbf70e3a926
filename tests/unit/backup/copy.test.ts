import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCopy, readHead, unpackCopy, type CopyHead } from '#lib/backup/copy/format.ts';

const HEAD: CopyHead = { at: 1_795_357_200_000, count: 431, retracted: 3 };
const BODY = new TextEncoder().encode('{"app":"toward"}\nÜ');
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

test('a copy is read as it was written, bytes of the lock and all', async () => {
  const lock = { wraps: [{ kind: 'passphrase', salt: new Uint8Array([1, 2, 255]) }], idle: null };
  const file = await packCopy({ head: { ...HEAD, lock }, body: BODY });
  expect(await unpackCopy(file)).toEqual({ head: { ...HEAD, lock }, body: BODY });
  expect(await readHead(file)).toEqual({ ...HEAD, lock });
});

test('of a copy from before rows were counted, no more is asked than it says', async () => {
  const head = { ...HEAD, rows: 460, removed: 2 };
  expect(await readHead(await packCopy({ head, body: BODY }))).toEqual(head);
  expect(await readHead(await packCopy({ head: HEAD, body: BODY }))).toEqual(HEAD);
});

test('a copy that was changed or cut anywhere in its body is damaged', async () => {
  const whole = await bytesOf(await packCopy({ head: HEAD, body: BODY }));
  const start = whole.length - BODY.length;
  await fc.assert(
    fc.asyncProperty(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = whole.slice();
      changed[start + at] = (changed[start + at] ?? 0) ^ by;
      expect(await unpackCopy(new Blob([changed]))).toBeUndefined();
      expect(await unpackCopy(new Blob([whole.slice(0, start + at)]))).toBeUndefined();
    })
  );
  expect(await unpackCopy(new Blob([whole, 'x']))).toBeUndefined();
});

test.for([
  '',
  '\n',
  'x\n',
  'null\n',
  '[]\n',
  '{"app":"toward-copy","version":2,"size":0,"sha256":"","head":{"at":0,"count":0,"retracted":0}}\n',
  '{"app":"toward-copy","version":1,"size":0,"sha256":"","head":{"at":0,"count":"431"}}\n',
  '{"app":"toward-copy","version":1,"size":0,"sha256":"","head":{"at":0,"count":0,"retracted":0,"rows":"4"}}\n',
  `${'['.repeat(50_000)}\n`,
  '\0'.repeat(200_000)
])('what is no copy is damaged, and nothing is thrown', async (text) => {
  expect(await readHead(new Blob([text]))).toBeUndefined();
  expect(await unpackCopy(new Blob([text]))).toBeUndefined();
});
