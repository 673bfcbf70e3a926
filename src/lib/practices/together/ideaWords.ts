import { m } from '#i18n/paraglide/messages.js';
import { isBuiltInIdea, type BuiltInIdea, type Idea, type IdeaTag } from './model/ideas.ts';

const IDEAS: Record<BuiltInIdea, () => string> = {
  hug: m.together_idea_hug,
  doorstep: m.together_idea_doorstep,
  song: m.together_idea_song,
  best: m.together_idea_best,
  photo: m.together_idea_photo,
  hands: m.together_idea_hands,
  moon: m.together_idea_moon,
  notes: m.together_idea_notes,
  admire: m.together_idea_admire,
  stretch: m.together_idea_stretch,
  never_asked: m.together_idea_never_asked,
  guess_drink: m.together_idea_guess_drink,
  portraits: m.together_idea_portraits,
  window: m.together_idea_window,
  page: m.together_idea_page,
  breakfast_plan: m.together_idea_breakfast_plan,
  funny: m.together_idea_funny,
  word: m.together_idea_word,
  plants: m.together_idea_plants,
  goodbye: m.together_idea_goodbye,
  sounds: m.together_idea_sounds,
  swings: m.together_idea_swings,
  round: m.together_idea_round,
  rain: m.together_idea_rain,
  far_dish: m.together_idea_far_dish,
  cards: m.together_idea_cards,
  floor_picnic: m.together_idea_floor_picnic,
  candles: m.together_idea_candles,
  old_film: m.together_idea_old_film,
  album: m.together_idea_album,
  first_date: m.together_idea_first_date,
  new_table: m.together_idea_new_table,
  live_music: m.together_idea_live_music,
  lesson: m.together_idea_lesson,
  sunset: m.together_idea_sunset,
  night_walk: m.together_idea_night_walk,
  puzzle: m.together_idea_puzzle,
  letters: m.together_idea_letters,
  age_ten: m.together_idea_age_ten,
  foot_bath: m.together_idea_foot_bath,
  sing: m.together_idea_sing,
  bake: m.together_idea_bake,
  stage: m.together_idea_stage,
  late_museum: m.together_idea_late_museum,
  stars: m.together_idea_stars,
  tasting: m.together_idea_tasting,
  twelve_photos: m.together_idea_twelve_photos,
  ten_things: m.together_idea_ten_things,
  childhood_game: m.together_idea_childhood_game,
  dance_video: m.together_idea_dance_video,
  looked_after: m.together_idea_looked_after,
  no_screens: m.together_idea_no_screens,
  breakfast_out: m.together_idea_breakfast_out,
  market: m.together_idea_market,
  last_stop: m.together_idea_last_stop,
  swim: m.together_idea_swim,
  cycle: m.together_idea_cycle,
  quiet_wood: m.together_idea_quiet_wood,
  small_present: m.together_idea_small_present,
  library: m.together_idea_library,
  park_lunch: m.together_idea_park_lunch,
  water: m.together_idea_water,
  tourists: m.together_idea_tourists,
  high_up: m.together_idea_high_up,
  picking: m.together_idea_picking,
  before_us: m.together_idea_before_us,
  sunrise: m.together_idea_sunrise,
  errand: m.together_idea_errand,
  bench: m.together_idea_bench,
  one_colour: m.together_idea_one_colour,
  clumsy_sport: m.together_idea_clumsy_sport,
  lend_hand: m.together_idea_lend_hand,
  sow: m.together_idea_sow,
  build: m.together_idea_build,
  swap_chores: m.together_idea_swap_chores,
  slow_breakfast: m.together_idea_slow_breakfast
};

const TAGS: Record<IdeaTag, () => string> = {
  short: m.together_tag_short,
  evening: m.together_tag_evening,
  out: m.together_tag_out,
  free: m.together_tag_free,
  new: m.together_tag_new
};

/** An idea as a person reads it: the built-in words, or the user's own. */
export function ideaWords({ id, text = '' }: Idea): string {
  return isBuiltInIdea(id) ? IDEAS[id]() : text;
}

/** What a tag is called. */
export function tagWords(tag: IdeaTag): string {
  return TAGS[tag]();
}
