import { allAnswers, allReminders, currentRules, showSlot } from '../store/reminders.ts';
import { isDay } from '#lib/time/day.ts';
import { due, type Due } from '../model/due.ts';
import { instantOf, MINUTES_A_DAY, slotKey, type Reply, type Slot } from '../model/reminder.ts';
import { notify } from './notify.ts';
import { alone } from './oneAtATime.ts';
import { closeAllBut } from './close.ts';
import { permission } from '#lib/device/notifications.ts';

/** What a notification says of its prompt. */
export interface Wording {
  /** Absent where it says nothing. */
  readonly body?: string;
  /** The act that "Yes" logs, as the body names it. Absent where it logs none. */
  readonly act?: string;
}

/** The words of a notification, made by whoever has the messages. */
export interface NotificationTexts {
  readonly title: string;
  wordingOf(due: Due): Wording;
  readonly yes: string;
  readonly notYet: string;
  /** The picture beside the words. */
  readonly icon: string;
  /** The address that a tap leads to. */
  readonly navigate: string;
}

/** What a notification carries, to be there when it is answered. */
export interface Carried {
  readonly slot: Slot;
  readonly act?: string;
}

/** Whether a notification carries what it needs to be answered: another version may have shown it. */
export function isCarried(data: unknown): data is Carried {
  const { slot, act } = Object(data) as { readonly [Key in keyof Carried]?: unknown };
  const { reminderId, day, minute } = Object(slot) as { readonly [Key in keyof Slot]?: unknown };
  return (
    (act === undefined || typeof act === 'string') &&
    typeof reminderId === 'string' &&
    typeof day === 'string' &&
    isDay(day) &&
    Number.isInteger(minute) &&
    Number(minute) >= 0 &&
    Number(minute) < MINUTES_A_DAY
  );
}

/**
 * The prompt that is due now; undefined where there is none.
 *
 * @param silent ids of the reminders that don't count
 */
export async function findDue(
  now: number,
  zone: string,
  silent: readonly string[] = []
): Promise<Due | undefined> {
  const [reminders, answers, rules] = await Promise.all([
    allReminders(),
    allAnswers(),
    currentRules()
  ]);
  const heard = reminders.filter(({ id }) => !silent.includes(id));
  return due(heard, answers, rules, now, zone);
}

/**
 * Shows a notification for the prompt that is due, and takes away those that no longer are. Resolves
 * with whether one was shown: none where nothing is due, where it has been shown before, here or in
 * another tab, or where the user has not given leave.
 *
 * @param now milliseconds since the epoch
 * @param silent ids of the reminders that aren't to be told of
 * @throws StorageError
 */
export async function showDue(
  registration: ServiceWorkerRegistration,
  texts: NotificationTexts,
  now: number,
  zone: string,
  silent?: readonly string[]
): Promise<boolean> {
  if (permission() !== 'granted') return false;
  const found = await findDue(now, zone, silent);
  await closeAllBut(registration, found?.slot);
  if (!found || !(await showSlot(found.slot, now))) return false;
  await alone(() => show(registration, texts, found, instantOf(found.slot, zone)));
  return true;
}

/** What tells an example from others. */
export const EXAMPLE_TAG = 'example';

/** Shows what a notification looks like here. It is of no prompt, and answering it logs nothing. */
export async function showExample(
  registration: ServiceWorkerRegistration,
  texts: NotificationTexts
): Promise<void> {
  const options = { ...look(texts), tag: EXAMPLE_TAG };
  await alone(() => notify(registration, texts.title, options));
}

async function show(
  registration: ServiceWorkerRegistration,
  texts: NotificationTexts,
  found: Due,
  timestamp: number
): Promise<void> {
  const { body, act } = texts.wordingOf(found);
  const data: Carried = { slot: found.slot, ...(act && { act }) };
  // The same tag replaces: what was shown twice is still seen once.
  const options = { ...look(texts), ...(body && { body }), tag: slotKey(found.slot), data };
  await notify(registration, texts.title, { ...options, timestamp });
}

/** An action's name is the reply that it gives. Where a browser shows none, a tap opens the app. */
function look({ icon, navigate, yes, notYet }: NotificationTexts) {
  const reply = (action: Reply, title: string) => ({ action, title });
  return { icon, navigate, actions: [reply('yes', yes), reply('not yet', notYet)] };
}
