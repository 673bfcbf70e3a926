import { m } from '#i18n/paraglide/messages.js';
import type { CopyHead } from './format.ts';
import { momentAt } from '#lib/time/day.ts';
import { formatAmount, formatDate, formatList } from '#lib/ui/format.ts';
import { here } from '#lib/time/clock.ts';

/** When a second copy was made, and what it holds: entries, and records of practices and reminders. */
export function copyWords({ at, count, rows = count }: CopyHead): { date: string; what: string } {
  const others = rows - count;
  const parts = [
    count > 0 || others === 0 ? m.copy_entries({ count, shown: formatAmount(count) }) : '',
    others > 0 ? m.copy_records({ count: others, shown: formatAmount(others) }) : ''
  ];
  return {
    date: formatDate(momentAt(at, here()).day),
    what: formatList(parts.filter((part) => part !== ''))
  };
}
