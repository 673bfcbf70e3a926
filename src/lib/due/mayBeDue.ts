import { account } from '#lib/account/account.svelte.ts';
import { checkInDue } from '#lib/practices/checkIn/model/checkInTime.ts';
import { currentTimer } from '#lib/practices/pause/currentTimer.ts';
import { loadCheckIn, loadDated } from '#lib/practices/store/index.ts';
import { reminders } from '#lib/reminders/reminders.svelte.ts';
import { live } from '#lib/store/live.ts';
import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { here, now } from '#lib/time/clock.ts';
import type { Day } from '#lib/time/day.ts';
import { DUE_TABLES } from './model/dueOn.ts';

const lives = whileReadable(() => ({
  dated: live(loadDated, 'hasRecords', DUE_TABLES),
  checkIn: live(loadCheckIn, 'checkInState')
}));

/** When the check-in comes, and when the last one was made; undefined until that is known. Readable in runes. */
export function checkInState() {
  return lives.current?.checkIn.current;
}

/** The day whose check-in is due; undefined where none is. Readable in runes. */
export function checkInOn(): Day | undefined {
  const state = checkInState();
  const lastLogged = account.counted?.at(-1)?.day;
  return state && checkInDue({ ...state, lastLogged }, now(), here());
}

/** Whether something may be due; undefined until that is known. Readable in runes. */
export function mayBeDue(): boolean | undefined {
  const timer = currentTimer();
  const isDated = lives.current?.dated.current;
  if (isDated || reminders.all?.length || timer || checkInOn()) return true;
  const isRead = reminders.all && account.tallies && checkInState() && timer === null;
  return isRead && isDated === false ? false : undefined;
}
