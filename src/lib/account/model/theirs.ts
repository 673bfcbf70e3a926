import type { Entry } from './entry.ts';

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
