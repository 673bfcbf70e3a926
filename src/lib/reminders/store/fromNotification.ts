import type { Entry } from '#lib/account/model/entry.ts';
import { slotKey, type Answer, type Reply, type Slot } from '../model/reminder.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { witnessRecorded } from '#lib/account/store/witness.ts';
import { answerCounted } from './reminders.ts';
import { db } from './tables.ts';

/*
 * A yes given on a notification is saved without the app. The last one is noted, so that the app can
 * say so and offer to undo it.
 */

/** What a notification has logged, if anything, and the prompt that it answered, if that is still there. */
type FromNotification =
  | { readonly entry: Entry; readonly slot: Answer | undefined }
  | { readonly entry: undefined; readonly slot: Answer };

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
    // A yes that logs nothing leaves what is still to be told of one that did.
    if (reply === 'yes' && (entry || !(await noted())?.entry)) {
      const value = { slot: slotKey(slot), ...(entry && { entryId: entry.id }) };
      await db.settings.put({ key: 'fromNotification', value });
    }
    return answerCounted(slot, reply, now, entry);
  });
  if (entry && isNew) witnessRecorded(entry.id);
}

/** The last yes on a notification; undefined where it has been seen or is gone. */
export function lastFromNotification(): Promise<FromNotification | undefined> {
  return withConnection(noted);
}

async function noted(): Promise<FromNotification | undefined> {
  const value = (await db.settings.get('fromNotification'))?.value;
  // Up to version 0.3 the entry's id alone.
  const { slot: key, entryId } = typeof value === 'string' ? { entryId: value } : { ...value };
  const isIts = (answer: Answer) => answer.reply === 'yes' && slotKey(answer) === key;
  const slot = (await db.answers.toArray()).find(isIts);
  if (entryId === undefined) return slot && { entry: undefined, slot };
  const entry = await db.entries.get(entryId);
  return entry && { entry, slot };
}

/**
 * Notes that the user has seen the last yes on a notification.
 *
 * @throws StorageError
 */
export const forgetFromNotification = repeatable(
  (since = Infinity) =>
    () =>
      transact([db.settings, db.entries, db.answers], async () => {
        const { slot } = (await noted()) ?? {};
        if ((slot?.repliedAt ?? 0) <= since) await db.settings.delete('fromNotification');
      })
);
