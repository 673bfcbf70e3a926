import '#lib/shell/database.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { replace } from '#lib/account/store/ledger.ts';
import type { PracticeRow, PracticeTable } from '#lib/practices/registry.ts';
import { keepRecords, takeBack } from '#lib/practices/store/records.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { keepReminder, removeReminder } from '#lib/reminders/store/reminders.ts';

/** A row of any table, as another version of it, or as a new one. */
export interface Save {
  readonly table: 'entries' | 'reminders' | PracticeTable;
  readonly after: object;
  readonly before: object | undefined;
}

let undo: (() => Promise<unknown>) | undefined;

/** Saves a row as its page does; undoes the last one where none is given. */
export async function work(save: Save | undefined): Promise<void> {
  if (save) undo = await write(save);
  else await undo?.();
}

async function write({ table, after, before }: Save): Promise<() => Promise<unknown>> {
  if (table === 'entries') {
    const made = await replace({ before: before as Entry | undefined, after: after as Entry });
    return () => replace({ before: made.after, after: made.before, isUndo: true });
  }
  if (table === 'reminders') {
    const made = await keepReminder(after as Reminder, before as Reminder | undefined);
    const { id } = made.after;
    return () =>
      made.before ? keepReminder(made.before, made.after) : removeReminder(id, made.after);
  }
  const [row, older] = [after, before] as [PracticeRow, PracticeRow | undefined];
  const kept = await keepRecords([{ table, row, before: older }]);
  return () => takeBack(kept);
}
