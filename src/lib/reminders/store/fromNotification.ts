import type { Entry } from '#lib/account/model/entry.ts';
import { slotKey, type Answer, type Reply, type Slot } from '../model/reminder.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { witnessRecorded } from '#lib/account/store/witness.ts';
import { answerCounted } from './reminders.ts';
import { db } from './tables.ts';

/*
 * An answer given on a notification is logged without the app. What was logged last that way is
 * noted, so that the app can say so and offer to undo it.
 */

/** What a notification has logged, and the prompt that it answered. */
interface FromNotification {
  readonly entry: Entry;
  readonly slot: Slot | undefined;
}

/**
 * Keeps the reply that was given on a notification, with the entry that it logs and a note of it:
 * all of it or nothing. A prompt that was answered with yes before logs nothing more.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export async function answerFromNotification(
  slot: Slot,
  reply: Reply,
  now: number,
  entry?: Entry
): Promise<void> {
  const isNew = await transact(db.tables, async () => {
    const answers = await db.answers.where({ reminderId: slot.reminderId }).toArray();
    const before = answers.find((answer) => slotKey(answer) === slotKey(slot));
    if (before?.reply === 'yes') return false;
    if (entry) await db.settings.put({ key: 'fromNotification', value: entry.id });
    return answerCounted(slot, reply, now, entry);
  });
  if (entry && isNew) witnessRecorded(entry.id);
}

/** What a notification logged last; undefined where it has been seen or is gone. */
export function lastFromNotification(): Promise<FromNotification | undefined> {
  return withConnection(async () => {
    const noted = await db.settings.get('fromNotification');
    const entry = noted && (await db.entries.get(noted.value));
    // The yes and what it logged are of one instant.
    const isIts = ({ reply, repliedAt }: Answer) => reply === 'yes' && repliedAt === entry?.at;
    return entry && { entry, slot: (await db.answers.toArray()).find(isIts) };
  });
}

/**
 * Notes that the user has seen what a notification logged.
 *
 * @throws StorageError
 */
export const forgetFromNotification = repeatable(
  (since = Infinity) =>
    () =>
      transact([db.settings, db.entries], async () => {
        const noted = await db.settings.get('fromNotification');
        const entry = noted && (await db.entries.get(noted.value));
        if (!entry || entry.at <= since) await db.settings.delete('fromNotification');
      })
);
