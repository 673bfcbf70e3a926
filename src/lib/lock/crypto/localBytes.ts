import { StorageError } from '#lib/store/storageError.ts';
import type { Seal } from './ciphers.ts';
import { openSeal } from '../store/session.ts';

/*
 * Ciphers for what is stored outside IndexedDB: the second copy, and taps that aren't saved yet.
 */

const encoder = new TextEncoder();

/**
 * Seals bytes for one place.
 *
 * @param place must be the same when the bytes are opened
 * @throws StorageError `locked` where the lock is not open
 */
export function sealBytes(bytes: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
  return demandSeal().seal('bytes', bytes, encoder.encode(place));
}

/**
 * Opens what {@link sealBytes} has sealed for the same place.
 *
 * @param by another lock, where that one has sealed the bytes
 * @throws StorageError `locked` where the lock is not open, `damaged` where this key opens nothing
 */
export function openBytes(
  sealed: Uint8Array,
  place: string,
  by: Seal = demandSeal()
): Uint8Array<ArrayBuffer> {
  return by.open('bytes', sealed, encoder.encode(place)) as Uint8Array<ArrayBuffer>;
}

function demandSeal(): Seal {
  const seal = openSeal();
  if (!seal) throw new StorageError('locked');
  return seal;
}
