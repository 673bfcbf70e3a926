import { actWords } from '#i18n/acts.ts';
import { m } from '#i18n/paraglide/messages.js';
import { partner, type PartnerWords } from './partner.ts';
import { isBuiltInAct, type BuiltInAct } from './model/acts.ts';
import type { ActFacts, Who } from './model/entry.ts';

/** What the button says where the act is mine, and what happened, by who did it. */
const ACTS: Readonly<Record<BuiltInAct, Record<'button' | Who, PartnerWords>>> = {
  'checked-in': {
    button: m.act_checked_in_mine,
    partner: m.entry_act_checked_in,
    me: m.entry_act_checked_in_mine
  },
  asked: {
    button: m.act_asked_mine,
    partner: m.entry_act_asked,
    me: m.entry_act_asked_mine
  },
  brought: {
    button: m.act_brought_mine,
    partner: m.entry_act_brought,
    me: m.entry_act_brought_mine
  },
  remembered: {
    button: m.act_remembered_mine,
    partner: m.entry_act_remembered,
    me: m.entry_act_remembered_mine
  },
  helped: {
    button: m.act_helped_mine,
    partner: m.entry_act_helped,
    me: m.entry_act_helped_mine
  },
  thanked: {
    button: m.act_thanked_mine,
    partner: m.entry_act_thanked,
    me: m.entry_act_thanked_mine
  },
  touch: {
    button: m.act_touch_mine,
    partner: m.entry_act_touch,
    me: m.entry_act_touch_mine
  },
  kiss: {
    button: m.act_kiss_mine,
    partner: m.entry_act_kiss,
    me: m.entry_act_kiss_mine
  },
  laugh: {
    button: m.act_laugh_mine,
    partner: m.entry_act_laugh,
    me: m.entry_act_laugh_mine
  },
  time: {
    button: m.act_time_mine,
    partner: m.entry_act_time,
    me: m.entry_act_time_mine
  },
  interest: {
    button: m.act_interest_mine,
    partner: m.entry_act_interest,
    me: m.entry_act_interest_mine
  },
  'good-news': {
    button: m.act_good_news_mine,
    partner: m.entry_act_good_news,
    me: m.entry_act_good_news_mine
  }
};

/** What the button of an act says: 'thanked me', 'thanked them'. */
export function actButtonWords({ by, act }: Pick<ActFacts, 'by' | 'act'>): string {
  return by === 'me' && isBuiltInAct(act)
    ? ACTS[act].button({ partner: partner() })
    : actWords(act);
}

/** What happened: 'they thanked you', 'you thanked them'. The user's own words stay as they are. */
export function actSentence({ by, act }: Pick<ActFacts, 'by' | 'act'>): string {
  if (isBuiltInAct(act)) return ACTS[act][by]({ partner: partner() });
  return by === 'me' ? m.entry_act_me({ act }) : m.entry_act_partner({ partner: partner(), act });
}
