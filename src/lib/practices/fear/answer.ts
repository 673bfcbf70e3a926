import type { Fear, FearOutcome } from './record.ts';

/** Saves what became of a fear, with a line about that. Resolves with whether that was saved. */
export type OnAnswer = (outcome: FearOutcome, line: string) => Promise<boolean>;

/** Under which what is half written of how a fear came out is kept. */
export function cameKey({ id }: Pick<Fear, 'id'>): string {
  return `fears/${id}/came`;
}
