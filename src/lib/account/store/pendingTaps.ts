import type { Entry } from '../model/entry.ts';
import { readLocal, writeLocal } from '#lib/store/local.ts';
import { openBytes, sealBytes } from '#lib/lock/crypto/localBytes.ts';
import { isSealed, openSeal } from '#lib/lock/store/session.ts';

/*
 * Taps whose write failed, kept outside IndexedDB until a retry succeeds, so that a reload in
 * between loses nothing. Under the lock they are sealed. Where there is no room here either, or the
 * lock is closed, they stay on the page.
 */

const KEY = 'toward.unsaved';

/** What could not be written down. */
let held: readonly Entry[] = [];

/** The entries that wait for a retry, of all tabs, oldest first. While locked, only those of this page. */
export function readUnsaved(): Entry[] {
  return together(readKept() ?? [], held);
}

/** Keeps entries for a retry, beside those that wait already. While locked they wait on this page. */
export function addUnsaved(entries: readonly Entry[]): void {
  store(together(readUnsaved(), entries));
}

/** Forgets an entry that has been written by now. */
export function dropUnsaved(id: string): void {
  store(readUnsaved().filter((entry) => entry.id !== id));
}

/** Forgets all that wait. */
export function clearUnsaved(): void {
  held = [];
  write([]);
}

function together(some: readonly Entry[], others: readonly Entry[]): Entry[] {
  const ids = new Set(some.map(({ id }) => id));
  return [...some, ...others.filter(({ id }) => !ids.has(id))];
}

function store(entries: readonly Entry[]): void {
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
