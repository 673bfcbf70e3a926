import type { Entry } from '#lib/account/model/entry.ts';
import { termOf } from '#lib/account/model/tally.ts';
import { isWithdrawal } from '#lib/account/model/terms.ts';
import { isSameStem, wordsIn } from '#lib/record/words.ts';

/** How many days of the log are searched, today included. */
export const EVIDENCE_DAYS = 56;

/** Which question evidence answers: hard moments speak for a fear, good ones against it. */
export type Side = 'for' | 'against';

/**
 * Finds the entries that speak for or against a fear, without hidden ones. Entries that share rare
 * words with `asked` come first, then those about what the partner did, then the latest. A shared
 * word counts log(entries / entries that have it).
 *
 * @param asked the words of the fear, the thought and the trigger
 * @param wordsOf an entry in words: what happened, what it was about, its note
 */
export function evidenceOf(
  entries: readonly Entry[],
  side: Side,
  asked: readonly string[],
  wordsOf: (entry: Entry) => string
): Entry[] {
  const read = new Map(entries.map((entry) => [entry, [...wordsIn(wordsOf(entry))]]));
  const has = (entry: Entry, word: string) =>
    read.get(entry)?.some((other) => isSameStem(word, other)) ?? false;
  const wanted = [...wordsIn(asked.join('\n'))].map((word) => {
    const having = entries.filter((entry) => has(entry, word)).length;
    return { word, tells: Math.log(entries.length / having) };
  });
  const shares = (entry: Entry) =>
    wanted.reduce((sum, { word, tells }) => sum + (has(entry, word) ? tells : 0), 0);
  return entries
    .filter((entry) => isWithdrawal(termOf(entry)) === (side === 'for') && !entry.hidden)
    .map((entry) => ({ entry, shared: shares(entry), theirs: Number(isTheirs(entry)) }))
    .sort(
      (one, other) =>
        other.shared - one.shared || other.theirs - one.theirs || other.entry.at - one.entry.at
    )
    .map(({ entry }) => entry);
}

/** Whether an entry tells what the partner did: a bid of mine tells how they met it. */
function isTheirs(entry: Entry): boolean {
  if (entry.kind === 'bid') return entry.by === 'me' || entry.response === 'toward';
  return entry.kind === 'experience' || entry.kind === 'repair' || entry.by === 'partner';
}
