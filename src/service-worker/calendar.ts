import { m } from '#i18n/paraglide/messages.js';
import { currentCheckIn } from '#lib/practices/checkIn/store/checkInRules.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { lastRemoved } from '#lib/reminders/store/removedReminder.ts';
import { allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { calendarOf } from '#lib/reminders/calendar/calendar.ts';
import { checkInReminder } from '#lib/due/notify/checkIn.ts';
import { planCalendarOf } from '#lib/reminders/calendar/planCalendar.ts';
import type { Now } from './reminding.ts';
import { base } from './shell.ts';
import { calendarTexts, planTexts } from './words.ts';

/*
 * Calendar files at real addresses, since some systems open nothing else: /calendar/all.ics, or a
 * reminder's or a plan's id in place of "all", or the check-in. They are made here and never leave
 * the device by themselves.
 */

const FOLDER = `${base}/calendar/`;
const ENDING = '.ics';

/** Whether a path is that of a calendar file. */
export function isCalendarPath(path: string): boolean {
  return path.startsWith(FOLDER) && path.endsWith(ENDING);
}

/** The calendar file at an address; 404 where there is nothing to put in it. */
export async function calendarFile({ origin, pathname }: URL, when: Now): Promise<Response> {
  const name = pathname.slice(FOLDER.length, -ENDING.length);
  const home = `${origin}${base}/`;
  const file =
    name === 'check-in'
      ? await ofCheckIn(home, when)
      : (await ofReminders(name, home, when)) || (await ofPlan(name, home, when));
  if (!file) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${m.calendar_file()}"`,
      'cache-control': 'no-store'
    }
  });
}

/** The answer while the app is locked: nobody knows what would stand in the file. */
export function lockedCalendar(): Response {
  return new Response(m.calendar_locked(), {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  });
}

async function ofReminders(name: string, home: string, when: Now): Promise<string> {
  const { reminders, isCancelled } = await named(name);
  const texts = calendarTexts(await currentRules());
  return calendarOf(reminders, { ...when, appUrl: `${home}?due`, texts, isCancelled });
}

async function ofPlan(name: string, home: string, { now }: Now): Promise<string> {
  const plan = (await allOf('sharedTimes')).find(({ id }) => id === name);
  const texts = planTexts(await currentRules());
  return plan ? planCalendarOf(plan, { now, appUrl: home, texts }) : '';
}

async function ofCheckIn(home: string, when: Now): Promise<string> {
  const reminder = checkInReminder(await currentCheckIn(), when.now);
  const texts = { name: m.calendar_name(), titleOf: () => m.notice_title() };
  return calendarOf([reminder], { ...when, appUrl: `${home}practice/check-in/`, texts });
}

async function named(name: string): Promise<{ reminders: Reminder[]; isCancelled: boolean }> {
  const all = await allReminders();
  if (name === 'all') return { reminders: all, isCancelled: false };
  const present = all.find(({ id }) => id === name);
  const reminder = present ?? (await lastRemoved());
  if (reminder?.id !== name) return { reminders: [], isCancelled: false };
  return { reminders: [reminder], isCancelled: !present?.isOn };
}
