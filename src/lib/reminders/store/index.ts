import { v7 as uuid } from 'uuid';
import { lazy, lazyWrites } from '#lib/store/lazy.ts';
import { outliving } from '#lib/store/pendingWrites.ts';
import type { Change } from '#lib/store/replaceable.ts';
import type { Reminder } from '../model/reminder.ts';

export const loadReminders = () => import('./reminders.ts');
export const loadHandedOut = () => import('./handedOut.ts');

const loadFromNotification = () => import('./fromNotification.ts');

const reminders = lazy(loadReminders);
export const { showSlot } = reminders;
export const { answerSlot, removeReminder, restoreReminder, setRules, takeBackAnswer } =
  lazyWrites(loadReminders);
export const { lastFromNotification } = lazy(loadFromNotification);
export const { forgetFromNotification } = lazyWrites(loadFromNotification);

/**
 * Keeps a reminder: a new one, or a new version of one that is there. Where the page is left amid that,
 * the next start keeps it, unless it was changed or deleted since.
 *
 * @param before as it was read; left out for a new one
 * @param draft the key of its half-written form, which goes with it
 * @param since when that was asked first, where it's done again
 * @throws StorageError; a ChangedError where another tab has changed the reminder since it was read
 */
export function keepReminder(
  after: Reminder,
  before?: Reminder,
  draft?: string,
  since?: number
): Promise<Change<Reminder>> {
  const args = [after, before, draft, since ?? Date.now()];
  const again = { id: uuid(), verb: 'keepReminder', args };
  return outliving(again, () => reminders.keepReminder(after, before, draft, since));
}
