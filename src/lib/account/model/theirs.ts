import type { Entry } from './entry.ts';
import { isGood } from './tally.ts';

/** Whether it was a bid of mine that they met, or something good that they did. */
export function isTheirDeposit(entry: Entry): boolean {
  switch (entry.kind) {
    case 'bid':
      return entry.by === 'me' && entry.response === 'toward';
    case 'act':
    case 'repair':
      return entry.by === 'partner';
    case 'promise':
      return entry.by === 'partner' && entry.outcome === 'kept';
    case 'experience':
      return false;
  }
}

/** Whether there are words to share of it: a thank-you, or the user's own of a good moment. */
export function isShareable(entry: Entry): boolean {
  return isTheirDeposit(entry) || entry.kind === 'experience' || (isGood(entry) && !!entry.note);
}
