import { WAYS, type GroundingFacts, type Way } from './grounding.ts';
import { triggerKey } from './trigger.ts';

/*
 * What helped before, with the same trigger. All of it is worked out from the user's own pauses.
 */

/** A way must have been used this often with a trigger before anything is said of it. */
export const ENOUGH_USES = 3;

/** What a mark "this helped" counts, in steps of the strength of a feeling. */
export const MARK_WORTH = 2;

/** What is known of a way with one trigger. */
export interface Help {
  readonly way: Way;
  /** In how many pauses it was done. */
  readonly uses: number;
  /** In how many of them it was marked as what helped. */
  readonly marks: number;
  /** By how much the feeling sank in the mean, where both strengths were said; 0 where none were. */
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

/** What is known of each way with a trigger. Ways that were never done with it are left out. */
export function helpWith(pauses: readonly GroundingFacts[], trigger: string): Help[] {
  const key = triggerKey(trigger);
  const same = key ? pauses.filter((pause) => triggerKey(pause.trigger) === key) : [];
  return WAYS.flatMap((way) => {
    const uses = same.filter(({ ways }) => ways.includes(way));
    return uses.length > 0 ? [helpOf(way, uses)] : [];
  });
}

/**
 * The ways in the order in which to offer them for a trigger: first those that were done with it at
 * least {@link ENOUGH_USES} times and helped (their worth is above 0), those that helped most
 * first; then the others in their usual order. Where nothing is named, or too little is known, the
 * order is the usual one.
 *
 * A pause in which several ways were done counts for each of them in full: how strong the feeling
 * was in between is not asked. The marks tell them apart.
 */
export function orderWays(pauses: readonly GroundingFacts[], trigger: string): Order {
  const proven = helpWith(pauses, trigger)
    .filter(({ uses, worth }) => uses >= ENOUGH_USES && worth > 0)
    // Sorting keeps the usual order among those of the same worth.
    .sort((a, b) => b.worth - a.worth)
    .map(({ way }) => way);
  return { ways: [...proven, ...WAYS.filter((way) => !proven.includes(way))], proven };
}

function helpOf(way: Way, pauses: readonly GroundingFacts[]): Help {
  const marks = pauses.filter(({ helped }) => helped.includes(way)).length;
  const drops = pauses.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [before - after]
  );
  const drop = mean(drops);
  const uses = pauses.length;
  return { way, uses, marks, drop, worth: drop + (MARK_WORTH * marks) / uses };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
