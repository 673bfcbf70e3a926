import { StorageError } from '#lib/store/storageError.ts';
import type { Seal } from './ciphers.ts';
import { openSeal } from '../store/session.ts';

/*
 * For what is kept outside IndexedDB: the second copy, taps that are not saved yet.
 */

const encoder = new TextEncoder();

/**
 * Seals bytes for one place.
 *
 * @param place what opens them must name the same one
 * @throws StorageError `locked` where the lock is not open
 */
export function sealBytes(bytes: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
  return demandSeal().seal('bytes', bytes, encoder.encode(place));
}

/**
 * Opens what {@link sealBytes} has sealed for the same place.
 *
 * @param by where another lock than the open one has sealed it
 * @throws StorageError `locked` where the lock is not open, `damaged` where it does not open with
 * this key
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
