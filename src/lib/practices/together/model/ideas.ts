import {
  cutText,
  expected,
  line,
  LINE_MAX,
  list,
  named,
  oneOf,
  text,
  uuid
} from '#lib/record/field.ts';
import { isSame } from '#lib/record/same.ts';
import { setting, type ValueOf } from '#lib/record/setting.ts';
import { nested, shape } from '#lib/record/shape.ts';

/*
 * Things to do together. The words of the built-in ones are in the message files.
 *
 *   built-in and own ideas ──without the hidden ones──► pool ──drawOne──► one, and what was seen
 */

/** What an idea asks for: five minutes, an evening, leaving home, no money, something not done before. */
export type IdeaTag = (typeof IDEA_TAGS)[number];

/** In the order in which they are shown. */
export const IDEA_TAGS = ['short', 'evening', 'out', 'free', 'new'] as const;

const TAGS_OF = {
  hug: ['short', 'free'],
  doorstep: ['short', 'free'],
  song: ['short', 'free'],
  best: ['short', 'evening', 'free'],
  photo: ['short', 'free'],
  hands: ['short', 'evening', 'free'],
  moon: ['short', 'evening', 'out', 'free'],
  notes: ['short', 'free', 'new'],
  admire: ['short', 'free'],
  stretch: ['short', 'free'],
  never_asked: ['short', 'free', 'new'],
  guess_drink: ['short', 'free', 'new'],
  portraits: ['short', 'free', 'new'],
  window: ['short', 'free'],
  page: ['short', 'evening', 'free'],
  breakfast_plan: ['short', 'free'],
  funny: ['short', 'free'],
  word: ['short', 'free', 'new'],
  plants: ['short', 'free'],
  goodbye: ['short', 'free'],
  sounds: ['short', 'evening', 'out', 'free', 'new'],
  swings: ['out', 'free'],
  round: ['short', 'out', 'free'],
  rain: ['short', 'out', 'free', 'new'],

  far_dish: ['evening', 'new'],
  cards: ['evening', 'free'],
  floor_picnic: ['evening', 'free'],
  candles: ['evening', 'free'],
  old_film: ['evening'],
  album: ['evening', 'free'],
  first_date: ['evening', 'out'],
  new_table: ['evening', 'out', 'new'],
  live_music: ['evening', 'out', 'new'],
  lesson: ['evening', 'out', 'new'],
  sunset: ['evening', 'out', 'free'],
  night_walk: ['evening', 'out', 'free', 'new'],
  puzzle: ['evening'],
  letters: ['evening', 'free', 'new'],
  age_ten: ['evening', 'free'],
  foot_bath: ['evening', 'free'],
  sing: ['evening', 'free', 'new'],
  bake: ['evening', 'new'],
  stage: ['evening', 'out'],
  late_museum: ['evening', 'out'],
  stars: ['evening', 'out', 'free'],
  tasting: ['evening', 'new'],
  twelve_photos: ['evening', 'free'],
  ten_things: ['evening', 'free', 'new'],
  childhood_game: ['evening', 'free'],
  dance_video: ['evening', 'free', 'new'],
  looked_after: ['evening', 'free'],
  no_screens: ['evening', 'free'],

  breakfast_out: ['out'],
  market: ['out', 'new'],
  last_stop: ['out', 'new'],
  swim: ['out'],
  cycle: ['out', 'free'],
  quiet_wood: ['out', 'free', 'new'],
  small_present: ['out', 'new'],
  library: ['out', 'free', 'new'],
  park_lunch: ['out', 'free'],
  water: ['out', 'free'],
  tourists: ['out', 'free', 'new'],
  high_up: ['out', 'free'],
  picking: ['out', 'new'],
  before_us: ['out', 'free', 'new'],
  sunrise: ['out', 'free', 'new'],
  errand: ['out'],
  bench: ['out', 'free'],
  one_colour: ['out', 'free', 'new'],
  clumsy_sport: ['out', 'new'],
  lend_hand: ['out', 'free', 'new'],

  sow: ['new'],
  build: ['new'],
  swap_chores: ['free', 'new'],
  slow_breakfast: ['free']
} as const satisfies Record<string, readonly IdeaTag[]>;

