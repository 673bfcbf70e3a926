import { isDayText, isText, listOf } from '#lib/store/readable.ts';
import type { Act } from '../model/acts.ts';
import { isPause, type Pause } from '../model/awayDays.ts';
import type { Tally } from '../model/tally.ts';

/** Whether it counts something on a day. */
export function isTally({ day, counts }: Tally): boolean {
  return isDayText(day) && Object(counts) === counts;
}

/** The pauses of a stored value that can be read. */
export function pausesOf(found: unknown): Pause[] {
  return listOf<Pause>(found).filter(
    ({ from, to }) => isDayText(from) && (to === null || isDayText(to)) && isPause({ from, to })
  );
}

/** The acts of a stored value that can be read, each name once; undefined where it is no list. */
export function actsOf(found: unknown): Act[] | undefined {
  if (!Array.isArray(found)) return undefined;
  const named = listOf<Act>(found).filter(({ name }) => isText(name));
  return named.filter(({ name }, index) => named.findIndex((act) => act.name === name) === index);
}
