import * as v from 'valibot';
import { flag, uuid } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

/** A note. */
export const disclosuresSchema = written({
  prompt: lineText,
  note: longText,
  isDone: flag,
  entryId: v.exactOptional(uuid)
});
