import { m } from '#i18n/paraglide/messages.js';
import { lastRemoved } from '#lib/db/removedReminder.ts';
import { allReminders, currentRules } from '#lib/db/reminders.ts';
import type { Reminder } from '#lib/domain/reminder.ts';
import { calendarOf } from '#lib/reminders/calendar.ts';
import type { Now } from './reminding.ts';
import { base } from './shell.ts';
import { calendarTexts } from './words.ts';

/*
 * Calendar files at real addresses, since some systems open nothing else: /calendar/all.ics, or a
 * reminder's id in place of "all". They are made here and never leave the device by themselves.
 */

const FOLDER = `${base}/calendar/`;
const ENDING = '.ics';

/** Whether a path is that of a calendar file. */
export function isCalendarPath(path: string): boolean {
  return path.startsWith(FOLDER) && path.endsWith(ENDING);
}

/** The calendar file at an address; 404 where there is nothing to put in it. */
export async function calendarFile({ origin, pathname }: URL, when: Now): Promise<Response> {
  const { reminders, isCancelled } = await named(pathname.slice(FOLDER.length, -ENDING.length));
  const texts = calendarTexts(await currentRules());
  const appUrl = `${origin}${base}/?due`;
  const file = calendarOf(reminders, { ...when, appUrl, texts, isCancelled });
  if (!file) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${m.calendar_file()}"`,
      'cache-control': 'no-store'
    }
  });
}

async function named(name: string): Promise<{ reminders: Reminder[]; isCancelled: boolean }> {
  const all = await allReminders();
  if (name === 'all') return { reminders: all, isCancelled: false };
  const present = all.find(({ id }) => id === name);
  const reminder = present ?? (await lastRemoved());
  if (reminder?.id !== name) return { reminders: [], isCancelled: false };
  return { reminders: [reminder], isCancelled: !present?.isOn };
}
