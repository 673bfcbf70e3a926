/*
 * Tells a sealed backup from an open one by its first bytes. Opening it is for seal.ts, which is
 * loaded only then.
 */

const BINARY = 'age-encryption.org/';
const ARMOURED = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Whether a file is sealed in the age format, as bytes or as text (armour). */
export async function isSealed(file: Blob): Promise<boolean> {
  const start = await file.slice(0, ARMOURED.length + 8).text();
  return start.startsWith(BINARY) || start.trimStart().startsWith(ARMOURED);
}
