import { m } from '#i18n/paraglide/messages.js';
import { account } from '#lib/account/account.svelte.ts';
import { countMoments, talliesBetween } from '#lib/account/model/tally.ts';
import { preferences } from '#lib/store/preferences.ts';
import type { Day } from '#lib/time/day.ts';
import { formatAmount } from '#lib/ui/format.ts';

/** What was logged in the week that begins on a day, in a line; empty where nothing was, or the numbers are hidden. */
export function weekLine(start: Day | undefined): string {
  const week = account.statements?.find(({ week }) => week.start === start)?.week;
  if (!week || !account.counted || preferences.current.hideNumber) return '';
  const { good, hard } = countMoments(talliesBetween(account.counted, week.start, week.end));
  if (good + hard === 0) return '';
  if (good === 0) return m.noticed_hard();
  const goodShown = formatAmount(good);
  return hard === 0
    ? m.recap_good({ count: good, shown: goodShown })
    : m.check_in_line_words({ good, goodShown, hard, hardShown: formatAmount(hard) });
}
