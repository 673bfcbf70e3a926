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
