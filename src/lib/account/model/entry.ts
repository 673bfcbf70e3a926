import { mark, named, oneOf, optional, text, unlessEmpty, uuid } from '#lib/record/field.ts';
import { isSame } from '#lib/record/same.ts';
import { laterThan, recordOf, type RowOf } from '#lib/record/record.ts';
import { variant, type Shape } from '#lib/record/shape.ts';
import type { Day, Moment, Stamp } from '#lib/time/day.ts';

/*
 * The log is a set of entries. An entry is a fact: what happened, between whom, when.
 * What it is worth is not in it (see terms.ts), so that a change of terms recomputes everything.
 *
 *   entry ─┬─ bid         one reached out (by), the other met it (response)
 *          ├─ act         a small act of care that was noticed
 *          ├─ repair      they made up after a hard moment
 *          ├─ promise     kept or broken
 *          └─ experience  something shared
 */

/** One of the two people. */
export type Who = 'me' | 'partner';

/** How a bid was met: met, missed or ignored, met with hostility. */
export type BidResponse = 'toward' | 'away' | 'against';

/** What a bid was about. */
export type About =
  | 'attention'
  | 'affection'
  | 'help'
  | 'play'
  | 'good news'
  | 'worry'
  | 'plan'
  | 'reassurance'
  | 'distance';

/** In the order of the pad, as the responses are. */
export const WHO = ['partner', 'me'] as const satisfies readonly Who[];
export const RESPONSES = ['toward', 'away', 'against'] as const satisfies readonly BidResponse[];
export const ABOUTS = [
  'attention',
  'affection',
  'help',
  'play',
  'good news',
  'worry',
  'plan',
  'reassurance',
  'distance'
] as const satisfies readonly About[];

/** The longest name of an act, in UTF-16 code units. */
export const ACT_MAX = 60;

/** The name of an act. */
export const actName = () => named(text({ max: ACT_MAX, tooLong: 'act-length' }));

const by = oneOf(WHO, 'who');
const common = {
  note: unlessEmpty(text()),
  /** One to come back to. */
  favorite: mark(),
  /** Not to come back by itself. It stays in the history. */
  hidden: mark()
};

/** What each kind of entry says. */
const FACTS = variant(
  'kind',
  {
    /** A reach for attention, affection, help or play, made by `by`, and how the other met it. */
    bid: {
      by,
      response: oneOf(RESPONSES, 'response'),
      /** Only of a toward: it was met with enthusiasm. */
      warm: mark(),
      about: optional(oneOf(ABOUTS, 'about')),
      ...common
    },
    /** A small act of care by `by`: a built-in name (acts.ts) or the user's own words. */
    act: { by, act: actName(), ...common },
    /** The two made up, by an attempt of `by` where one began, after the entry `of` where that is known. */
    repair: { by: optional(by), of: optional(uuid()), ...common },
    /** A promise made by `by`, when it was kept or broken. */
    promise: { by, outcome: oneOf(['kept', 'broken'], 'outcome'), ...common },
    /** Something the two shared. */
    experience: common
  },
  'kind'
);

/** What happened, without when: what a tap says. */
export type Facts = typeof FACTS extends Shape<infer T> ? T : never;
/** A bid, and how it was met. */
export type BidFacts = Extract<Facts, { kind: 'bid' }>;
/** A small act of care. */
export type ActFacts = Extract<Facts, { kind: 'act' }>;
/** A promise, when it was kept or broken. */
export type PromiseFacts = Extract<Facts, { kind: 'promise' }>;

/** A kind of entry. */
export type Kind = Facts['kind'];
/** In the order in which a form offers them. */
export const KINDS = [
  'bid',
  'act',
  'repair',
  'promise',
  'experience'
] as const satisfies readonly Kind[];

/** How an entry behaves. */
export const entryRecord = recordOf('entries', FACTS, {
  // All but the note and the marks: what each kind says makes sense only beside its kind.
  together: [['kind', 'by', 'response', 'warm', 'about', 'act', 'of', 'outcome']],
  plain: (facts) => (facts.kind === 'bid' ? plainBid(facts) : facts)
});

/** One line of the log, as it is stored and exported. */
export type Entry = RowOf<typeof entryRecord>;

/** A new entry: these facts, now, here. */
export function newEntry(facts: Facts, stamp: Stamp): Entry {
  return entryRecord.create(facts, stamp);
}

/** The entry with other facts or another moment. Its id and its marks stay; it's later than what it was. */
export function amendEntry(
  entry: Entry,
  change: { facts?: Facts; moment?: Moment },
  now: number
): Entry {
  const { at, day, zone } = change.moment ?? entry;
  const updatedAt = laterThan(entry, now);
  const { favorite, hidden } = entry;
  const facts = entryRecord.plain({ ...(change.facts ?? entry), favorite, hidden });
  return { id: entry.id, at, day, zone, updatedAt, ...facts };
}

/** The marks of an entry: whether it's a favorite, and whether it stays hidden. */
export type Marks = Readonly<Record<'favorite' | 'hidden', boolean>>;

/** The entry with a mark set or taken away. It's later than what it was. */
export function markEntry(
  entry: Entry,
  { favorite = entry.favorite === true, hidden = entry.hidden === true }: Partial<Marks>,
  now: number
): Entry {
  const marks = { favorite: favorite || undefined, hidden: hidden || undefined };
  return entryRecord.amend(entry, marks, now);
}

/**
 * The facts as a plain object that holds what their kind knows and nothing else, so that it can be
 * stored whatever it came from (a form's proxy, an entry). Empty texts and a warmth that does not
 * apply are left out; texts too long are cut.
 */
export function plainFacts(facts: Facts): Facts {
  return entryRecord.plain(facts);
}

/** Whether a note was written or changed, and nothing else. */
export function isNoteOnly(before: Entry, after: Entry): boolean {
  const { note, at, zone } = after;
  return (
    note !== undefined &&
    note !== before.note &&
    isSame([at, zone, plainFacts(after)], [before.at, before.zone, plainFacts({ ...before, note })])
  );
}

function plainBid({ warm, ...facts }: BidFacts): BidFacts {
  return { ...facts, ...(facts.response === 'toward' && warm && { warm }) };
}

/** The entries of each day, in the order in which they come. */
export function byDay(entries: readonly Entry[]): Map<Day, Entry[]> {
  const days = new Map<Day, Entry[]>();
  for (const entry of entries) {
    const those = days.get(entry.day);
    if (those) those.push(entry);
    else days.set(entry.day, [entry]);
  }
  return days;
}
