import { cutText, list, mark, or, type Held } from '#lib/record/field.ts';
import { setting } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';
import { ACT_MAX, actName } from './entry.ts';

/**
 * The small acts that the app knows by name; their words are in the message files. In this order
 * they fill the rows of a phone, and the first six take two.
 */
export const BUILT_IN_ACTS = [
  'checked-in',
  'remembered',
  'helped',
  'thanked',
  'touch',
  'time',
  'asked',
  'brought',
  'interest',
  'laugh',
  'kiss',
  'good-news'
] as const;

/** The name of an act that the app has words for. */
export type BuiltInAct = (typeof BUILT_IN_ACTS)[number];

/** The most acts that are kept. */
export const ACTS_MAX = 200;

const act = nested(
  shape({
    /** A built-in name or the user's own words; what an entry will say. */
    name: actName(),
    hidden: mark()
  })
);

/** One act on the pad. The order of the list is the order of the buttons. */
export type Act = Held<typeof act>;

/** The acts on the pad; all built-in ones in a new account. */
export const actsSetting = setting(
  'acts',
  or(
    list(act, {
      max: ACTS_MAX,
      tooLong: 'acts-max',
      unique: { of: ({ name }) => name, at: '.name' },
      isEmpty: ({ name }) => name === ''
    }),
    BUILT_IN_ACTS.map((name): Act => ({ name }))
  )
);

/** The acts of a new account. */
export const DEFAULT_ACTS: readonly Act[] = actsSetting.blank;

/** The names of the acts on the pad, in the order of its buttons. */
export function shownActs(acts: readonly Act[]): string[] {
  return acts.filter(({ hidden }) => !hidden).map(({ name }) => name);
}

/** Whether an act's name is one that the app has words for. */
export function isBuiltInAct(name: string): name is BuiltInAct {
  return (BUILT_IN_ACTS as readonly string[]).includes(name);
}

/** The list with an act of one's own at its end; unchanged where it is full or the name empty or taken. */
export function addAct(acts: readonly Act[], words: string): readonly Act[] {
  const name = cutText(words, ACT_MAX);
  if (!name || acts.length >= ACTS_MAX || acts.some((act) => act.name === name)) return acts;
  return [...acts, { name }];
}

/** The list with one act under another name; unchanged where that is empty or taken. Entries keep theirs. */
export function renameAct(acts: readonly Act[], old: string, words: string): readonly Act[] {
  const name = cutText(words, ACT_MAX);
  if (!name || acts.some((act) => act.name === name)) return acts;
  return acts.map((act) => (act.name === old ? { ...act, name } : act));
}

/** The list with one act taken off the pad, or put back on it. */
export function hideAct(acts: readonly Act[], name: string, hidden: boolean): readonly Act[] {
  return acts.map((act) => (act.name === name ? { name, ...(hidden && { hidden }) } : act));
}

/** The list with one act moved by so many places; it stops at the ends. */
export function moveAct(acts: readonly Act[], name: string, places: number): readonly Act[] {
  const from = acts.findIndex((act) => act.name === name);
  const act = acts[from];
  if (!act) return acts;
  const rest = acts.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, from + places), 0, act);
}
