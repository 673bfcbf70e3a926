import { addDays, localTime, momentAt, momentFromLocal } from '#lib/time/day.ts';

/** From this hour on it's night, until the other: nothing has to be decided then. */
const NIGHT = { from: 22, to: 6 };

const hourOf = (now: number, zone: string) => Number(localTime(momentAt(now, zone)).slice(11, 13));

/** Whether an instant is late at night in a zone. */
export function isNight(now: number, zone: string): boolean {
  const hour = hourOf(now, zone);
  return hour >= NIGHT.from || hour < NIGHT.to;
}

/** The instant of nine in the morning after a night, in milliseconds since the epoch. */
export function nineAfter(now: number, zone: string): number {
  const { day } = momentAt(now, zone);
  const morning = hourOf(now, zone) >= NIGHT.from ? addDays(day, 1) : day;
  return momentFromLocal(`${morning}T09:00`, zone).at;
}
