import type { Joint } from '#lib/account/log/pad.svelte.ts';
import type { Slot } from './model/reminder.ts';
import { answerSlot, takeBackAnswer } from './store/index.ts';

/** How a yes to a prompt goes on the log, and comes off it: with the answer. */
export function answerOf(slot: Slot): Joint {
  return {
    write: (entry) => answerSlot(slot, 'yes', entry.at, entry),
    takeBack: (entry) => takeBackAnswer(slot, entry)
  };
}
