import { actSentence } from './actWords.ts';
import { m } from '#i18n/paraglide/messages.js';
import { partner } from './partner.ts';
import type { About, BidFacts, Entry, Facts, Kind, PromiseFacts, Who } from './model/entry.ts';
import { isBuiltInAct } from './model/acts.ts';
import { worthOf } from './model/tally.ts';
import type { Terms } from './model/terms.ts';
import { today } from '#lib/time/clock.ts';
import { formatDate, formatNearDay, formatSigned, formatTime } from '#lib/ui/format.ts';

/*
 * The words for what the domain knows by name. They begin in lower case, to stand in a sentence.
 */

const BIDS = {
  partner: {
    toward: m.entry_bid_partner_toward,
    warm: m.entry_bid_partner_warm,
    away: m.entry_bid_partner_away,
    against: m.entry_bid_partner_against
  },
  me: {
    toward: m.entry_bid_me_toward,
    warm: m.entry_bid_me_warm,
    away: m.entry_bid_me_away,
    against: m.entry_bid_me_against
  }
};

const PROMISES = {
  partner: { kept: m.entry_promise_partner_kept, broken: m.entry_promise_partner_broken },
  me: { kept: m.entry_promise_me_kept, broken: m.entry_promise_me_broken }
};

const REPAIRS = {
  partner: m.entry_repair_partner,
  me: m.entry_repair_me,
  both: m.entry_repair
};

const BUTTONS = {
  partner: {
    toward: m.pad_partner_toward,
    away: m.pad_partner_away,
    against: m.pad_partner_against
  },
  me: { toward: m.pad_me_toward, away: m.pad_me_away, against: m.pad_me_against }
};

/** What the pad's button for a bid says. */
export function bidButtonWords({ by, response }: Pick<BidFacts, 'by' | 'response'>): string {
  return BUTTONS[by][response]();
}

/** What happened, in a few words: 'their bid, you turned toward'. */
export function entryWords(facts: Facts): string {
  switch (facts.kind) {
    case 'bid':
      return BIDS[facts.by][facts.warm ? 'warm' : facts.response]({ partner: partner() });
    case 'act':
      return actSentence(facts);
    case 'repair':
      return REPAIRS[facts.by ?? 'both']({ partner: partner() });
    case 'promise':
      return PROMISES[facts.by][facts.outcome]({ partner: partner() });
    case 'experience':
      return m.entry_experience();
  }
}

/** A version of an entry, all that it says: what happened, when, the note. */
export function versionWords(entry: Entry): string[] {
  const { at, day, zone, note } = entry;
  const about = entry.kind === 'bid' && entry.about ? [aboutWords(entry.about)] : [];
  const when = `${formatDate(day)}, ${formatTime(at, zone)}`;
  return [entryWords(entry), ...about, when, ...(note ? [note] : [])];
}

/** A moment as one of a list: 'Yesterday: they snapped'. */
export function momentWords(entry: Entry): string {
  return m.entry_on({ day: formatNearDay(entry.day, today()), entry: entryWords(entry) });
}

const SAID_BIDS = {
  partner: {
    toward: m.said_partner_toward,
    warm: m.said_partner_warm,
    away: m.said_partner_away,
    against: m.said_partner_against
  },
  me: {
    toward: m.said_me_toward,
    warm: m.said_me_warm,
    away: m.said_me_away,
    against: m.said_me_against
  }
};

const SAID_ACTS = { partner: m.said_act_partner, me: m.said_act_me };
const SAID_OWN_ACTS = { partner: m.said_act_own_partner, me: m.said_act_own_me };

/** What is said once a tap is saved, the number last: 'You noticed: they thanked you. +1'. */
export function loggedWords(facts: Facts, terms: Terms): string {
  const words = {
    amount: formatSigned(worthOf(facts, terms)),
    entry: entryWords(facts),
    partner: partner()
  };
  switch (facts.kind) {
    case 'bid':
      return SAID_BIDS[facts.by][facts.warm ? 'warm' : facts.response](words);
    case 'act':
      return isBuiltInAct(facts.act)
        ? SAID_ACTS[facts.by](words)
        : SAID_OWN_ACTS[facts.by]({ ...words, act: facts.act });
    case 'repair':
      return m.said_repair(words);
    default:
      return m.said_other(words);
  }
}

const KIND_WORDS: Record<Kind, () => string> = {
  bid: m.kind_bid,
  act: m.kind_act,
  repair: m.kind_repair,
  promise: m.kind_promise,
  experience: m.kind_experience
};

/** What a kind of entry is called: 'a bid'. */
export function kindWords(kind: Kind): string {
  return KIND_WORDS[kind]();
}

const ABOUT_WORDS: Record<About, () => string> = {
  attention: m.about_attention,
  affection: m.about_affection,
  help: m.about_help,
  play: m.about_play,
  'good news': m.about_good_news,
  worry: m.about_worry,
  plan: m.about_plan,
  reassurance: m.about_reassurance,
  distance: m.about_distance
};

/** What a bid was about; '' where nobody said. */
export function aboutWords(about: About | ''): string {
  return about ? ABOUT_WORDS[about]() : m.about_unsaid();
}

/** The question whose answer is one of the two, for a kind; undefined where it has none. */
export function whoLegend(kind: Kind): string | undefined {
  switch (kind) {
    case 'bid':
      return m.editor_who_bid();
    case 'act':
      return m.editor_who_act();
    case 'promise':
      return m.editor_who_promise();
    case 'repair':
    case 'experience':
      return undefined;
  }
}

/** The answer to {@link whoLegend}. */
export function whoWords(kind: Kind, by: Who): string {
  if (kind === 'promise')
    return by === 'me' ? m.editor_mine() : m.editor_theirs({ partner: partner() });
  return by === 'me' ? m.editor_me() : m.editor_partner({ partner: partner() });
}

/** Who began to make up. */
export function menderWords(by: Who | ''): string {
  return by ? whoWords('repair', by) : m.editor_both();
}

/** What became of a promise. */
export function outcomeWords(outcome: PromiseFacts['outcome']): string {
  return outcome === 'kept' ? m.editor_kept() : m.editor_broken();
}
