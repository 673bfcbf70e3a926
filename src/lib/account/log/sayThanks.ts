import { m } from '#i18n/paraglide/messages.js';
import { canShare, copyText, shareText } from '#lib/ui/share.ts';
import { isBuiltInAct, type BuiltInAct } from '../model/acts.ts';

const THANKS: Readonly<Record<BuiltInAct, () => string>> = {
  'checked-in': m.thanks_checked_in,
  asked: m.thanks_asked,
  brought: m.thanks_brought,
  remembered: m.thanks_remembered,
  helped: m.thanks_helped,
  thanked: m.thanks_thanked,
  touch: m.thanks_touch,
  kiss: m.thanks_kiss,
  laugh: m.thanks_laugh,
  time: m.thanks_time,
  interest: m.thanks_interest,
  'good-news': m.thanks_good_news
};

/** A sentence that thanks for an act. */
export function thanksFor(act: string): string {
  return isBuiltInAct(act) ? THANKS[act]() : m.thanks_own({ act });
}

/**
 * Hands the thanks for an act to an app that the user chooses, or copies them where none can be
 * chosen. Resolves with what to say of that; undefined where the system has shown it.
 */
export async function sayThanks(act: string): Promise<string | undefined> {
  const text = thanksFor(act);
  if (canShare()) return void (await shareText(text));
  return (await copyText(text)) ? m.thanks_copied({ text }) : text;
}
