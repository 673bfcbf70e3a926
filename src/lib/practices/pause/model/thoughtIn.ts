import type { PauseFacts } from '../record.ts';

/** From so many words on, a feeling says more than what it's called. */
const SENTENCE = 3;

/**
 * The thought that was written in a pause: why it was felt, a feeling that says so itself ("that she
 * hates me"), or the message that wasn't sent. Empty where there is none.
 */
export function thoughtIn({ feeling, because, unsent = '' }: PauseFacts): string {
  if (because) return because;
  const says = feeling.split(',').some((part) => part.trim().split(/\s+/).length >= SENTENCE);
  return says ? feeling : unsent;
}
