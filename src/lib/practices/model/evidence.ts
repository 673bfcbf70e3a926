import type { Entry } from '#lib/account/model/entry.ts';
import { termOf } from '#lib/account/model/tally.ts';
import { isWithdrawal } from '#lib/account/model/terms.ts';
import { isSameStem, wordsIn } from '#lib/record/words.ts';

/** So many days of the log are looked through, today among them. */
export const EVIDENCE_DAYS = 56;

/** Which question evidence answers: hard moments speak for a fear, good ones against it. */
export type Side = 'for' | 'against';

/**
 * The entries that speak for a fear or against it, all but those that are hidden: first those that share telling
 * words with what is asked, then those that tell what the partner did, then the latest. A word that
 * few of the entries have tells more: each shared one counts log(entries / entries that have it).
 *
 * @param asked the fear, the thought, the trigger: whatever was written of it
 * @param wordsOf all that is read of an entry: what happened, what it was about, the note
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
