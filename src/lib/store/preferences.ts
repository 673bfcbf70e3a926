import { createSubscriber } from 'svelte/reactivity';
import { isDay, type Day } from '#lib/time/day.ts';
import { isWeekday, type Weekday } from '#lib/time/week.ts';
import { readLocal, writeLocal } from './local.ts';

/*
 * What this device is told about how to look and behave. It stands in localStorage, which can be
 * read before the first paint (src/early.js does), so that nothing flashes.
 */

/** In the order in which they are offered. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** How this device shows the app, and what it remembers of its use. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number];
  /** The balance is shown as dots. */
  readonly hideNumber: boolean;
  /** Numbers, hard moments and notes are out of sight for now, on every page (app.css). */
  readonly covered: boolean;
  /** Only what both may see is shown: practices/two. */
  readonly forTwo: boolean;
  /** null takes the one of the locale. */
  readonly firstDay: Weekday | null;
  /** Single keys log a tap. */
  readonly shortcuts: boolean;
  /** Pressing Shift three times is a quick exit (src/early.js). */
  readonly shiftExit: boolean;
  /** After a tap something is offered that may help. */
  readonly offers: boolean;
  /** A good moment of a month or a year ago comes back on Today. */
  readonly lookBack: boolean;
  /** The day on which one was last answered; null for never. */
  readonly lookedBack: Day | null;
  /** The first day of the week whose recap was read last; null for none. */
  readonly recapRead: Day | null;
  /** The same of a month. */
  readonly monthRead: Day | null;
  /** The day on which words for a good moment were last asked for; null for never. */
  readonly wordsAsked: Day | null;
  /** The first run was seen or skipped, or there was something already. */
  readonly welcomed: boolean;
  /** The acts on the pad are not those of a new account: the prerendered ones stay unseen. */
  readonly ownActs: boolean;
  /** To install the app was offered, and answered. */
  readonly installOffered: boolean;
  /** A time for a reminder was proposed, and answered. */
  readonly momentOffered: boolean;
  /** The browser may check spelling and propose words. Some browsers ask a server. */
  readonly spellcheck: boolean;
  /** Slow breathing can be heard. */
  readonly breathSound: boolean;
  /** Slow breathing can be felt. */
  readonly breathTouch: boolean;
}

type DayKey = 'lookedBack' | 'recapRead' | 'monthRead' | 'wordsAsked';
type Flag = Exclude<keyof Preferences, 'theme' | 'firstDay' | DayKey>;

const DEFAULTS: Preferences = {
  theme: 'system',
  hideNumber: false,
  covered: false,
  forTwo: false,
  firstDay: null,
  shortcuts: true,
  shiftExit: false,
  offers: true,
  lookBack: true,
  lookedBack: null,
  recapRead: null,
  monthRead: null,
  wordsAsked: null,
  welcomed: false,
  ownActs: false,
  installOffered: false,
  momentOffered: false,
  spellcheck: false,
  breathSound: false,
  breathTouch: false
};

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
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    stored = Object(JSON.parse(text ?? '{}'));
  } catch {
    // Not written by this app: the defaults hold.
  }
  const day = (key: DayKey) => {
    const value = stored[key];
    return typeof value === 'string' && isDay(value) ? value : null;
  };
  const flag = (key: Flag) => (typeof stored[key] === 'boolean' ? stored[key] : DEFAULTS[key]);
  return {
    theme: THEMES.find((theme) => theme === stored.theme) ?? DEFAULTS.theme,
    hideNumber: flag('hideNumber'),
    covered: flag('covered'),
    forTwo: flag('forTwo'),
    firstDay: isWeekday(stored.firstDay) ? stored.firstDay : null,
    shortcuts: flag('shortcuts'),
    shiftExit: flag('shiftExit'),
    offers: flag('offers'),
    lookBack: flag('lookBack'),
    lookedBack: day('lookedBack'),
    recapRead: day('recapRead'),
    monthRead: day('monthRead'),
    wordsAsked: day('wordsAsked'),
    welcomed: flag('welcomed'),
    ownActs: flag('ownActs'),
    installOffered: flag('installOffered'),
    momentOffered: flag('momentOffered'),
    spellcheck: flag('spellcheck'),
    breathSound: flag('breathSound'),
    breathTouch: flag('breathTouch')
  };
}
