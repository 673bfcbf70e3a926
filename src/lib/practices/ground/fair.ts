import type { Sentence, SentenceFacts } from './record.ts';

/** A harsh sentence on its way to a fair one, as its form holds it. */
export interface FairFields extends SentenceFacts {
  id: string;
  since: number;
  step: number;
}

/** A form before anything is written. */
export const BLANK_FAIR: FairFields = {
  id: '',
  since: 0,
  harsh: '',
  friend: '',
  fair: '',
  step: 0
};

/** What the form of an older one begins with. */
export function fieldsOf({ id, updatedAt, harsh, friend, fair }: Sentence): FairFields {
  return { id, since: updatedAt, harsh, friend, fair, step: 0 };
}