/** The name of an idea that the app has words for. */
export type BuiltInIdea = keyof typeof TAGS_OF;

/** One thing to do together. */
export interface Idea {
  /** The name of a built-in idea, or the id of an own one. */
  readonly id: string;
  readonly tags: readonly IdeaTag[];
  /** The user's own words; absent from built-in ideas. */
  readonly text?: string;
}

/** The built-in ideas. */
export const BUILT_IN_IDEAS: readonly Idea[] = Object.entries(TAGS_OF).map(([id, tags]) => ({
  id,
  tags
}));

/** The most ideas of one's own that are kept. */
export const OWN_IDEAS_MAX = 500;
/** The most ids that are kept as hidden, or as seen: of ideas, and of questions for two. */
const IDEA_IDS_MAX = OWN_IDEAS_MAX + 300;

/** A built-in idea is named by a word, an own one by its id. */
const ids = () =>
  list(named(text({ max: 60, tooLong: 'name', isOwn: false })), {
    max: IDEA_IDS_MAX,
    tooLong: 'ideas-max',
    isEmpty: (id) => id === ''
  });

const ownIdea = nested(
  shape({
    id: uuid(),
    text: named(line()),
    tags: expected(list(oneOf(IDEA_TAGS), { max: IDEA_TAGS.length }))
  })
);

/** What the user has made of the ideas. */
export const ideasSetting = setting(
  'ideas',
  nested(
    shape({
      own: expected(
        list(ownIdea, {
          max: OWN_IDEAS_MAX,
          tooLong: 'ideas-max',
          unique: { of: ({ id }) => id, at: '.id' },
          isEmpty: ({ text }) => text === ''
        })
      ),
      /** The ids of those that are not shown, questions for two among them. */
      hidden: expected(ids()),
      /** The ids of those that were drawn, until all have been; the last one drawn is the last. */
      seen: expected(ids())
    })
  )
);
export type IdeaList = ValueOf<typeof ideasSetting>;

/** An idea of the user's own. */
export type OwnIdea = IdeaList['own'][number];

/** The list of a new account. */
export const NO_IDEAS: IdeaList = ideasSetting.blank;

/** Whether the app has words for the idea with that id. */
export function isBuiltInIdea(id: string): id is BuiltInIdea {
  return Object.hasOwn(TAGS_OF, id);
}

/** All ideas, the user's own first. */
export function allIdeas({ own }: IdeaList): readonly Idea[] {
  return [...own, ...BUILT_IN_IDEAS];
}

/** The ideas that are shown and have all of these tags. */
export function ideasWith(list: IdeaList, tags: readonly IdeaTag[]): readonly Idea[] {
  return allIdeas(list).filter(
    (idea) => !list.hidden.includes(idea.id) && tags.every((tag) => idea.tags.includes(tag))
  );
}

/** The ideas that were hidden. */
export function hiddenIdeas(list: IdeaList): readonly Idea[] {
  return allIdeas(list).filter(({ id }) => list.hidden.includes(id));
}

/** What can be drawn: an idea, or a question for two. */
export interface Drawable {
  readonly id: string;
}

/** One of a pool, and which of all have then been seen. */
export interface Draw<One extends Drawable> {
  readonly one: One;
  readonly seen: readonly string[];
}

/**
 * Draws one at random, none of them again until all of the pool were seen, and none twice in a
 * row. Undefined where the pool is empty.
 *
 * @param chance from 0 up to but not including 1
 */
export function drawOne<One extends Drawable>(
  pool: readonly One[],
  seen: readonly string[],
  chance: number
): Draw<One> | undefined {
  const fresh = pool.filter(({ id }) => !seen.includes(id));
  if (fresh.length > 0) return drawFrom(fresh, seen, chance);
  const again = pool.filter(({ id }) => pool.length === 1 || id !== seen.at(-1));
  const elsewhere = seen.filter((id) => !pool.some((one) => one.id === id));
  return drawFrom(again, elsewhere, chance);
}

