/*
 * Web Push encryption (RFC 8291 and RFC 8188), done by the device for its own subscription: whoever
 * posts the message can't read it, and can't make another.
 */

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const utf8 = new TextEncoder();

/** The public key and the secret of a subscription. */
interface PushKeys {
  readonly p256dh: Uint8Array<ArrayBuffer>;
  readonly auth: Uint8Array<ArrayBuffer>;
}

/** What is drawn at random for each message. */
interface Drawn {
  readonly pair: CryptoKeyPair;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/**
 * Seals a text in one record.
 *
 * @param size how many bytes the text is padded to, so that its length tells nothing
 * @throws DOMException where the keys aren't those of a subscription
 */
export async function sealPush(
  { p256dh, auth }: PushKeys,
  text: string,
  size: number,
  drawn?: Drawn
): Promise<Uint8Array<ArrayBuffer>> {
  const { pair, salt } = drawn ?? (await draw());
  const theirs = await crypto.subtle.importKey('raw', p256dh, CURVE, false, []);
  const ours = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const agreed = { name: 'ECDH', public: theirs };
  const shared = new Uint8Array(await crypto.subtle.deriveBits(agreed, pair.privateKey, 256));
  const info = join(utf8.encode('WebPush: info\0'), p256dh, ours);
  const secret = await derive(shared, auth, info, 32);
  const key = await derive(secret, salt, utf8.encode('Content-Encoding: aes128gcm\0'), 16);
  const iv = await derive(secret, salt, utf8.encode('Content-Encoding: nonce\0'), 12);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, padded(text, size));
  return join(salt, [0, 0, 16, 0, ours.length], ours, new Uint8Array(sealed));
}

async function draw(): Promise<Drawn> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return { pair, salt: crypto.getRandomValues(new Uint8Array(16)) };
}

/** A 2 ends the last record; zeros follow. */
function padded(text: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = utf8.encode(text);
  const all = new Uint8Array(Math.max(size, bytes.length + 1));
  all.set(bytes);
  all[bytes.length] = 2;
  return all;
}

async function derive(
  from: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  bytes: number
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * bytes));
}

function join(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}
