import * as v from 'valibot';
import { day, uuid } from '../rules.ts';
import { lineText, longText, oneOf, written } from './written.ts';
import { FEAR_OUTCOMES } from '#lib/practices/fear/record.ts';

/** A fear. */
export const fearsSchema = written({
  trigger: lineText,
  prediction: longText,
  by: day,
  thoughtId: v.exactOptional(uuid),
  outcome: v.exactOptional(oneOf(FEAR_OUTCOMES)),
  line: lineText,
  notBefore: v.exactOptional(day)
});
