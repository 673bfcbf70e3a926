import { addDays, type Day } from '#lib/time/day.ts';

/** A time that a person names without a clock. */
export type QuickName = 'now' | 'morning' | 'night' | 'yesterday';

/** A time by its name, and on the wall clock: 'YYYY-MM-DDTHH:mm'. */
interface QuickTime {
  readonly name: QuickName;
  readonly local: string;
}

/**
 * The times that need no picker, for someone whose clock shows `localNow`. Last night is the evening
 * before today, however late it has become; this morning is offered once there was one.
 */
export function quickTimes(localNow: string): QuickTime[] {
  const today: Day = localNow.slice(0, 'YYYY-MM-DD'.length);
  const yesterday = addDays(today, -1);
  const times: QuickTime[] = [
    { name: 'now', local: localNow },
    { name: 'morning', local: `${today}T08:00` },
    { name: 'night', local: `${yesterday}T21:00` },
    { name: 'yesterday', local: `${yesterday}T12:00` }
  ];
  return times.filter(({ name, local }) => name === 'now' || local < localNow);
}
