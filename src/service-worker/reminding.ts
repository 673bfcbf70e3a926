import { answerFromNotification } from '#lib/reminders/store/fromNotification.ts';
import { currentActs } from '#lib/account/store/queries.ts';
import { allAnswers, currentRules } from '#lib/reminders/store/reminders.ts';
import { instantOf } from '#lib/reminders/model/reminder.ts';
import { momentAt, type Stamp } from '#lib/time/day.ts';
import { newEntry } from '#lib/account/model/entry.ts';
import { OPEN_CHECK_IN, OPEN_DUE, OPEN_PAUSE } from '#lib/reminders/notify/askWorker.ts';
import { setDueBadge } from '#lib/reminders/notify/appBadge.ts';
import { showCheckIn } from '#lib/due/notify/checkIn.ts';
import { quieten, showLocked } from '#lib/reminders/notify/locked.ts';
import { ring } from '#lib/due/notify/timer.ts';
import { isCarried, showDue, showExample, type Carried } from '#lib/reminders/notify/prompts.ts';
import { isAnythingDue } from '#lib/due/notify/anythingDue.ts';
import { base } from './shell.ts';
import {
  CHECK_IN,
  checkInTexts,
  DUE,
  lockedTexts,
  notificationTexts,
  PAUSE,
  ringTexts
} from './words.ts';

declare const self: ServiceWorkerGlobalScope;

/** When and where it is. */
export type Now = Omit<Stamp, 'id'>;

/** Shows a notification for what is due. */
export async function remind(when: Now): Promise<void> {
  await showPrompt(when);
  await mark(when);
}

/**
 * Shows a notification for what is due, and leaves the icon as it is. Resolves with whether one was shown.
 *
 * @param silent ids of the reminders that aren't to be told of
 */
export async function showPrompt({ now, zone }: Now, silent?: readonly string[]): Promise<boolean> {
  return showDue(self.registration, await texts(), now, zone, silent);
}

/**
 * Shows a notification for what is due, unless something was shown today already, or the app is in
 * view: there the card says it.
 */
export async function remindOnceADay({ now, zone }: Now): Promise<void> {
  if (await isInView()) return;
  const today = momentAt(now, zone).day;
  const answers = await allAnswers();
  if (answers.some(({ shownAt }) => momentAt(shownAt, zone).day === today)) return;
  await remind({ now, zone });
}

/** Tells that the timer of a pause has ended, where it has and nobody was told. Resolves with whether it did. */
export function ringTimer({ now }: Now): Promise<boolean> {
  return ring(self.registration, ringTexts(), now);
}

/** Tells that a check-in is due, where it is and nobody was told. Resolves with whether it did. */
export function tellCheckIn({ now, zone }: Now): Promise<boolean> {
  return showCheckIn(self.registration, checkInTexts(), now, zone);
}

/** The same, unless the app is in view: there the card says it. */
export async function tellCheckInUnseen(when: Now): Promise<void> {
  if (!(await isInView())) await tellCheckIn(when);
}

/** Tells, while the app is locked, that something is due. */
export async function remindLocked(): Promise<void> {
  await showLocked(self.registration, lockedTexts());
}

/** The app is being locked: what is to be seen says no words from here on. */
export async function quietenPrompts(): Promise<void> {
  await quieten(self.registration, lockedTexts());
}

/** Shows what a notification looks like on this device. */
export async function showAnExample(): Promise<void> {
  await showExample(self.registration, await texts());
}

/**
 * Answers a notification. Its actions are logged without opening the app; a tap on the rest of it,
 * or an action that could not be logged, opens the app at the due card.
 */
export async function answerNotification(
  action: string,
  data: unknown,
  stamp: Stamp
): Promise<void> {
  const carried = isCarried(data) ? data : undefined;
  if (action && !carried) return;
  try {
    if (!carried || !(await keepAnswer(action, carried, stamp))) await openApp();
  } catch {
    await openApp();
  }
  await mark(stamp);
}

/** Whether the action was one that answers. */
async function keepAnswer(action: string, { slot, act }: Carried, stamp: Stamp): Promise<boolean> {
  if (action === 'yes') {
    // What was noticed on the day that is asked about belongs to that day.
    const isLate = slot.day < momentAt(stamp.now, stamp.zone).day;
    const now = isLate ? instantOf(slot, stamp.zone) : stamp.now;
    const entry = act
      ? newEntry({ kind: 'act', by: 'partner', act }, { ...stamp, now })
      : undefined;
    await answerFromNotification(slot, 'yes', stamp.now, entry);
  } else if (action === 'not yet') {
    await answerFromNotification(slot, 'not yet', stamp.now);
  } else {
    return false;
  }
  return true;
}

/** Marks the icon of the app while something asks for an answer. */
export async function mark({ now, zone }: Now): Promise<void> {
  await setDueBadge(await isAnythingDue(now, zone));
}

async function texts() {
  const [rules, acts] = await Promise.all([currentRules(), currentActs()]);
  return notificationTexts(rules, acts);
}

/** Opens the app at the pause whose timer has ended. */
export function openPause(): Promise<void> {
  return openAt(base + PAUSE, OPEN_PAUSE);
}

/** Opens the app at the check-in. */
export function openCheckIn(): Promise<void> {
  return openAt(base + CHECK_IN, OPEN_CHECK_IN);
}

function openApp(): Promise<void> {
  return openAt(base + DUE, OPEN_DUE);
}

/** An open window is told and brought to the front; what is being written there stays. */
async function openAt(address: string, ask: string): Promise<void> {
  const [window] = await windows();
  if (!window) return void (await self.clients.openWindow(address));
  window.postMessage(ask);
  await window.focus();
}

/** Whether a window of the app is to be seen. */
async function isInView(): Promise<boolean> {
  return (await windows()).some(({ visibilityState }) => visibilityState === 'visible');
}

/** The windows of this app, the one used last first. Other apps may stand on the same host. */
async function windows(): Promise<readonly WindowClient[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { scope } = self.registration;
  // One that was left shows another page, and stays so.
  return all.filter(({ url }) => url.startsWith(scope) && !url.startsWith(`${scope}measures/`));
}
