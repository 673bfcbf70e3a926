import { WAYS, type PauseFacts, type Way } from '../record.ts';
import { sameWords } from '#lib/record/words.ts';

/*
 * What helped before, with the same trigger. All of it is worked out from the user's own pauses.
 */

/** So many pauses with a trigger must have told how a way was before anything is said of it. */
const ENOUGH_USES = 3;

/** What a mark "this helped" counts, in steps of the strength of a feeling. */
const MARK_WORTH = 2;

/** What is known of a way with one trigger. */
interface Help {
  readonly way: Way;
  /** In how many pauses it was done that told something: both strengths, or what helped. */
  readonly uses: number;
  /** In how many of them it was marked as what helped. */
  readonly marks: number;
  /** By how much the feeling sank in the mean. A pause without both strengths counts as no change. */
  readonly drop: number;
  /** {@link drop}, and {@link MARK_WORTH} for each use that was marked, in the mean. */
  readonly worth: number;
}

/** In which order to offer the ways. */
export interface Order {
  readonly ways: readonly Way[];
  /** Those that stand first because they helped; empty where the order is the usual one. */
  readonly proven: readonly Way[];
}

/** What is known of each way with a trigger. Ways of which nothing was told with it are left out. */
export function helpWith(pauses: readonly PauseFacts[], trigger: string): Help[] {
  const key = sameWords(trigger);
  const same = pauses.filter((pause) => key && sameWords(pause.trigger) === key && tells(pause));
  return WAYS.flatMap((way) => {
    const uses = same.filter(({ ways }) => ways.includes(way));
    return uses.length > 0 ? [helpOf(way, uses)] : [];
  });
}

/**
 * The ways in the order in which to offer them for a trigger: first those that were done with it at
 * least {@link ENOUGH_USES} times, by pauses that told something, and helped (their worth is above 0), those that helped most
 * first; then the others in their usual order. Where nothing is named, or too little is known, the
 * order is the usual one.
 *
 * A pause in which several ways were done counts for each of them in full: how strong the feeling
 * was in between is not asked. The marks tell them apart.
 */
export function orderWays(pauses: readonly PauseFacts[], trigger: string): Order {
  const proven = helpWith(pauses, trigger)
    .filter(({ uses, worth }) => uses >= ENOUGH_USES && worth > 0)
    // Sorting keeps the usual order among those of the same worth.
    .sort((a, b) => b.worth - a.worth)
    .map(({ way }) => way);
  return { ways: [...proven, ...WAYS.filter((way) => !proven.includes(way))], proven };
}

function helpOf(way: Way, pauses: readonly PauseFacts[]): Help {
  const marks = pauses.filter(({ helped }) => helped.includes(way)).length;
  const uses = pauses.length;
  const drop = pauses.reduce((sum, pause) => sum + (dropOf(pause) ?? 0), 0) / uses;
  return { way, uses, marks, drop, worth: drop + (MARK_WORTH * marks) / uses };
}

/** A pause of which neither both strengths nor what helped were said is no sign of either. */
function tells(pause: PauseFacts): boolean {
  return dropOf(pause) !== undefined || pause.helped.length > 0 || pause.alsoHelped !== '';
}

function dropOf({ before, after }: PauseFacts): number | undefined {
  return before === null || after === null ? undefined : before - after;
}
