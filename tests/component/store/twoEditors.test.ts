import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { replace } from '#lib/account/store/ledger.ts';
import { PRACTICES, type PracticeRow, type PracticeTable } from '#lib/practices/registry.ts';
import { keepRecord } from '#lib/practices/store/records.ts';
import { LAST_INSTANT } from '#lib/record/field.ts';
import type { Kind, Written } from '#lib/record/record.ts';
import { unshared } from '#lib/record/shared.ts';
import { keepReminder, removeReminder, restoreReminder } from '#lib/reminders/store/reminders.ts';
import * as account from '../../unit/account/arbitrary.ts';
import { anyRow } from '../../unit/record/arbitrary.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';

/*
 * Two tabs, each with what it read last. Whatever they do in whatever order, neither writes over what
 * it has not read, and neither undoes what is no longer as it left it.
 */

interface Row {
  readonly id: string;
  readonly updatedAt: number;
}

/** How the rows of a table are written. Resolves with what undoes that. */
type Save<R extends Row> = (after: R, before: R | undefined) => Promise<() => Promise<unknown>>;

const saveEntry: Save<Parameters<typeof replace>[0]['after'] & Row> = async (after, before) => {
  await replace({ before, after });
  return () => replace({ before: after, after: before });
};

const saveReminder: Save<Parameters<typeof keepReminder>[0]> = async (after, before) => {
  await keepReminder(after, before);
  return () => (before ? keepReminder(before, after) : removeReminder(after.id, after));
};

const saveRecord =
  (table: PracticeTable): Save<PracticeRow> =>
  (after, before) =>
    keepRecord<PracticeTable>(table, after, undefined, before);

const step = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom('read' as const, 'save' as const, 'save' as const, 'undo' as const)
});

async function edit<R extends Row>(
  table: string,
  first: R,
  steps: { who: number; what: 'read' | 'save' | 'undo' }[],
  save: Save<R>
): Promise<void> {
  await startAnew();
  const rows = db.table<R, string>(table);
  const seen: (R | undefined)[] = [undefined, undefined];
  const last: ({ after: R; before: R | undefined; undo: () => Promise<unknown> } | undefined)[] =
    [];
  let here: R | undefined;
  let count = 0;
  for (const { who, what } of steps) {
    const before = seen[who];
    const done = last[who];
    if (what === 'read') seen[who] = here;
    else if (what === 'save') {
      const after = { ...(before ?? first), updatedAt: first.updatedAt + ++count };
      if (here === before) {
        last[who] = { after, before, undo: await save(after, before) };
        here = seen[who] = after;
      } else {
        const told = { fault: 'changed', mine: { updatedAt: after.updatedAt } };
        await expect(save(after, before)).rejects.toMatchObject(told);
      }
    } else if (done && here === done.after) {
      await done.undo();
      here = seen[who] = done.before;
    } else if (done && here !== done.before) {
      await expect(done.undo()).rejects.toMatchObject({ fault: 'changed' });
    }
    expect((await rows.toArray()).map(unshared)).toEqual(here ? [here] : []);
  }
}

/** Both editors, over any row of a table. */
function editors<R extends Row>(table: string, row: fc.Arbitrary<R>, save: Save<R>) {
  const any = row.filter(({ updatedAt }) => updatedAt < LAST_INSTANT - 1000);
  return [
    table,
    () =>
      fc.assert(
        fc.asyncProperty(any, fc.array(step, { minLength: 2, maxLength: 16 }), (first, steps) =>
          edit(table, first, steps, save)
        ),
        { numRuns: 25 }
      )
  ] as const;
}

beforeEach(startAnew);

test.for([
  editors('entries', account.entry, saveEntry),
  editors('reminders', account.reminder, saveReminder),
  ...(PRACTICES as readonly Kind<PracticeTable, object>[]).map((kind) =>
    editors(kind.table, anyRow(kind) as fc.Arbitrary<PracticeRow & Written>, saveRecord(kind.table))
  )
])('two editors of %s write over nothing that they have not read', ([, holds]) => holds());

test('a reminder that was deleted comes back only where no other version is there', async () => {
  const [reminder] = fc.sample(account.reminder, 1);
  if (!reminder) return;
  await keepReminder(reminder);
  const removed = await removeReminder(reminder.id);
  const other = { ...reminder, text: 'another', updatedAt: reminder.updatedAt + 1 };
  await keepReminder(other);
  if (!removed) throw new Error('nothing was removed');
  await expect(restoreReminder(removed)).rejects.toMatchObject({ fault: 'changed', found: other });
  expect(await db.reminders.toArray()).toEqual([other]);
});
