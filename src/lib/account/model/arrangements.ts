import type { ValueOf } from '#lib/record/setting.ts';
import { actsSetting } from './acts.ts';
import { pausesSetting } from './awayDays.ts';
import { termsSetting } from './terms.ts';

/** All that the user decides about the account. */
export const ARRANGEMENTS = [termsSetting, pausesSetting, actsSetting] as const;

/** What the user has decided about the account. */
export type Arrangements = {
  readonly [S in (typeof ARRANGEMENTS)[number] as S['key']]: ValueOf<S>;
};
