import { m } from '#i18n/paraglide/messages.js';
import { actSentence } from '#lib/account/actWords.ts';
import { formatAmount, formatList } from '#lib/ui/format.ts';
import { waysWords } from '../pause/words.ts';
import type { Way } from '../pause/record.ts';
import type { Recap } from './model/recap.ts';
import type { SpanKind } from './model/span.ts';

const GOOD = {
  usual: m.recap_good,
  week: m.recap_good_most_week,
  month: m.recap_good_most_month
};

/**
 * What a recap tells, a sentence each, at most five; the quote comes after. What helped in hard times
 * takes the place of what was new.
 *
 * @param helped what helped in pauses of that time
 */
export function recapLines(recap: Recap, kind: SpanKind, helped: readonly Way[]): string[] {
  const { good, acts, fresh, mended } = recap;
  const often = acts.map(({ act, count }) =>
    m.recap_act({ act: actSentence(act), times: formatAmount(count) })
  );
  const eased = recap.isHard ? helped : [];
  const goodWords = GOOD[recap.isMost ? kind : 'usual'];
  return [
    ...(good > 0 ? [goodWords({ count: good, shown: formatAmount(good) })] : []),
    ...(often.length > 0 ? [m.recap_acts({ acts: formatList(often) })] : []),
    ...(fresh && eased.length === 0 ? [m.recap_fresh({ act: actSentence(fresh) })] : []),
    ...(mended > 0 ? [m.recap_mended({ count: mended, shown: formatAmount(mended) })] : []),
    ...(recap.isHard ? [m.recap_hard()] : []),
    ...(eased.length > 0 ? [m.recap_helped({ ways: waysWords(eased) })] : [])
  ];
}
