import { chance } from './chance.ts';
import type { Reminder, Slot } from './reminder.ts';
import { dayNumber } from './day.ts';

/**
 * The act that a reminder without words of its own asks about at a slot. All acts come once, in an
 * order of their own for each reminder, before any comes again. Undefined where there are none.
 */
export function promptedAct(
  reminder: Reminder,
  { day }: Slot,
  acts: readonly string[]
): string | undefined {
  if (acts.length === 0) return undefined;
  const turn = dayNumber(day);
  const round = Math.floor(turn / acts.length);
  const order = acts
    .map((act) => ({ act, place: chance(`${reminder.id} ${round} ${act}`) }))
    .sort((one, other) => one.place - other.place);
  return order[turn % acts.length]?.act;
}
