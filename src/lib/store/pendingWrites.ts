/*
 * What is being written to the database right now. Before the app locks it waits for that: without
 * the key nothing can be kept.
 */

const going = new Set<Promise<unknown>>();

/** How long a lock waits for it, in milliseconds. A database that does not answer must not keep the app open. */
const PATIENCE = 2000;

/** Lets a lock wait for this. */
export function keeping<T>(work: Promise<T>): Promise<T> {
  const done = () => going.delete(work);
  going.add(work);
  work.then(done, done);
  return work;
}

/** Resolves once all of it is written, has failed, or takes too long. */
export async function allKept(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.allSettled([...going]), late]);
}
