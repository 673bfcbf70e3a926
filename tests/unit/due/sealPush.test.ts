import { createECDH, randomBytes, webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealPush } from '#lib/due/ring/sealPush.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

test('RFC 8291, appendix A, byte for byte', async () => {
  const own = bytes(
    'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8'
  );
  const point = {
    ...{ kty: 'EC', crv: 'P-256', ext: true },
    x: Buffer.from(own.slice(1, 33)).toString('base64url'),
    y: Buffer.from(own.slice(33)).toString('base64url')
  };
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const { subtle } = webcrypto;
  const d = 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw';
  const pair = {
    publicKey: await subtle.importKey('jwk', point, curve, true, []),
    privateKey: await subtle.importKey('jwk', { ...point, d }, curve, true, ['deriveBits'])
  };
  const keys = {
    p256dh: bytes(
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
    ),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg')
  };
  const drawn = { pair, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') };
  const sealed = await sealPush(keys, 'When I grow up, I want to be a watermelon', 0, drawn);
  expect(Buffer.from(sealed).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  );
});

test('the length of what is sealed tells nothing', async () => {
  const device = createECDH('prime256v1');
  const p256dh = new Uint8Array(device.generateKeys());
  const keys = { p256dh, auth: new Uint8Array(randomBytes(16)) };
  const sizes = ['x', 'A small moment?'.repeat(9)].map(async (text) => {
    return (await sealPush(keys, text, 512)).length;
  });
  expect(await Promise.all(sizes)).toEqual([614, 614]);
});
