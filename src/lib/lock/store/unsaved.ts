import { createSubscriber } from 'svelte/reactivity';
import { readLocal, writeLocal } from '#lib/store/local.ts';
import type { Write } from '#lib/store/pendingWrites.ts';
import { openBytes, sealBytes } from '../crypto/localBytes.ts';
import { isSealed, openSeal } from './session.ts';

/*
 * Writes that may not have reached the database: the page was left amid them, or they have failed. They
 * are kept outside IndexedDB until they are done again. Under the lock they are sealed. Where there is
 * no room here either, or the lock is closed, they stay on the page.
 */

const KEY = 'toward.unsaved';

/** What could not be written down. */
let held: readonly Write[] = [];

const listeners = new Set<() => void>();

const subscribe = createSubscriber((update) => {
  const fromOtherTab = (event: Event) => {
    if ('key' in event && event.key === KEY) update();
  };
  listeners.add(update);
  addEventListener('storage', fromOtherTab);
  return () => {
    listeners.delete(update);
    removeEventListener('storage', fromOtherTab);
  };
});

/** The writes that wait to be done again, readable in runes. As {@link readUnsaved}. */
export const unsaved = {
  get current(): Write[] {
    subscribe();
    return readUnsaved();
  }
};

/** The writes that wait to be done again, of all tabs, oldest first. While locked, only those of this page. */
export function readUnsaved(): Write[] {
  return together(readKept() ?? [], held);
}

/**
 * Keeps writes to be done again, beside those that wait already, or in their place. Returns whether
 * they outlive this page: not while locked, nor without room.
 */
export function addUnsaved(writes: readonly Write[]): boolean {
  return store(together(readUnsaved(), writes));
}

/** Forgets a write that has been done by now. */
export function dropUnsaved(id: string): void {
  store(readUnsaved().filter((write) => write.id !== id));
}

/** Forgets all that wait. */
export function clearUnsaved(): void {
  held = [];
  write([]);
}

function together(some: readonly Write[], others: readonly Write[]): Write[] {
  return [...new Map([...some, ...others].map((write) => [write.id, write])).values()];
}

function store(writes: readonly Write[]): boolean {
  // Without the key nothing may be written in the open, nor over what is sealed.
  const isClosed = isSealed() && !openSeal();
  held = !isClosed && write(writes) ? [] : writes;
  for (const update of listeners) update();
  return held.length === 0;
}

function write(writes: readonly Write[]): boolean {
  const text = writes.length === 0 ? null : asText(writes);
  writeLocal(KEY, text);
  return readLocal(KEY) === text;
}

function asText(writes: readonly Write[]): string {
  const text = JSON.stringify(writes);
  return openSeal() ? toBase64(sealBytes(new TextEncoder().encode(text), KEY)) : text;
}

/** Undefined where it is sealed and cannot be opened now. */
function readKept(): Write[] | undefined {
  const text = readLocal(KEY) ?? '[]';
  if (!text.startsWith('[') && !openSeal()) return undefined;
  try {
    const stored: unknown = JSON.parse(text.startsWith('[') ? text : opened(text));
    return Array.isArray(stored) ? stored.map(asWrite) : [];
  } catch {
    return [];
  }
}

/** Until version 0.3 only the entries of taps were kept. */
function asWrite(stored: Write | { readonly id: string }): Write {
  return 'verb' in stored ? stored : { id: stored.id, verb: 'record', args: [stored] };
}

function opened(text: string): string {
  const sealed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(openBytes(sealed, KEY));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
