import { HOUR_MS } from '#lib/time/duration.ts';
import { nineAfter } from './model/night.ts';
import { pauseRecord, type PauseFacts, type Way } from './record.ts';

/** Where in a pause one is, while no clock runs. */
export type Stage = 'start' | 'senses' | 'body' | 'agree' | 'after' | 'words';

/** A pause that is not kept yet, and how far one is in it. */
export interface Unkept extends PauseFacts {
  readonly rootNote: string;
  readonly stage: Stage;
  /** What was done last. */
  readonly last: Way;
  /** How far one is in going through the senses or the body. */
  readonly place: number;
  /** How far one is in putting it into words. */
  readonly step: number;
  /** What isn't sent tonight. */
  readonly message: string;
  /** When it was last worked on, in milliseconds since the epoch. */
  readonly touchedAt: number;
}

/** A pause before anything was done. */
export const BLANK: Unkept = {
  ...pauseRecord.blank(),
  rootNote: '',
  stage: 'start',
  last: 'breathing',
  place: 0,
  step: 0,
  message: '',
  touchedAt: 0
};

/** The name of the work that only one tab is to do: an old pause is saved once. */
export const PUTTING_AWAY = 'toward.unsent';

/** A pause that was left for longer is over: the next one begins anew. */
const OVER_AFTER = HOUR_MS;

/** Whether it was left so long ago that it's over. */
export function isOver({ touchedAt }: Unkept, now: number): boolean {
  return touchedAt !== 0 && now - touchedAt >= OVER_AFTER;
}

/** What is written. A message was written at an instant, and asks to be looked at in the morning after. */
export function pauseOf({ message, ...facts }: Unkept, at: number, zone: string): PauseFacts {
  const unsent = message.trim() && { unsent: message, lookAt: nineAfter(at, zone) };
  return pauseRecord.plain({ ...facts, ...unsent });
}
