import * as v from 'valibot';
import { day, flag, minute, uuid } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

/** A plan, and what became of it. */
export const sharedTimesSchema = written({
  what: lineText,
  on: v.nullable(day),
  minute: v.nullable(minute),
  tookPlace: v.exactOptional(flag),
  memory: longText,
  entryId: v.exactOptional(uuid),
  notBefore: v.exactOptional(day)
});
