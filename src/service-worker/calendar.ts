import { m } from '#i18n/paraglide/messages.js';
import { hasEntriesBefore } from '#lib/account/store/queries.ts';
import { currentCheckIn } from '#lib/practices/checkIn/store/checkInRules.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { lastRemoved } from '#lib/reminders/store/removedReminder.ts';
import { allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import type { Reminder, ReminderRules } from '#lib/reminders/model/reminder.ts';
import { calendarOf } from '#lib/reminders/calendar/calendar.ts';
import { checkInReminder } from '#lib/due/notify/checkIn.ts';
import { planCalendarOf } from '#lib/practices/together/planCalendar.ts';
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

/** What a calendar knows the check-in by. */
const CHECK_IN = 'a-small-moment';
/** What it was known by before: a calendar that has it so must find it again. */
const OLD_CHECK_IN = 'toward-check-in';
/** Whoever logged something before may have such a calendar. */
const RENAMED = Date.UTC(2026, 10, 29);

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
  const rules = await currentRules();
  const appUrl = linkUnder(rules, `${home}?due`);
  return calendarOf(reminders, { ...when, appUrl, texts: calendarTexts(rules), isCancelled });
}

async function ofPlan(name: string, home: string, { now }: Now): Promise<string> {
  const plan = (await allOf('sharedTimes')).find(({ id }) => id === name);
  const rules = await currentRules();
  const appUrl = linkUnder(rules, home);
  return plan ? planCalendarOf(plan, { now, appUrl, texts: planTexts(rules) }) : '';
}

async function ofCheckIn(home: string, when: Now): Promise<string> {
  const id = (await hasEntriesBefore(RENAMED)) ? OLD_CHECK_IN : CHECK_IN;
  const reminder = { ...checkInReminder(await currentCheckIn(), when.now), id };
  const texts = { name: m.calendar_name(), titleOf: () => m.notice_title() };
  const appUrl = linkUnder(await currentRules(), `${home}practice/check-in/`);
  return calendarOf([reminder], { ...when, appUrl, texts });
}

/** A link tells which app made the file, and what for: only where its words may be seen. */
function linkUnder({ showsWords }: ReminderRules, link: string): string | undefined {
  return showsWords ? link : undefined;
}

async function named(name: string): Promise<{ reminders: Reminder[]; isCancelled: boolean }> {
  const all = await allReminders();
  if (name === 'all') return { reminders: all, isCancelled: false };
  const present = all.find(({ id }) => id === name);
  const reminder = present ?? (await lastRemoved());
  if (reminder?.id !== name) return { reminders: [], isCancelled: false };
  return { reminders: [reminder], isCancelled: !present?.isOn };
}
