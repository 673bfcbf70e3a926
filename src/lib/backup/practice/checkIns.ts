import * as v from 'valibot';
import { day, flag, minute, object, weekday } from '../rules.ts';

/** When the check-in comes. */
export const checkInRulesSchema = object({
  isOn: flag,
  weekday,
  minute,
  skipped: v.exactOptional(day)
});
