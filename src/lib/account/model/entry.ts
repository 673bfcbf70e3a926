import { momentAt, type Moment } from '#lib/time/day.ts';

/*
 * The log is a set of entries. An entry is a fact: what happened, between whom, when.
 * What it is worth is not in it (see terms.ts), so that a change of terms recomputes everything.
 *
 *   entry ─┬─ bid         one reached out (by), the other met it (response)
 *          ├─ act         a small act of care that was noticed
 *          ├─ repair      an attempt to mend after a rupture
 *          ├─ promise     kept or broken
 *          └─ experience  something shared
 */

/** One of the two people. */
export type Who = 'me' | 'partner';

/** How a bid was met: met, missed or ignored, met with hostility. */
export type BidResponse = 'toward' | 'away' | 'against';

/** What a bid was about. */
export type About = 'attention' | 'affection' | 'help' | 'play' | 'good news' | 'worry' | 'plan';

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
  'plan'
] as const satisfies readonly About[];

/** The longest note, in UTF-16 code units. */
export const NOTE_MAX = 2000;
/** The longest name of an act, in UTF-16 code units. */
export const ACT_MAX = 60;

interface Noted {
  readonly note?: string;
}

/** A reach for attention, affection, help or play, made by `by`, and how the other met it. */
export interface BidFacts extends Noted {
  readonly kind: 'bid';
  readonly by: Who;
  readonly response: BidResponse;
  /** Only of a toward: it was met with enthusiasm. */
  readonly warm?: true;
  readonly about?: About;
}

/** A small act of care by `by`: a built-in name (acts.ts) or the user's own words. */
export interface ActFacts extends Noted {
  readonly kind: 'act';
  readonly by: Who;
  readonly act: string;
}

/** An attempt by `by` to mend, after the entry `of` where that is known. */
export interface RepairFacts extends Noted {
  readonly kind: 'repair';
  readonly by: Who;
  readonly of?: string;
}

/** A promise made by `by`, when it was kept or broken. */
export interface PromiseFacts extends Noted {
  readonly kind: 'promise';
  readonly by: Who;
  readonly outcome: 'kept' | 'broken';
}

/** Something the two shared. */
export interface ExperienceFacts extends Noted {
  readonly kind: 'experience';
}

/** What happened, without when: what a tap says. */
export type Facts = BidFacts | ActFacts | RepairFacts | PromiseFacts | ExperienceFacts;

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

interface Stored extends Moment {
  /** UUID version 7. */
  readonly id: string;
  /** When it was last written, in milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** One line of the log, as it is stored and exported. */
export type Entry = Facts & Stored;

/** What the outside world hands in for a new entry. */
export interface Stamp {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA time zone name. */
  readonly zone: string;
}

/** A new entry: these facts, now, here. */
export function newEntry(facts: Facts, { id, now, zone }: Stamp): Entry {
  return { id, ...momentAt(now, zone), updatedAt: now, ...plainFacts(facts) };
}

/** The entry with other facts or another moment. Its id stays; `now` becomes its `updatedAt`. */
export function amendEntry(
  entry: Entry,
  change: { facts?: Facts; moment?: Moment },
  now: number
): Entry {
  const { at, day, zone } = change.moment ?? entry;
  const facts = plainFacts(change.facts ?? entry);
  return { id: entry.id, at, day, zone, updatedAt: now, ...facts };
}

/**
 * The facts as a plain object that holds what their kind knows and nothing else, so that it can be
 * stored whatever it came from (a form's proxy, an entry). Empty texts and a warmth that does not
 * apply are left out; texts too long are cut.
 */
export function plainFacts(facts: Facts): Facts {
  const note = facts.note && cutText(facts.note, NOTE_MAX);
  return { ...ownFacts(facts), ...(note && { note }) };
}

/** A text without blanks around it, and no longer than `max` UTF-16 code units. */
export function cutText(text: string, max: number): string {
  return text.trim().slice(0, max).trimEnd();
}

function ownFacts(facts: Facts): Facts {
  switch (facts.kind) {
    case 'bid': {
      const { kind, by, response, about } = facts;
      const warm = response === 'toward' && facts.warm;
      return { kind, by, response, ...(warm && { warm }), ...(about && { about }) };
    }
    case 'act':
      return { kind: 'act', by: facts.by, act: cutText(facts.act, ACT_MAX) };
    case 'repair':
      return { kind: 'repair', by: facts.by, ...(facts.of && { of: facts.of }) };
    case 'promise':
      return { kind: 'promise', by: facts.by, outcome: facts.outcome };
    case 'experience':
      return { kind: 'experience' };
  }
}
