import type { About, Entry } from '#lib/account/model/entry.ts';
import { missedAbout, missedHours, type Span } from '#lib/account/model/missedBids.ts';
import { groupBy, isNamedMost, standsOut, type Outstanding } from '#lib/account/model/standsOut.ts';
import type { PauseMade, Way } from '#lib/practices/pause/record.ts';
import { sameWords } from '#lib/record/words.ts';
import type { Day } from '#lib/time/day.ts';
import { DAY_MS } from '#lib/time/duration.ts';

/** So many weeks are looked at. */
export const WEEKS = 26;

/** A record that names a trigger. */
interface Doubt {
  readonly at: number;
  readonly day: Day;
  readonly trigger: string;
}

/** Records of practices and entries: what patterns are looked for in. */
export interface Told {
  readonly entries: readonly Entry[];
  readonly pauses: readonly PauseMade[];
  /** What names a trigger (pauses, questions, thoughts, fears), oldest first. */
  readonly doubts: readonly Doubt[];
}

/** Something that stands out beyond what chance explains, each with the share that shows it. */
export type Pattern =
  /** Hours at which I miss the partner's bids. */
  | ({ readonly kind: 'hours' } & Outstanding<Span>)
  /** What the bids are about that I miss. */
  | ({ readonly kind: 'about' } & Outstanding<About>)
  /** What doubt follows on, in the words that were written last. */
  | ({ readonly kind: 'trigger' } & Outstanding<string>)
  /** What helped most in pauses. */
  | ({ readonly kind: 'way' } & Outstanding<Way>);

/**
 * The patterns of the last 26 weeks. Of 100 logs that hold none, 5 at most show any.
 *
 * @param now milliseconds since the epoch
 */
export function patternsOf(told: Told, now: number): Pattern[] {
  const recent = <T extends { readonly at: number }>(list: readonly T[]) =>
    list.filter(({ at }) => at > now - WEEKS * 7 * DAY_MS && at <= now);
  const entries = recent(told.entries);
  const hours = missedHours(entries);
  const about = missedAbout(entries);
  const trigger = commonTrigger(recent(told.doubts));
  const way = helpfulWay(recent(told.pauses));
  return [
    ...(hours ? [{ kind: 'hours' as const, ...hours }] : []),
    ...(about ? [{ kind: 'about' as const, ...about }] : []),
    ...(trigger ? [{ kind: 'trigger' as const, ...trigger }] : []),
    ...(way ? [{ kind: 'way' as const, ...way }] : [])
  ];
}

/**
 * The trigger that doubt follows on more often than on any other of those that were named. It counts
 * once a day: one doubt goes from a pause to the questions, to a thought, to a fear.
 */
function commonTrigger(doubts: readonly Doubt[]): Outstanding<string> | undefined {
  const keyOf = ({ trigger }: Doubt) => sameWords(trigger);
  const named = doubts.filter((doubt) => keyOf(doubt) !== '');
  const days = new Map(named.map((doubt) => [`${doubt.day} ${keyOf(doubt)}`, doubt]));
  const most = isNamedMost(groupBy([...days.values()], keyOf, () => true));
  const last = named.findLast((doubt) => keyOf(doubt) === most?.key);
  return most && last && { ...most, key: last.trigger };
}

/** The way of pausing that was marked as what helped more often than others. */
function helpfulWay(pauses: readonly PauseMade[]): Outstanding<Way> | undefined {
  const uses = pauses.flatMap(({ ways, helped }) =>
    ways.map((way) => ({ way, helps: helped.includes(way) }))
  );
  return standsOut(
    groupBy(
      uses,
      ({ way }) => way,
      ({ helps }) => helps
    )
  );
}
