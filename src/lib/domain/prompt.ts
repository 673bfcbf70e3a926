import { isBuiltInAct } from './acts.ts';
import { chance } from './chance.ts';
import { dayFromNumber } from './day.ts';
import { slotOrdinal, type Reminder, type Slot } from './reminder.ts';

const DAY_MS = 86_400_000;

/**
 * The act that a reminder without words of its own asks about at a slot. All acts come once, in an
 * order of the reminder's own, before any comes again; a new reminder begins with those that are in
 * the user's words. Undefined where there are none.
 */
export function promptedAct(
  reminder: Reminder,
  slot: Slot,
  acts: readonly string[]
): string | undefined {
  const order = [...acts].sort((one, other) => place(reminder, one) - place(reminder, other));
  const created = dayFromNumber(Math.floor(reminder.createdAt / DAY_MS));
  const first = slotOrdinal(reminder, { ...slot, day: created, minute: 0 });
  return order.at((slotOrdinal(reminder, slot) - first) % acts.length);
}

function place({ id }: Reminder, act: string): number {
  return chance(`${id} ${act}`) + (isBuiltInAct(act) ? 1 : 0);
}
