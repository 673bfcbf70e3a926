/*
 * Who waits for whom, over all tabs. Pages on plain HTTP, and old browsers, have no web locks: there
 * only the work of one tab waits for each other.
 */

/** Held while everything is erased: nobody writes a copy or counts what is left meanwhile. */
export const ERASING = 'toward-erase';

/**
 * Does work while nobody else does work of that name, in this tab or another.
 *
 * @param mode `shared` where only those who want to be alone must wait
 */
export function alone<T>(
  name: string,
  work: () => Promise<T>,
  mode: LockMode = 'exclusive'
): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, { mode }, work) : inTurn(name, work);
}

/** Does work as {@link alone} if nobody is at it right now; otherwise undefined. */
export async function ifAlone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  if (!navigator.locks) return inTurn(name, work);
  return navigator.locks.request(name, { ifAvailable: true }, (free) =>
    free ? work() : undefined
  );
}

const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(name) ?? Promise.resolve()).then(work);
  turns.set(
    name,
    turn.catch(() => undefined)
  );
  return turn;
}
