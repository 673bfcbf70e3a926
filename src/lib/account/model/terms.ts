/*
 * The account's terms: what each kind of entry is worth, and how fast a balance fades.
 * They are data. The user can change them, and everything is recomputed from the tallies.
 */

/** What adds to the balance, in the order of the form. */
export const DEPOSITS = ['toward', 'warm', 'act', 'repair', 'kept', 'experience'] as const;
/** What takes from it. */
export const WITHDRAWALS = ['away', 'broken', 'against'] as const;

/** What an entry is called in the terms. */
export type TermName = (typeof DEPOSITS)[number] | (typeof WITHDRAWALS)[number];

/** What each kind of entry is worth, and how fast a balance fades. */
export interface Terms {
  /** Whole numbers: a deposit from 0 to 20, a withdrawal from −20 to 0. */
  readonly worth: Readonly<Record<TermName, number>>;
  /** Days after which half of a balance has faded, 7 to 180; null for no fading. */
  readonly halfLife: number | null;
}

/** The largest worth of one entry, either way. */
export const WORTH_MAX = 20;
/** The shortest and the longest half-life, in days. */
export const HALF_LIFE_MIN = 7;
export const HALF_LIFE_MAX = 180;

/**
 * Negative moments weigh more than positive ones (Baumeister and others 2001: a direction, not a
 * number); the numbers and the half-life are choices of this app. See docs/balance.md.
 */
export const DEFAULT_TERMS: Terms = {
  worth: {
    toward: 1,
    warm: 2,
    act: 1,
    repair: 2,
    kept: 2,
    experience: 2,
    away: -2,
    broken: -2,
    against: -5
  },
  halfLife: 28
};

/** The lowest and the highest worth that a kind of entry can be given. */
export function worthRange(name: TermName): readonly [lowest: number, highest: number] {
  return isWithdrawal(name) ? [-WORTH_MAX, 0] : [0, WORTH_MAX];
}

/** Whether a name stands for a withdrawal, whatever the terms make of it. */
export function isWithdrawal(name: TermName): boolean {
  return (WITHDRAWALS as readonly TermName[]).includes(name);
}

/** Whether the terms are whole and keep to their ranges. */
export function areTerms(terms: Terms): boolean {
  const { worth, halfLife } = terms;
  return (
    Object(worth) === worth &&
    [...DEPOSITS, ...WITHDRAWALS].every((name) => isWithin(worth[name], worthRange(name))) &&
    (halfLife === null || isWithin(halfLife, [HALF_LIFE_MIN, HALF_LIFE_MAX]))
  );
}

function isWithin(value: number, [lowest, highest]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest;
}

/**
 * The share of towards, 0 to 1, at which bids of two outcomes leave the balance where it is:
 * p·toward + (1 − p)·other = 0. At +1 against −k this is k / (1 + k). Undefined where both are 0.
 */
export function breakEvenShare(terms: Terms, other: 'away' | 'against'): number | undefined {
  const gain = terms.worth.toward;
  const loss = Math.abs(terms.worth[other]);
  return gain + loss === 0 ? undefined : loss / (gain + loss);
}
