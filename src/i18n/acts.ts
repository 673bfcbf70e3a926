import { isBuiltInAct, type BuiltInAct } from '#lib/account/model/acts.ts';
import { m } from './paraglide/messages.js';

const ACTS: Record<BuiltInAct, () => string> = {
  'checked-in': m.act_checked_in,
  asked: m.act_asked,
  brought: m.act_brought,
  remembered: m.act_remembered,
  helped: m.act_helped,
  thanked: m.act_thanked,
  touch: m.act_touch,
  kiss: m.act_kiss,
  laugh: m.act_laugh,
  time: m.act_time,
  interest: m.act_interest,
  'good-news': m.act_good_news
};

/** An act's name as a person reads it: the built-in words, or the user's own. */
export function actWords(name: string): string {
  return isBuiltInAct(name) ? ACTS[name]() : name;
}
