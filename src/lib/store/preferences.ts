import { createSubscriber } from 'svelte/reactivity';
import { day, flag, nullable, oneOf, or } from '#lib/record/field.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { EVERY_DAY } from '#lib/time/week.ts';
import { readLocal, writeLocal } from './local.ts';

/*
 * What this device is told about how to look and behave. It stands in localStorage, which can be
 * read before the first paint (src/early.js does), so that nothing flashes.
 */

/** In the order in which they are offered. */
export const THEMES = ['system', 'light', 'dark'] as const;

const stored = setting(
  'preferences',
  nested(
    shape({
      theme: or(oneOf(THEMES), 'system'),
      /** The balance is shown as dots. */
      hideNumber: flag(),
      /** Numbers, hard moments and notes are out of sight for now, on every page (app.css). */
      covered: flag(),
      /** Only what both may see is shown: practices/two. */
      forTwo: flag(),
      /** null takes the one of the locale. */
      firstDay: nullable(oneOf(EVERY_DAY)),
      /** Single keys log a tap. */
      shortcuts: flag(true),
      /** Pressing Shift three times is a quick exit (src/early.js). */
      shiftExit: flag(),
      /** After a tap something is offered that may help. */
      offers: flag(true),
      /** A good moment of a month or a year ago comes back on Today. */
      lookBack: flag(true),
      /** The day on which one was last answered; null for never. */
      lookedBack: nullable(day()),
      /** The first day of the week whose recap was read last; null for none. */
      recapRead: nullable(day()),
      /** The same of a month. */
      monthRead: nullable(day()),
      /** The day on which words for a good moment were last asked for; null for never. */
      wordsAsked: nullable(day()),
      /** The first run was seen or skipped, or there was something already. */
      welcomed: flag(),
      /** The acts on the pad are not those of a new account: the prerendered ones stay unseen. */
      ownActs: flag(),
      /** To install the app was offered, and answered. */
      installOffered: flag(),
      /** A time for a reminder was proposed, and answered. */
      momentOffered: flag(),
      /** The browser may check spelling and propose words. Some browsers ask a server. */
      spellcheck: flag(),
      /** Slow breathing can be heard. */
      breathSound: flag(),
      /** Slow breathing can be felt. */
      breathTouch: flag()
    })
  )
);

/** How this device shows the app, and what it remembers of its use. */
export type Preferences = ValueOf<typeof stored>;

const KEY = 'toward.preferences';

let current: Preferences | undefined;
const listeners = new Set<() => void>();
const subscribe = createSubscriber((update) => {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    current = undefined;
    update();
  };
  listeners.add(update);
  addEventListener('storage', fromOtherTab);
  return () => {
    listeners.delete(update);
    removeEventListener('storage', fromOtherTab);
  };
});

/** The preferences of this device, readable in runes. Without storage they are the defaults. */
export const preferences = {
  get current(): Preferences {
    subscribe();
    return (current ??= parse(readLocal(KEY)));
  }
};

/** Changes some preferences, here and in other tabs. */
export function prefer(changes: Partial<Preferences>): void {
  current = { ...parse(readLocal(KEY)), ...changes };
  writeLocal(KEY, JSON.stringify(current));
  for (const update of listeners) update();
}

/** Goes back to the defaults, here and in other tabs. */
export function forgetPreferences(): void {
  writeLocal(KEY, null);
  current = undefined;
  for (const update of listeners) update();
}

/** What is stored, with the default for whatever is missing or makes no sense. */
function parse(text: string | null): Preferences {
  try {
    return stored.read(JSON.parse(text ?? '{}'));
  } catch {
    // Not written by this app: the defaults hold.
    return stored.blank;
  }
}
