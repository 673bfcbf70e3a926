import type { Entry } from './entry.ts';

/** What may help next: thanks, a look at a thought, gentle words, a pause, words of apology, or for what was good. */
export type Offer = 'thanks' | 'thought' | 'gently' | 'pause' | 'making-up' | 'words';

/** Two hard moments within this time are reason enough for a pause, in milliseconds. */
const HARD_WITHIN = 10 * 60_000;

/**
 * The one thing that is offered after a moment; undefined where nothing is needed.
 *
 * @param others of that day and the one before; the moment itself may be among them
 */
export function offerAfter(entry: Entry, others: readonly Entry[]): Offer | undefined {
  if (entry.kind === 'act' && entry.by === 'partner') return 'thanks';
  if (entry.kind === 'repair') {
    const mended = others.find(({ id }) => id === entry.of);
    return mended && !asksForApology(mended) ? undefined : 'making-up';
  }
  if (!isHard(entry)) return entry.note ? undefined : 'words';
  const hard = others.filter((one) => one.id !== entry.id && one.at <= entry.at && isHard(one));
  if (hard.some(({ at }) => entry.at - at <= HARD_WITHIN)) return 'pause';
  if (entry.kind === 'promise' && asksForApology(entry)) return 'making-up';
  if (isSnap(entry)) return asksForApology(entry) ? 'making-up' : 'pause';
  if (!isMissedByThem(entry)) return undefined;
  // By turns: first a thought is looked at, the next time it's said gently.
  return hard.filter(isMissedByThem).length % 2 === 0 ? 'thought' : 'gently';
}

/** For how many days a hard moment may still be the one that was made up after. */
export const DAYS_TO_MAKE_UP = 14;

/** Whether a moment was missed or hurtful, or a promise broken. */
export function isHard(entry: Entry): boolean {
  if (entry.kind === 'promise') return entry.outcome === 'broken';
  return entry.kind === 'bid' && entry.response !== 'toward';
}

/** Whether an apology of mine may help: after what was hard and mine, and while making up, unless they began. */
export function asksForApology(entry: Entry): boolean {
  if (entry.kind === 'repair') return entry.by !== 'partner';
  if (entry.kind === 'bid') return isHard(entry) && entry.by === 'partner';
  return entry.kind === 'promise' && isHard(entry) && entry.by === 'me';
}

/** Whether a bid was met with anger or scorn. */
export function isSnap(entry: Entry): boolean {
  return entry.kind === 'bid' && entry.response === 'against';
}

function isMissedByThem(entry: Entry): boolean {
  return entry.kind === 'bid' && entry.by === 'me' && entry.response === 'away';
}
