import * as v from 'valibot';
import { THANKS_MAX } from '#lib/practices/checkIn/model/checkIn.ts';
import { day, flag, list, minute, object, uuid, weekday } from '../rules.ts';
import { lineText, longText, written } from './written.ts';

const thanks = v.pipe(list(THANKS_MAX, 'choice'), v.array(lineText));

/** When the check-in comes. */
export const checkInRulesSchema = object({
  isOn: flag,
  weekday,
  minute,
  skipped: v.exactOptional(day)
});

/** A check-in. */
export const checkInsSchema = written({
  week: day,
  isTogether: flag,
  felt: longText,
  feltPartner: longText,
  thanks,
  thanksPartner: thanks,
  line: lineText,
  hard: longText,
  promise: lineText,
  together: lineText,
  entryId: v.exactOptional(uuid)
});
