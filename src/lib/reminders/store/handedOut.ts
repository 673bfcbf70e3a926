import { mend } from '#lib/record/field.ts';
import { here } from '#lib/time/here.ts';
import { transact } from '#lib/store/connection.ts';
import { keepSetting, readSetting } from '#lib/store/settings.ts';
import {
  eventsFor,
  heldByPlace,
  handedOutSetting,
  type HandedOut,
  type Made,
  type Scope
} from '../model/rings.ts';
import { reminderField } from '../model/reminder.ts';
import { db } from './tables.ts';

/** All that calendars may hold. None of a reminder's words is in it. */
export function currentHandedOut(): Promise<HandedOut> {
  return readSetting(handedOutSetting);
}

/**
 * Makes the events of a file and notes that it is handed out, so that each later file replaces or
 * cancels them. Two files that are made at once know of each other.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export function handOut(scope: Scope, now: number, zone: string): Promise<Made> {
  return transact(db.settings, async () => {
    const made = eventsFor(scope, await currentHandedOut(), now, zone);
    if (made.events.length > 0) await keepSetting(handedOutSetting, made.handedOut);
    return made;
  });
}

/**
 * Notes what was handed out before anything noted it, as the reminders tell it. A larger transaction
 * does this.
 *
 * @param others what else calendars may hold
 * @param now milliseconds since the epoch
 */
export async function noteHandedOut(others: HandedOut['events'], now: number): Promise<void> {
  const removed = await db.settings.get('removedReminder');
  const all = [...(await db.reminders.toArray()), removed?.value];
  const held = all
    .flatMap((row) => reminderField.read(row, mend, '') ?? [])
    // One that is off may have been handed out before.
    .flatMap((reminder) => heldByPlace({ ...reminder, isOn: true }, reminder.id, now, here()));
  const events = [...held, ...others];
  if (events.length > 0) await keepSetting(handedOutSetting, { events, sequence: 0 });
  await db.settings.delete('removedReminder');
}
