import type { Entry } from '#lib/domain/entry.ts';
import { readLocal, writeLocal } from './local.ts';
import { openBytes, sealBytes } from './lock/bytes.ts';
import { isSealed, openSeal } from './lock/session.ts';

/*
 * Taps whose write failed, kept outside IndexedDB until a retry succeeds, so that a reload in
 * between loses nothing. Under the lock they are sealed. Where there is no room here either, or the
 * lock is closed, they stay on the page.
 */

const KEY = 'toward.unsaved';

/** What could not be written down. */
let held: readonly Entry[] = [];

/** The entries that wait for a retry, oldest first. While locked, only those of this page. */
export function readUnsaved(): Entry[] {
  const kept = readKept() ?? [];
  const ids = new Set(kept.map(({ id }) => id));
  return [...kept, ...held.filter(({ id }) => !ids.has(id))];
}

/** Keeps these entries, and only these, for a retry. While locked, those kept before stay as well. */
export function keepUnsaved(entries: readonly Entry[]): void {
  // Without the key nothing may be written in the open, nor over what is sealed.
  const isClosed = isSealed() && !openSeal();
  held = !isClosed && write(entries) ? [] : entries;
}

function write(entries: readonly Entry[]): boolean {
  const text = entries.length === 0 ? null : asText(entries);
  writeLocal(KEY, text);
  return readLocal(KEY) === text;
}

function asText(entries: readonly Entry[]): string {
  const text = JSON.stringify(entries);
  return openSeal() ? toBase64(sealBytes(new TextEncoder().encode(text), KEY)) : text;
}

/** Undefined where it is sealed and cannot be opened now. */
function readKept(): Entry[] | undefined {
  const text = readLocal(KEY) ?? '[]';
  if (!text.startsWith('[') && !openSeal()) return undefined;
  try {
    const stored: unknown = JSON.parse(text.startsWith('[') ? text : opened(text));
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

function opened(text: string): string {
  const sealed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(openBytes(sealed, KEY));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
