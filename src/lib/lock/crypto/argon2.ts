import type { Argon2Cost } from './wrap.ts';

/**
 * Whether this browser runs the compiled hash. Lockdown Mode and the strict settings of some browsers
 * leave WebAssembly out.
 */
export function isHashFast(): boolean {
  return 'WebAssembly' in globalThis;
}

/**
 * Hashes a text by Argon2id: compiled, or several times slower in JavaScript, and much slower yet where
 * the browser compiles no JavaScript either.
 */
export async function argon2(
  text: string,
  salt: Uint8Array,
  { memoryKiB, passes, lanes }: Argon2Cost,
  bytes: number
): Promise<Uint8Array> {
  if (!isHashFast()) {
    const { argon2idAsync } = await import('@noble/hashes/argon2.js');
    // It rests now and then, so that the page can be left meanwhile.
    return argon2idAsync(text, salt, {
      m: memoryKiB,
      t: passes,
      p: lanes,
      dkLen: bytes,
      asyncTick: 50
    });
  }
  const { argon2id } = await import('hash-wasm');
  return argon2id({
    password: text,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: bytes,
    outputType: 'binary'
  });
}