function drawFrom<One extends Drawable>(
  from: readonly One[],
  seen: readonly string[],
  chance: number
) {
  const one = from[Math.floor(chance * from.length)];
  return one && { one, seen: [...seen, one.id].slice(-IDEA_IDS_MAX) };
}

/** The list with what was seen. */
export function seeIdeas(list: IdeaList, seen: readonly string[]): IdeaList {
  return plainIdeas({ ...list, seen });
}

/** The list with an idea of one's own, the newest first; unchanged where it is full, or the idea empty or there. */
export function addIdea(list: IdeaList, { id, text, tags }: OwnIdea): IdeaList {
  const isThere = list.own.some((idea) => idea.id === id || idea.text === lineText(text));
  if (!lineText(text) || isThere || list.own.length >= OWN_IDEAS_MAX) return list;
  return plainIdeas({ ...list, own: [{ id, text, tags }, ...list.own] });
}

/** The list with other words and tags for an own idea; unchanged where the words are empty. */
export function changeIdea(list: IdeaList, { id, text, tags }: OwnIdea): IdeaList {
  if (!lineText(text)) return list;
  const own = list.own.map((idea) => (idea.id === id ? { id, text, tags } : idea));
  return plainIdeas({ ...list, own });
}

/** The list without an own idea. */
export function removeIdea(list: IdeaList, id: string): IdeaList {
  const isOther = (other: string) => other !== id;
  return {
    own: list.own.filter((idea) => isOther(idea.id)),
    hidden: list.hidden.filter(isOther),
    seen: list.seen.filter(isOther)
  };
}

/** The list with an idea hidden, or brought back. */
export function hideIdea(list: IdeaList, id: string, isHidden: boolean): IdeaList {
  const others = list.hidden.filter((other) => other !== id);
  return plainIdeas({ ...list, hidden: isHidden ? [...others, id] : others });
}

/**
 * A change of the list. It can be made again where it is made already. `was` is an own idea as it was
 * read: changed since, it's neither changed nor removed.
 */
export type IdeaChange =
  | { readonly add: OwnIdea }
  | { readonly change: OwnIdea; readonly was?: OwnIdea }
  | { readonly remove: string; readonly was?: OwnIdea }
  | { readonly hide: string; readonly isHidden: boolean }
  | { readonly see: readonly string[] };

/** The list with a change. */
export function withChange(list: IdeaList, change: IdeaChange): IdeaList {
  if ('add' in change) return addIdea(list, change.add);
  if ('change' in change) return changeIdea(list, change.change);
  if ('remove' in change) return removeIdea(list, change.remove);
  if ('hide' in change) return hideIdea(list, change.hide, change.isHidden);
  return seeIdeas(list, change.see);
}

/** Whether another tab has made something else of an own idea that is to be changed or removed. */
export function isChangedSince(list: IdeaList, change: IdeaChange): boolean {
  const was = 'was' in change ? change.was : undefined;
  if (!was) return false;
  const here = list.own.filter(({ id }) => id === was.id);
  const isAsRead = isSame(here, plainIdeas({ ...list, own: [was] }).own);
  const isRemoval = 'remove' in change;
  const isDone = here.length === 0 ? isRemoval : isSame(withChange(list, change), list);
  return !isAsRead && !isDone;
}

/** The list as a plain object that can be stored, whatever it came from: tags in order, each once. */
export function plainIdeas(list: IdeaList): IdeaList {
  const { own, ...rest } = ideasSetting.read(list);
  const inOrder = (tags: readonly IdeaTag[]) => IDEA_TAGS.filter((tag) => tags.includes(tag));
  return { ...rest, own: own.map((idea) => ({ ...idea, tags: inOrder(idea.tags) })) };
}

/** A text of one line as it is saved: without line breaks and blanks around it, and not too long. */
function lineText(text: string): string {
  return cutText(text.replace(/\s+/g, ' '), LINE_MAX);
}
