import { includesText } from '#lib/record/words.ts';
import type { About, ActFacts, BidResponse, Entry, Kind } from './entry.ts';
import { COUNT_KEYS, isGood, isHardKey, type CountKey, type Tally } from './tally.ts';

/** Which entries are looked for. What is left out does not matter. */
export interface Filter {
  readonly kind?: Kind;
  /** Only with kind 'bid'. */
  readonly response?: BidResponse;
  /** Only good moments, whatever they count, that may come back: none that was hidden. */
  readonly good?: true;
  readonly favorite?: true;
  /** What a bid was about. */
  readonly about?: About;
  /** What the note, or an act as it's read, must contain: see `includesText`. */
  readonly text?: string;
}

/**
 * Whether an entry is one of those looked for.
 *
 * @param actSentence what is read of an act
 */
export function matches(
  entry: Entry,
  { kind, response, good, favorite, about, text }: Filter,
  actSentence: (act: ActFacts) => string
): boolean {
  if (kind && entry.kind !== kind) return false;
  if (response && !(entry.kind === 'bid' && entry.response === response)) return false;
  if (good && (!isGood(entry) || entry.hidden)) return false;
  if (favorite && !entry.favorite) return false;
  if (about && !(entry.kind === 'bid' && entry.about === about)) return false;
  const act = entry.kind === 'act' ? actSentence(entry) : '';
  return includesText([act, entry.note ?? ''], text ?? '');
}

/** Whether only the entries can tell: tallies count neither texts nor favorites nor what bids were about. */
export function needsEntries({ about, favorite, text }: Filter): boolean {
  return Boolean(about ?? favorite ?? text);
}

/**
 * How many entries of each day are of the kind and response looked for: what tallies can tell
 * without the log. Neither the text nor what a bid was about is asked, nor what was marked: hidden
 * ones are counted too.
 */
export function counter({ kind, response, good }: Filter): (tally: Tally) => number {
  const keys = COUNT_KEYS.filter((key) => isOf(key, kind, response) && !(good && isHardKey(key)));
  return ({ counts }) => keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
}

function isOf(key: CountKey, kind: Kind | undefined, response: BidResponse | undefined): boolean {
  const [ofKind, , answer] = key.split(':');
  if (kind && ofKind !== kind) return false;
  return !response || answer === response || (answer === 'warm' && response === 'toward');
}
