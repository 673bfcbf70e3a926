import { isBuiltInAct } from '#lib/account/model/acts.ts';
import { chance } from './chance.ts';
import { dayFromNumber, type Day } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { slotOrdinal, type Reminder, type Slot } from './reminder.ts';

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

/**
 * The act that one tap on a prompt logs: the one that it asks about. Undefined where there are no
 * acts, or where the reminder has words of its own: its yes may mean anything.
 *
 * @param acts in the order of the pad
 */
export function proposedAct(
  reminder: Reminder,
  slot: Slot,
  acts: readonly string[]
): string | undefined {
  return reminder.plan || reminder.text ? undefined : promptedAct(reminder, slot, acts);
}

/** The acts that nobody has yet logged of the partner on a day, in their order. */
export function notYetNoticed(
  acts: readonly string[],
  entries: readonly Entry[],
  on: Day
): string[] {
  return acts.filter(
    (name) =>
      !entries.some(
        (entry) =>
          entry.kind === 'act' && entry.by === 'partner' && entry.act === name && entry.day === on
      )
  );
}
