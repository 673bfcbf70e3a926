import { m } from '#i18n/paraglide/messages.js';
import type { PauseFacts, Way } from './record.ts';
import type { Order } from './model/whatHelped.ts';
import { formatList } from '#lib/ui/format.ts';

/*
 * The words for what the practice "Pause" knows by name.
 */

interface WayTexts {
  readonly name: () => string;
  readonly what: () => string;
  /** What is said when it was done. */
  readonly done: () => string;
}

const WAY_TEXTS: Record<Way, WayTexts> = {
  breathing: {
    name: m.pause_way_breathing,
    what: m.pause_what_breathing,
    done: m.pause_after_breathing
  },
  senses: { name: m.pause_way_senses, what: m.pause_what_senses, done: m.pause_after_senses },
  body: { name: m.pause_way_body, what: m.pause_what_body, done: m.pause_after_body },
  walk: { name: m.pause_way_walk, what: m.pause_what_walk, done: m.pause_after_walk },
  break: { name: m.pause_way_break, what: m.pause_what_break, done: m.pause_after_break }
};

/** The name of a way: 'Breathe slowly'. */
export function wayName(way: Way): string {
  return WAY_TEXTS[way].name();
}

/** What a way is, in a sentence. */
export function wayWhat(way: Way): string {
  return WAY_TEXTS[way].what();
}

/** What is said when a way was done. */
export function wayDone(way: Way): string {
  return WAY_TEXTS[way].done();
}

/** Several ways in a sentence: 'Breathe slowly and A brisk walk'. */
export function waysWords(ways: readonly Way[]): string {
  return formatList(ways.map(wayName));
}

/** Why the ways stand in this order. */
export function orderWords({ proven }: Order, hasTrigger: boolean): string {
  if (proven.length > 0) {
    return m.pause_order_proven({ count: proven.length, ways: waysWords(proven) });
  }
  return hasTrigger ? m.pause_order_few() : m.pause_order_usual();
}

/** What a pause is called in a list: its trigger, else the feeling, what was done, or why. */
export function pauseName({ trigger, feeling, ways, because }: PauseFacts): string {
  return trigger || feeling || waysWords(ways) || because || m.pause_untitled();
}

/** Feelings to pick from: few, since many are hard to look through when upset. */
export function feelingNames(): readonly string[] {
  return [
    m.pause_feel_anxious(),
    m.pause_feel_hurt(),
    m.pause_feel_lonely(),
    m.pause_feel_jealous(),
    m.pause_feel_insecure(),
    m.pause_feel_angry(),
    m.pause_feel_sad(),
    m.pause_feel_afraid(),
    m.pause_feel_ashamed(),
    m.pause_feel_overwhelmed(),
    m.pause_feel_numb()
  ];
}

/** One place to go to with the attention. */
export interface Place {
  readonly title: string;
  readonly what: string;
}

/** The five senses, one after the other. */
export function sensePlaces(): readonly Place[] {
  return [
    { title: m.pause_senses_see(), what: m.pause_senses_see_what() },
    { title: m.pause_senses_touch(), what: m.pause_senses_touch_what() },
    { title: m.pause_senses_hear(), what: m.pause_senses_hear_what() },
    { title: m.pause_senses_smell(), what: m.pause_senses_smell_what() },
    { title: m.pause_senses_taste(), what: m.pause_senses_taste_what() }
  ];
}

/** The body, from the feet up. */
export function bodyPlaces(): readonly Place[] {
  return [
    { title: m.pause_body_feet(), what: m.pause_body_feet_what() },
    { title: m.pause_body_legs(), what: m.pause_body_legs_what() },
    { title: m.pause_body_belly(), what: m.pause_body_belly_what() },
    { title: m.pause_body_chest(), what: m.pause_body_chest_what() },
    { title: m.pause_body_hands(), what: m.pause_body_hands_what() },
    { title: m.pause_body_shoulders(), what: m.pause_body_shoulders_what() },
    { title: m.pause_body_face(), what: m.pause_body_face_what() },
    { title: m.pause_body_whole(), what: m.pause_body_whole_what() }
  ];
}
