import { noteRung, renew } from '#lib/due/ring/store/ringing.ts';
import { LOCKED_TAG } from '#lib/reminders/notify/locked.ts';
import { notify, type Notice } from '#lib/reminders/notify/notify.ts';
import { alone } from '#lib/reminders/notify/oneAtATime.ts';
import { mark, ringTimer, showPrompt, tellCheckIn, type Now } from './reminding.ts';
import { lockedTexts } from './words.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * A push came: within five seconds something is to be seen, whatever happens. Phones end what shows
 * nothing three times, and some give a worker no more time than that.
 */

/** How long the database is asked what is due, in milliseconds. */
const ASKED = 2500;
/** How long what is to be seen already is looked for. */
const LOOKED = 500;
/** How long what comes after may take. */
const AFTERWARDS = 1500;

/**
 * Shows what is due. Neutral words stand for it where nothing is, and where nobody knows: locked, with
 * a database that is broken, newer than this worker, or doesn't answer.
 */
export async function answerPush(when: Now): Promise<void> {
  const found = await within(ASKED, showAnything(when));
  if (found !== 'shown') await showNeutral(found === 'nothing');
  // Neither may be in the way of what is seen. On iOS the mark is said never to be made.
  void mark(when).catch(() => undefined);
  await within(AFTERWARDS, Promise.all([noteRung(), renew(self.registration)]));
}

async function showAnything(when: Now): Promise<'shown' | 'nothing'> {
  const works = [ringTimer(when), tellCheckIn(when), showPrompt(when)];
  const done = await Promise.allSettled(works);
  if (done.some((one) => one.status === 'fulfilled' && one.value)) return 'shown';
  await Promise.all(works);
  return 'nothing';
}

/** @param isNothingDue what is still to be seen then is enough */
async function showNeutral(isNothingDue: boolean): Promise<void> {
  const { title, ...texts } = lockedTexts();
  const look = () => alone(() => self.registration.getNotifications());
  const [seen] = (isNothingDue && (await within(LOOKED, look()))) || [];
  if (!seen) {
    return notify(self.registration, title, { ...texts, tag: LOCKED_TAG, renotify: true });
  }
  // Shown once more, without a sound: the same tag takes its own place.
  const { actions, body, data, tag } = seen as Notification & Pick<Notice, 'actions'>;
  const same = { ...texts, ...(actions && { actions }), body, data, tag, silent: true };
  await notify(self.registration, seen.title, same);
}

/** What work resolves with; undefined where it fails, or takes longer. */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms));
  return Promise.race([work.catch(() => undefined), late]);
}
