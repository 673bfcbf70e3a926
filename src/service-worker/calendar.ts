import { m } from '#i18n/paraglide/messages.js';
import { keepLineage } from '#lib/backup/store/lineage.ts';
import { currentCheckIn } from '#lib/practices/checkIn/store/checkInRules.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { handOut } from '#lib/reminders/store/handedOut.ts';
import { allReminders, currentRules } from '#lib/reminders/store/reminders.ts';
import type { ReminderRules } from '#lib/reminders/model/reminder.ts';
import { calendarOf } from '#lib/reminders/calendar/calendar.ts';
import { CHECK_IN_EVENT, type Scope } from '#lib/reminders/model/rings.ts';
import { checkInReminder } from '#lib/practices/checkIn/model/checkInTime.ts';
import { planCalendarOf } from '#lib/practices/together/planCalendar.ts';
import type { Now } from './reminding.ts';
import { base } from './shell.ts';
import { calendarTexts, planTexts } from './words.ts';

/*
 * Calendar files at real addresses, since some systems open nothing else: /calendar/all.ics, or a
 * reminder's or a plan's id in place of "all", or the check-in, or what is gone. They are made here and never leave
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
  const rules = await currentRules();
  const appUrl = linkUnder(rules, `${home}?due`);
  const { reminders, covers } = await scopeOf(name);
  const made = await handOut({ reminders, covers }, when.now, when.zone);
  return calendarOf(made, reminders, { ...when, appUrl, texts: calendarTexts(rules) });
}

async function ofPlan(name: string, home: string, { now }: Now): Promise<string> {
  const plan = (await allOf('sharedTimes')).find(({ id }) => id === name);
  const rules = await currentRules();
  const appUrl = linkUnder(rules, home);
  return plan ? planCalendarOf(plan, { now, appUrl, texts: planTexts(rules) }) : '';
}

async function ofCheckIn(home: string, when: Now): Promise<string> {
  const reminders = [checkInReminder(await currentCheckIn(), when.now)];
  // Two people may share a calendar: one's check-in must not replace the other's.
  const ownName = await keepLineage();
  const made = await handOut({ reminders, covers: isCheckIn, ownName }, when.now, when.zone);
  const texts = { name: m.calendar_name(), titleOf: () => m.notice_title() };
  const appUrl = linkUnder(await currentRules(), `${home}practice/check-in/`);
  return calendarOf(made, reminders, { ...when, appUrl, texts });
}

/** A link tells which app made the file, and what for: only where its words may be seen. */
function linkUnder({ showsWords }: ReminderRules, link: string): string | undefined {
  return showsWords ? link : undefined;
}

/** What a file is about: all reminders, one, or what was turned off or deleted since it was handed out. */
async function scopeOf(name: string): Promise<Scope> {
  const all = await allReminders();
  if (name === 'all') return { reminders: all, covers: (id) => !isCheckIn(id) };
  if (name !== 'gone') {
    return { reminders: all.filter(({ id }) => id === name), covers: (id) => id === name };
  }
  const isOn = new Set(all.filter(({ isOn }) => isOn).map(({ id }) => id));
  return { reminders: [], covers: (id) => !isOn.has(id) && !isCheckIn(id) };
}

function isCheckIn(id: string): boolean {
  return id === CHECK_IN_EVENT;
}
