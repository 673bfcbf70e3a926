import { isTrial, noteRung, renew, ringRow, rungFor } from '#lib/due/ring/store/ringing.ts';
import { isJustTold, LOCKED_TAG } from '#lib/reminders/notify/locked.ts';
import { notify } from '#lib/reminders/notify/notify.ts';
import { showSeenAgain } from '#lib/reminders/notify/seenAgain.ts';
import { mark, ringTimer, showPrompt, tellCheckIn, type Now } from './reminding.ts';
import { lockedTexts } from './words.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * A push came: within five seconds something is to be seen, whatever happens. Phones end what shows
 * nothing three times, and some give a worker no more time than that.
 */

/** How long the database is asked what is due, in milliseconds. */
const ASKED = 2000;
/** How long the plan is looked for, and what is to be seen already. */
const LOOKED = 500;
/** How long what comes after may take. */
const AFTERWARDS = 1500;

/**
 * Shows what is due; where nothing else is, once more what is to be seen of it. Neutral words stand for
 * it where nothing is, and where nobody knows: locked, with a database that is broken, newer than this
 * worker, or doesn't answer. Where it's known that nothing is, they are not to be heard, unless somebody
 * waits for them to try it.
 */
export async function answerPush({ now, zone }: Now): Promise<void> {
  const row = await within(LOOKED, ringRow());
  const when = { now: row ? rungFor(row, now) : now, zone };
  const found = await within(ASKED, showAnything(when, row?.silent));
  const isQuiet = found === 'nothing' && !(row && isTrial(row, when.now));
  const isSeen = found === 'shown' || (isQuiet && (await within(LOOKED, seenAgain())));
  if (!isSeen) await showNeutral(isQuiet, now);
  // Neither may be in the way of what is seen. On iOS the mark is said never to be made.
  void mark(when).catch(() => undefined);
  await within(AFTERWARDS, Promise.all([noteRung(when.now), renew(self.registration)]));
}

/** @param silent ids of the reminders that don't ring */
async function showAnything(when: Now, silent?: readonly string[]): Promise<'shown' | 'nothing'> {
  const works = [ringTimer(when), tellCheckIn(when), showPrompt(when, silent)];
  const done = await Promise.allSettled(works);
  if (done.some((one) => one.status === 'fulfilled' && one.value)) return 'shown';
  await Promise.all(works);
  return 'nothing';
}

function seenAgain(): Promise<boolean> {
  return showSeenAgain(self.registration, lockedTexts().navigate);
}

async function showNeutral(isSilent: boolean, now: number): Promise<void> {
  const { title, ...texts } = lockedTexts();
  // A page that is open under the lock tells the same by itself: that is heard once.
  const renotify = !(await within(LOOKED, isJustTold(self.registration, now)));
  const heard = isSilent ? { silent: true } : { renotify };
  await notify(self.registration, title, { ...texts, ...heard, tag: LOCKED_TAG });
}

/** What work resolves with; undefined where it fails, or takes longer. */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms));
  return Promise.race([work.catch(() => undefined), late]);
}
