import { actWords } from '#i18n/acts.ts';
import { isolated, plain } from '#i18n/isolated.ts';
import { m } from '#i18n/paraglide/messages.js';
import { shownActs, type Act } from '#lib/account/model/acts.ts';
import type { Due } from '#lib/reminders/model/due.ts';
import { promptedAct } from '#lib/reminders/model/prompt.ts';
import type { Reminder, ReminderRules } from '#lib/reminders/model/reminder.ts';
import type { CalendarTexts } from '#lib/reminders/calendar/calendar.ts';
import type { PlanTexts } from '#lib/practices/together/planCalendar.ts';
import type { RingTexts } from '#lib/due/notify/timer.ts';
import type { LockedTexts } from '#lib/reminders/notify/locked.ts';
import type { NotificationTexts, Wording } from '#lib/reminders/notify/prompts.ts';
import { base } from './shell.ts';

/*
 * What others may see on a lock screen or in a shared calendar says nothing, unless the user has
 * chosen otherwise.
 */

/** Where each notification leads, below the folder of the app. */
export const DUE = '/?due';
export const PAUSE = '/practice/pause/';
export const CHECK_IN = '/practice/check-in/';

const ICON = `${base}/icons/icon-192.png`;

/** The whole address of a page. */
function at(path: string): string {
  return new URL(base + path, self.location.origin).href;
}

/** The words of notifications under these rules. The acts are those of the pad. */
export function notificationTexts(rules: ReminderRules, acts: readonly Act[]): NotificationTexts {
  const names = shownActs(acts);
  return {
    title: m.notice_title(),
    wordingOf: (found) => (rules.showsWords ? openWording(found, names) : neutral()),
    yes: m.notice_yes(),
    notYet: m.notice_not_yet(),
    icon: ICON,
    navigate: at(DUE)
  };
}

/** The words that tell of a timer's end. They say nothing of what it was for. */
export function ringTexts(): RingTexts {
  return { title: m.app_name(), body: m.notice_timer(), icon: ICON, navigate: at(PAUSE) };
}

/** The words that tell of a check-in. They say nothing of what it is about. */
export function checkInTexts(): RingTexts {
  return { title: m.app_name(), body: m.notice_check_in(), icon: ICON, navigate: at(CHECK_IN) };
}

/** The words that tell of something due while the app is locked. */
export function lockedTexts(): LockedTexts {
  return { title: m.notice_title(), icon: ICON, navigate: at(DUE) };
}

/** The words of a calendar file under these rules. */
export function calendarTexts(rules: ReminderRules): CalendarTexts {
  return {
    name: m.calendar_name(),
    titleOf: (reminder) =>
      (rules.showsWords && reminder && plain(ownWords(reminder))) || m.notice_title()
  };
}

/** The words of a plan's calendar file under these rules. */
export function planTexts(rules: ReminderRules): PlanTexts {
  return {
    name: m.calendar_name(),
    titleOf: ({ what }) => (rules.showsWords ? what : m.notice_title())
  };
}

/** What "Yes" logs is what was read: where no act was named, just a small act; of the user's own words nothing. */
function neutral(): Wording {
  return { act: m.notice_small_act() };
}

function openWording({ reminder, slot }: Due, acts: readonly string[]): Wording {
  const own = ownWords(reminder);
  if (own) return { body: own };
  const act = promptedAct(reminder, slot, acts);
  return act
    ? { ...neutral(), body: m.notice_act({ act: isolated(actWords(act)) }), act }
    : neutral();
}

function ownWords({ plan, text }: Reminder): string {
  return plan ? m.notice_plan({ cue: isolated(plan.cue), action: isolated(plan.action) }) : text;
}
