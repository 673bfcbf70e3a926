import { m } from '#i18n/paraglide/messages.js';
import { isBuiltInAct, type BuiltInAct } from '#lib/account/model/acts.ts';
import { partner } from '#lib/account/partner.ts';

const ACTS: Record<BuiltInAct, (who: { partner: string }) => string> = {
  'checked-in': m.due_yes_checked_in,
  asked: m.due_yes_asked,
  brought: m.due_yes_brought,
  remembered: m.due_yes_remembered,
  helped: m.due_yes_helped,
  thanked: m.due_yes_thanked,
  touch: m.due_yes_touch,
  kiss: m.due_yes_kiss,
  laugh: m.due_yes_laugh,
  time: m.due_yes_time,
  interest: m.due_yes_interest,
  'good-news': m.due_yes_good_news
};

/** The answer that an act was noticed, as a person gives it: 'Yes, they thanked me'. */
export function yesWords(act: string): string {
  return isBuiltInAct(act) ? ACTS[act]({ partner: partner() }) : m.due_yes({ act });
}
