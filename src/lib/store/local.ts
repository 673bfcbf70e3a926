/*
 * localStorage, which may be missing (in a worker), closed to the site or full. Nothing has its
 * only place there, so none of that may stop what is being done.
 */

let isClosed = false;

/** From here on nothing is kept any more: everything is being erased. */
export function closeLocal(): void {
  isClosed = true;
}

/** Whether nothing is kept any more. */
export function isLocalClosed(): boolean {
  return isClosed;
}

/** The text under a key; null where there is none or it cannot be read. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key, or removes it (null), as far as the browser lets us. */
export function writeLocal(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else if (!isClosed) localStorage.setItem(key, text);
  } catch {
    // See above.
  }
}
