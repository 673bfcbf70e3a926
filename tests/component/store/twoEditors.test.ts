import { clash } from '#lib/store/clash.svelte.ts';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { replace } from '#lib/account/store/ledger.ts';
import { currentActs, arrange } from '#lib/account/store/queries.ts';
import { PRACTICES, type PracticeTable } from '#lib/practices/registry.ts';
import { LAST_INSTANT } from '#lib/record/field.ts';
import type { Kind } from '#lib/record/record.ts';
import { unshared } from '#lib/record/shared.ts';
import { keepReminder, removeReminder, restoreReminder } from '#lib/reminders/store/reminders.ts';
import * as account from '../../unit/account/arbitrary.ts';
import { anyRow } from '../../unit/record/arbitrary.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';
import { work, type Save } from './editor.ts';
import OtherEditor from './otherEditor.ts?worker';

/*
 * Two tabs, each with what it read last. Whatever they do in whatever order, neither writes over what
 * the other has written since, and neither undoes what is no longer as it left it. What one tab writes
 * in quick succession is all kept.
 */

interface Row {
  readonly id: string;
  readonly updatedAt: number;
}

const other = new OtherEditor();
afterAll(() => other.terminate());

function workElsewhere(save: Save | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    other.onmessage = ({ data }: MessageEvent<unknown>) => (data ? reject(data) : resolve());
    other.postMessage(save);
  });
}

const TABS = [work, workElsewhere];

const step = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom('read' as const, 'save' as const, 'save' as const, 'undo' as const)
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Changes what a row says, or when it was. */
type Change<R extends Row> = (row: R, by: number) => R;

async function edit<R extends Row>(
  table: Save['table'],
  first: R,
  change: Change<R>,
  steps: readonly Step[]
): Promise<void> {
  await startAnew();
  const rows = db.table<R, string>(table);
  const seen: (R | undefined)[] = [undefined, undefined];
  const last: ({ after: R; before: R | undefined } | undefined)[] = [];
  let here: R | undefined;
  let count = 0;
  for (const { who, what } of steps) {
    const tell = TABS[who] ?? work;
    const before = seen[who];
    const done = last[who];
    if (what === 'read') seen[who] = here;
    else if (what === 'save') {
      const after = { ...change(first, ++count), updatedAt: first.updatedAt + count };
      const isMadeOfOneDraft = !before && here && table !== 'reminders';
      if (here === before) {
        await tell({ table, after, before });
        last[who] = { after, before };
        here = seen[who] = after;
      } else if (isMadeOfOneDraft) {
        await tell({ table, after, before });
        last[who] = undefined;
      } else {
        const told = { fault: 'changed', mine: { updatedAt: after.updatedAt } };
        await expect(tell({ table, after, before })).rejects.toMatchObject(told);
      }
    } else if (done && here === done.after) {
      await tell(undefined);
      here = seen[who] = done.before;
    } else if (done && here !== done.before) {
      await expect(tell(undefined)).rejects.toMatchObject({ fault: 'changed' });
    }
    expect((await rows.toArray()).map(unshared)).toEqual(here ? [here] : []);
  }
}

/** Both editors, over any row of a table. */
function editors<R extends Row>(table: Save['table'], row: fc.Arbitrary<R>, change: Change<R>) {
  const any = row.filter(({ updatedAt }) => updatedAt < LAST_INSTANT - 1000);
  return [
    table,
    () =>
      fc.assert(
        fc.asyncProperty(any, fc.array(step, { minLength: 2, maxLength: 16 }), (first, steps) =>
          edit(table, first, change, steps)
        ),
        { numRuns: 15 }
      )
  ] as const;
}

const later = <R extends { at: number }>(row: R, by: number) => ({ ...row, at: row.at + by });

beforeEach(startAnew);

const EDITED = [
  editors('entries', account.entry, later),
  editors('reminders', account.reminder, (row, by) => ({ ...row, sequence: row.sequence + by })),
  ...(PRACTICES as readonly Kind<PracticeTable, object>[]).map((kind) =>
    editors(kind.table, anyRow(kind), later)
  )
];

/** Counts, decisions, what is half written or deleted, the device: nobody edits them as a row. Answers are presses. */
const OTHERS = ['tallies', 'settings', 'drafts', 'deletions', 'device', 'answers'];

test('no table is left out', () => {
  const tables = db.tables.map(({ name }) => name).sort();
  expect([...EDITED.map(([table]) => table), ...OTHERS].sort()).toEqual(tables);
});

test.for(EDITED)('two editors of %s write over nothing that they have not read', ([, holds]) =>
  holds()
);

test('a question that another one comes upon is answered: what is stored stays', async () => {
  const first = clash.ask({ mine: ['a'], other: ['b'] });
  const second = clash.ask({ mine: ['c'], other: undefined });
  expect(await first).toBe(false);
  clash.asked?.choose(true);
  expect(await second).toBe(true);
  expect(clash.asked).toBeUndefined();
});

test('quick presses of one tab clash with none: each changes what the one before wrote', async () => {
  const plain = entry(1);
  await replace({ before: undefined, after: plain });
  const amended = (facts: object, by: number) => ({
    ...plain,
    ...facts,
    updatedAt: plain.updatedAt + by
  });
  const made = await Promise.all([
    replace({ before: plain, after: amended({ note: 'a cup of tea' }, 1) }),
    replace({ before: plain, after: amended({ about: 'help' }, 1) }),
    replace({ before: plain, after: amended({ about: 'help' }, 2) })
  ]);
  const both = amended({ note: 'a cup of tea', about: 'help' }, 2);
  expect(made.map(({ after }) => after)).toMatchObject([{ note: 'a cup of tea' }, both, {}]);
  expect((await db.entries.toArray()).map(unshared)).toEqual([both]);

  await workElsewhere({ table: 'entries', before: both, after: { ...both, note: 'two cups' } });
  const late = replace({ before: plain, after: amended({ note: 'coffee' }, 3) });
  await expect(late).rejects.toMatchObject({ fault: 'changed', found: { note: 'two cups' } });
});

test('so do decisions, where each changes another part', async () => {
  const acts = ['tea', 'kiss', 'walk'].map((name) => ({ name }));
  await arrange({ acts: await currentActs() }, { acts });
  const hide = (place: number) =>
    arrange(
      { acts },
      { acts: acts.map((act, at) => (at === place ? { ...act, hidden: true } : act)) }
    );
  await Promise.all([hide(0), hide(2), hide(2)]);
  expect((await currentActs()).map(({ hidden = false }) => hidden)).toEqual([true, false, true]);
});

test('a reminder that was deleted comes back only where no other version is there', async () => {
  const [reminder] = fc.sample(account.reminder, 1);
  if (!reminder) return;
  await keepReminder(reminder);
  const removed = await removeReminder(reminder.id);
  const other = { ...reminder, text: 'another', updatedAt: reminder.updatedAt + 1 };
  await keepReminder(other);
  if (!removed) throw new Error('nothing was removed');
  await expect(restoreReminder(removed)).rejects.toMatchObject({ fault: 'changed', found: other });
  expect((await db.reminders.toArray()).map(unshared)).toEqual([other]);
});
