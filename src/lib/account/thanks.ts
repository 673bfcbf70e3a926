import { plain } from '#i18n/isolated.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isBuiltInAct, type BuiltInAct } from './model/acts.ts';
import { dayNumber, type Day } from '#lib/time/day.ts';
import type { About, BidFacts, Entry } from './model/entry.ts';
import { weekdayOf } from '#lib/time/week.ts';
import { formatDay, formatWeekday } from '#lib/ui/format.ts';

type Thanks = (on: { day: string }) => string;
/** Ways to say it, the closest first. */
type Ways = readonly [Thanks, ...Thanks[]];

const ACTS: Record<BuiltInAct, Thanks> = {
  'checked-in': m.check_in_thanks_checked_in,
  remembered: m.check_in_thanks_remembered,
  helped: m.check_in_thanks_helped,
  asked: m.check_in_thanks_asked,
  brought: m.check_in_thanks_brought,
  thanked: m.check_in_thanks_thanked,
  touch: m.check_in_thanks_touch,
  interest: m.check_in_thanks_interest,
  laugh: m.check_in_thanks_laugh,
  time: m.check_in_thanks_time,
  kiss: m.check_in_thanks_kiss,
  'good-news': m.check_in_thanks_good_news
};

const ABOUTS: Record<About, Thanks> = {
  attention: m.check_in_thanks_toward,
  affection: m.check_in_thanks_affection,
  help: m.check_in_thanks_help,
  play: m.check_in_thanks_play,
  'good news': m.check_in_thanks_good_news,
  worry: m.check_in_thanks_worry,
  plan: m.check_in_thanks_plan,
  reassurance: m.check_in_thanks_reassurance,
  distance: m.check_in_thanks_distance
};

/** Where there are several, each is said in other words. */
const TOWARD: Ways = [
  m.check_in_thanks_toward,
  m.check_in_thanks_answered,
  m.check_in_thanks_there
];

const DAYS_OF_WEEK = 7;

/**
 * Thank-yous for what is on the log, to be put into one's own words; in other words each, where there
 * are some. Notes are private: none of them says one.
 */
export function thanksWords(entries: readonly Entry[], today: Day): string[] {
  const said = new Set<Thanks>();
  return entries.map((entry) => {
    const ways = waysToSay(entry);
    const words = ways.find((way) => !said.has(way)) ?? ways[0];
    said.add(words);
    return plain(words({ day: whenWords(entry, today) }));
  });
}

function waysToSay(entry: Entry): Ways {
  switch (entry.kind) {
    case 'act':
      return [actThanks(entry.act)];
    case 'repair':
      return [m.check_in_thanks_repair];
    case 'promise':
      return [m.check_in_thanks_promise];
    case 'bid':
      return bidThanks(entry);
    case 'experience':
      return [m.check_in_thanks_time];
  }
}

function actThanks(act: string): Thanks {
  return isBuiltInAct(act) ? ACTS[act] : ({ day }) => m.check_in_thanks_own({ act, day });
}

function bidThanks({ about, warm }: BidFacts): Ways {
  if (about) return [ABOUTS[about], ...TOWARD];
  return warm ? [m.check_in_thanks_warm, ...TOWARD] : TOWARD;
}

/** 'today', for which each message has words of its own, or 'Tuesday'; with the date where that wouldn't tell. */
function whenWords({ day }: Entry, today: Day): string {
  if (day === today) return 'today';
  const isNear = dayNumber(today) - dayNumber(day) < DAYS_OF_WEEK;
  return isNear ? formatWeekday(weekdayOf(day)) : formatDay(day, today);
}
