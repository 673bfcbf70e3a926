import { m } from '#i18n/paraglide/messages.js';
import type { Minute } from '../model/reminder.ts';
import { EVERY_DAY, WEEKDAYS, type Weekday } from '#lib/time/week.ts';

/** A moment that a plan can hang on, when it often comes, and on which days. */
export interface CueExample {
  readonly id: string;
  readonly words: () => string;
  readonly usual: readonly Minute[];
  readonly days: readonly Weekday[];
}

/** The first one is the best known; each has a time of day of its own. */
export const CUES: readonly CueExample[] = [
  { id: 'meet', words: m.cue_meet, usual: [1020, 1080, 1140], days: WEEKDAYS },
  { id: 'dinner', words: m.cue_dinner, usual: [1110, 1140, 1200], days: EVERY_DAY },
  { id: 'breakfast', words: m.cue_breakfast, usual: [420, 480, 540], days: EVERY_DAY },
  { id: 'bed', words: m.cue_bed, usual: [1290, 1320, 1380], days: EVERY_DAY },
  { id: 'apart', words: m.cue_apart, usual: [720, 780, 900], days: WEEKDAYS }
];

/** What a plan can be about. */
export const ACTIONS: readonly { readonly id: string; readonly words: () => string }[] = [
  { id: 'look', words: m.action_look },
  { id: 'toward', words: m.action_toward },
  { id: 'thank', words: m.action_thank },
  { id: 'ask', words: m.action_ask }
];
