/*
 * Whether the rows may be read, as far as a lock above the database says. Live values go by it.
 */

let isOpen = true;
const listeners = new Set<(isOpen: boolean) => void>();

/** Whether the rows may be read. */
export function isAccessible(): boolean {
  return isOpen;
}

/** Says whether the rows may be read from here on. */
export function setAccess(next: boolean): void {
  if (isOpen === next) return;
  isOpen = next;
  for (const listener of [...listeners]) listener(isOpen);
}

/** Calls back at each change, until the function returned is called. */
export function onAccessChange(listener: (isOpen: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
