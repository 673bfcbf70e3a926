import type { Joint } from '#lib/account/log/pad.svelte.ts';
import type { Slot } from './model/reminder.ts';
import { answerSlot, takeBackAnswer } from './store/index.ts';

/**
 * How a yes to a prompt goes on the log, and comes off it: with the answer.
 *
 * @param at when it's answered; what was noticed may belong to an earlier day
 */
export function answerOf(slot: Slot, at = Date.now()): Joint {
  return {
    write: (entry) => answerSlot(slot, 'yes', at, entry),
    takeBack: (entry) => takeBackAnswer(slot, entry)
  };
}
