import { m } from '#i18n/paraglide/messages.js';

/** What a question is like, in the order in which the kinds are offered. */
export const KINDS = ['light', 'memories', 'us', 'deep'] as const;
export type QuestionKind = (typeof KINDS)[number];

const WORDS: Record<QuestionKind, Readonly<Record<string, () => string>>> = {
  light: {
    song: m.two_light_song,
    laugh: m.two_light_laugh,
    free_day: m.two_light_free_day,
    meal: m.two_light_meal,
    skill: m.two_light_skill,
    wake: m.two_light_wake,
    small: m.two_light_small,
    boat: m.two_light_boat,
    animal: m.two_light_animal,
    become: m.two_light_become,
    smell: m.two_light_smell,
    shop: m.two_light_shop,
    film: m.two_light_film,
    season: m.two_light_season,
    indoors: m.two_light_indoors,
    rule: m.two_light_rule
  },
  memories: {
    met: m.two_memories_met,
    trip: m.two_memories_trip,
    kitchen: m.two_memories_kitchen,
    kind: m.two_memories_kind,
    laughed: m.two_memories_laughed,
    rain: m.two_memories_rain,
    dinner: m.two_memories_dinner,
    elder: m.two_memories_elder,
    friend: m.two_memories_friend,
    photo: m.two_memories_photo,
    brave: m.two_memories_brave,
    beginning: m.two_memories_beginning,
    holiday: m.two_memories_holiday,
    proud: m.two_memories_proud,
    present: m.two_memories_present,
    through: m.two_memories_through
  },
  us: {
    proud: m.two_us_proud,
    learned: m.two_us_learned,
    habit: m.two_us_habit,
    more: m.two_us_more,
    best: m.two_us_best,
    first: m.two_us_first,
    home: m.two_us_home,
    evening: m.two_us_evening,
    good: m.two_us_good,
    hard_day: m.two_us_hard_day,
    year: m.two_us_year,
    friends: m.two_us_friends,
    funny: m.two_us_funny,
    morning: m.two_us_morning,
    ahead: m.two_us_ahead,
    lighter: m.two_us_lighter
  },
  deep: {
    ease: m.two_deep_ease,
    changed: m.two_deep_changed,
    matters: m.two_deep_matters,
    dream: m.two_deep_dream,
    comfort: m.two_deep_comfort,
    fail: m.two_deep_fail,
    unseen: m.two_deep_unseen,
    kinder: m.two_deep_kinder,
    heard: m.two_deep_heard,
    home: m.two_deep_home,
    help: m.two_deep_help,
    quiet: m.two_deep_quiet,
    family: m.two_deep_family,
    joy: m.two_deep_joy,
    older: m.two_deep_older,
    asked: m.two_deep_asked
  }
};

const NAMES: Record<QuestionKind, () => string> = {
  light: m.questions_two_light,
  memories: m.questions_two_memories,
  us: m.questions_two_us,
  deep: m.questions_two_deep
};

/** An open question for two. */
interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: () => string;
}

/** All questions. Those that were drawn or hidden are kept among the ideas, by their ids. */
export const QUESTIONS: readonly Question[] = KINDS.flatMap((kind) =>
  Object.entries(WORDS[kind]).map(([name, words]) => ({ id: `${kind}_${name}`, kind, words }))
);

/** What a kind of question is called. */
export function kindWords(kind: QuestionKind): string {
  return NAMES[kind]();
}
