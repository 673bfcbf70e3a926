import type { Entry } from '#lib/domain/entry.ts';

/*
 * Taps whose write failed, kept outside IndexedDB until a retry succeeds, so that a reload in
 * between loses nothing.
 */

const KEY = 'toward.unsaved';

/** The entries that wait for a retry, oldest first. */
export function readUnsaved(): Entry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

/** Keeps these entries, and only these, for a retry. */
export function keepUnsaved(entries: readonly Entry[]): void {
  try {
    if (entries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // No room here either: they stay on the page as long as it is open.
  }
}
