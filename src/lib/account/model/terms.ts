import { expected, nullable, or, whole, type Field } from '#lib/record/field.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';

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

/** The largest worth of one entry, either way. */
const WORTH_MAX = 20;
/** The shortest and the longest half-life, in days. */
export const HALF_LIFE_MIN = 7;
export const HALF_LIFE_MAX = 180;

const deposit = (usual: number) => expected(or(whole([0, WORTH_MAX], 'deposit'), usual));
const withdrawal = (usual: number) => expected(or(whole([-WORTH_MAX, 0], 'withdrawal'), usual));

/**
 * Negative moments weigh more than positive ones (Baumeister and others 2001: a direction, not a
 * number), but a miss is mostly inattention; the numbers and the half-life are choices of this app.
 * See docs/balance.md.
 */
export const termsSetting = setting(
  'terms',
  nested(
    shape({
      worth: expected(
        nested(
          shape({
            toward: deposit(1),
            warm: deposit(2),
            act: deposit(1),
            repair: deposit(2),
            kept: deposit(2),
            experience: deposit(2),
            away: withdrawal(-1),
            broken: withdrawal(-1),
            against: withdrawal(-3)
          } satisfies Record<TermName, Field<number>>)
        )
      ),
      /** Days after which half of a balance has faded; null for no fading. */
      halfLife: expected(or(nullable(whole([HALF_LIFE_MIN, HALF_LIFE_MAX], 'half-life')), 28))
    })
  )
);

/** What each kind of entry is worth, and how fast a balance fades. */
export type Terms = ValueOf<typeof termsSetting>;

/** The terms until the user has changed them. */
export const DEFAULT_TERMS: Terms = termsSetting.blank;

/** The terms of an account that was begun by version 0.3 or older and has none of its own. */
export const EARLIER_TERMS: Terms = {
  ...DEFAULT_TERMS,
  worth: { ...DEFAULT_TERMS.worth, away: -2, broken: -2, against: -5 }
};

/** The lowest and the highest worth that a kind of entry can be given. */
export function worthRange(name: TermName): readonly [lowest: number, highest: number] {
  return isWithdrawal(name) ? [-WORTH_MAX, 0] : [0, WORTH_MAX];
}

/** Whether a name stands for a withdrawal, whatever the terms make of it. */
export function isWithdrawal(name: TermName): boolean {
  return (WITHDRAWALS as readonly TermName[]).includes(name);
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
