import { isBuiltInAct } from './acts.ts';
import type { About, BidResponse, Entry, Kind } from './entry.ts';
import { COUNT_KEYS, type CountKey, type Tally } from './tally.ts';

/** Which entries are looked for. What is left out does not matter. */
export interface Filter {
  readonly kind?: Kind;
  /** Only with kind 'bid'. */
  readonly response?: BidResponse;
  /** What a bid was about. */
  readonly about?: About;
  /** What the note, or an act in own words, must contain. Case and accents make no difference. */
  readonly text?: string;
}

/** Whether an entry is one of those looked for. */
export function matches(entry: Entry, { kind, response, about, text }: Filter): boolean {
  if (kind && entry.kind !== kind) return false;
  if (response && !(entry.kind === 'bid' && entry.response === response)) return false;
  if (about && !(entry.kind === 'bid' && entry.about === about)) return false;
  return includesText(ownWords(entry), text ?? '');
}

/** Whether words contain a text. Case, accents and blanks around it make no difference. */
export function includesText(words: string, text: string): boolean {
  return folded(words).includes(folded(text.trim()));
}

/** Whether only the entries can tell: tallies count neither texts nor what bids were about. */
export function needsEntries({ about, text }: Filter): boolean {
  return Boolean(about ?? text);
}

/** What the user wrote in an entry. */
function ownWords(entry: Entry): string {
  const act = entry.kind === 'act' && !isBuiltInAct(entry.act) ? entry.act : '';
  return `${act}\n${entry.note ?? ''}`;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How many entries of each day are of the kind and response looked for: what tallies can tell
 * without the log. Neither the text nor what a bid was about is asked.
 */
export function counter({ kind, response }: Filter): (tally: Tally) => number {
  const keys = COUNT_KEYS.filter((key) => isOf(key, kind, response));
  return ({ counts }) => keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
}

function isOf(key: CountKey, kind: Kind | undefined, response: BidResponse | undefined): boolean {
  const [ofKind, , answer] = key.split(':');
  if (kind && ofKind !== kind) return false;
  return !response || answer === response || (answer === 'warm' && response === 'toward');
}
