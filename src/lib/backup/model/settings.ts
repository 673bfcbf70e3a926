import { ARRANGEMENTS } from '#lib/account/model/arrangements.ts';
import { partnerSetting } from '#lib/account/model/partner.ts';
import { checkInSetting } from '#lib/practices/checkIn/model/checkInTime.ts';
import { ideasSetting } from '#lib/practices/together/model/ideas.ts';
import type { ValueOf } from '#lib/record/setting.ts';
import { rulesSetting } from '#lib/reminders/model/reminder.ts';

/** All that the user decides and a backup holds. The second copy and an import have no other list. */
export const SETTINGS = [
  ...ARRANGEMENTS,
  partnerSetting,
  rulesSetting,
  ideasSetting,
  checkInSetting
] as const;

/** What the user has decided, by its names. */
export type Decisions = { readonly [S in (typeof SETTINGS)[number] as S['key']]: ValueOf<S> };
