import { m } from '#i18n/paraglide/messages.js';
import { momentAt } from '#lib/time/day.ts';
import type { AccountMerge, Merge } from '../model/account.ts';
import { formatAmount, formatDate } from '#lib/ui/format.ts';
import { here } from '#lib/time/clock.ts';
import type { TakingStage } from './importFile.svelte.ts';
import { sentences } from '#lib/ui/sentences.ts';

/** What is said of a file on its way in; empty where something else says it. */
export function takingWords(stage: TakingStage): string {
  switch (stage.what) {
    case 'reading':
      return m.import_reading();
    case 'sealed':
      return m.import_sealed();
    case 'opening':
      return m.import_opening();
    case 'unopened':
    case 'refused':
      return m.import_refused();
    case 'preview': {
      if (stage.merge.crossed.length > 0) return m.import_too_much();
      const date = dateOf(stage.read.exportedAt);
      return stage.way === 'merge'
        ? sentences(
            all(stage.merge, MERGING, (counts) => m.import_preview({ date, ...counts })),
            ...deletedWords(stage.merge)
          )
        : all(stage.merge, REPLACING, (counts) => m.import_preview_replace({ date, ...counts }));
    }
    case 'writing':
      return m.import_writing();
    case 'taken':
      return stage.way === 'merge'
        ? all(stage.merge, MERGED, m.import_taken)
        : all(stage.merge, REPLACED, m.import_replaced);
    case 'undoing':
      return m.import_undoing();
    case 'undone':
      return m.import_undone();
    case 'cancelled':
      return m.import_cancelled();
    default:
      return '';
  }
}

type Counts = Record<'added' | 'changed' | 'gone' | 'skipped', number>;
type Words = (counts: Counts) => string;
interface Others {
  readonly reminders: Words;
  readonly practices: Words;
}

const MERGING: Others = {
  reminders: m.import_preview_reminders,
  practices: m.import_preview_practices
};
const REPLACING: Others = {
  reminders: m.import_preview_replace_reminders,
  practices: m.import_preview_replace_practices
};
const MERGED: Others = { reminders: m.import_taken_reminders, practices: m.import_taken_practices };
const REPLACED: Others = {
  reminders: m.import_replaced_reminders,
  practices: m.import_replaced_practices
};

function all({ entries, reminders, practices }: AccountMerge, others: Others, first: Words) {
  return sentences(
    first(counts(entries)),
    isEmpty(reminders) ? '' : others.reminders(counts(reminders)),
    isEmpty(practices) ? '' : others.practices(counts(practices))
  );
}

/** What goes, or stays away, because it was deleted on one of the two devices. */
function deletedWords({ entries, reminders, practices }: AccountMerge): string[] {
  const parts: Merge<unknown>[] = [entries, reminders, practices];
  const gone = parts.flatMap((part) => part.gone).length;
  const buried = parts.reduce((sum, part) => sum + part.buried, 0);
  return [
    gone > 0 ? m.import_deleted({ count: gone, shown: formatAmount(gone) }) : '',
    buried > 0 ? m.import_buried({ count: buried, shown: formatAmount(buried) }) : ''
  ];
}

function isEmpty({ added, changed, gone, skipped }: Merge<unknown>): boolean {
  return added.length + changed.length + gone.length + skipped === 0;
}

function counts({ added, changed, gone, skipped }: Merge<unknown>): Counts {
  return {
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    skipped
  };
}

function dateOf(exportedAt: string): string {
  return formatDate(momentAt(Date.parse(exportedAt), here()).day);
}
