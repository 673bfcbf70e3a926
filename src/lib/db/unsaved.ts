import type { Entry } from '#lib/domain/entry.ts';
import { readLocal, writeLocal } from './local.ts';

/*
 * Taps whose write failed, kept outside IndexedDB until a retry succeeds, so that a reload in
 * between loses nothing. Where there is no room here either, they stay on the page.
 */

const KEY = 'toward.unsaved';

/** The entries that wait for a retry, oldest first. */
export function readUnsaved(): Entry[] {
  try {
    const stored: unknown = JSON.parse(readLocal(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

/** Keeps these entries, and only these, for a retry. */
export function keepUnsaved(entries: readonly Entry[]): void {
  writeLocal(KEY, entries.length === 0 ? null : JSON.stringify(entries));
}
