import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_ACTS } from '#lib/account/model/acts.ts';
import { record, replace, restoreEntry, retract } from '#lib/account/store/ledger.ts';
import { arrange, callPartner } from '#lib/account/store/queries.ts';
import { readWitness } from '#lib/account/store/witness.ts';
import { noteBackup } from '#lib/backup/store/backupState.ts';
import type { Goal } from '#lib/practices/ground/record.ts';
import { claimRing, keepTimer } from '#lib/practices/pause/store/timer.ts';
import { keepRecords, putBack, removeRecord, takeBack } from '#lib/practices/store/records.ts';
import { changeIdeas } from '#lib/practices/together/store/ideas.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import { answerFromNotification } from '#lib/reminders/store/fromNotification.ts';
import { handOut } from '#lib/reminders/store/handedOut.ts';
import {
  answerSlot,
  keepReminder,
  removeReminder,
  restoreReminder,
  takeBackAnswer
} from '#lib/reminders/store/reminders.ts';
import { keepDraft } from '#lib/store/drafts.ts';
import { db } from '../database.ts';
import { entry, startAnew } from '../ground.ts';

/*
 * Dexie loses the transaction of a call between two awaits, as it may in the burst when the database
 * opens: before the first write of a verb, the second, and so on. What comes of it is always whole.
 */

const NOON = Date.UTC(2026, 2, 1, 12);
const SLOT = { reminderId: entry(9).id, day: '2026-03-01', minute: 600 };
const REMINDER: Reminder = {
  id: entry(9).id,
  createdAt: NOON,
  updatedAt: NOON,
  text: 'A small moment',
  days: [1, 2, 3, 4, 5],
  times: { kind: 'fixed', at: [1200] },
  quiet: { from: 1320, to: 420 },
  isOn: true,
  sequence: 0
};
const GOAL: Goal = {
  ...{ id: entry(8).id, at: NOON, day: '2026-03-01', zone: 'UTC', updatedAt: NOON },
  ...{ text: 'run', steps: [], isDone: false }
};
const MOVED = { ...entry(1, undefined, 3), updatedAt: NOON + 10 };
const PAUSES = [{ from: '2026-03-02', to: '2026-03-04' }];

/** A verb, after what must be there before it. */
type Case = () => Promise<() => PromiseLike<unknown>>;

const halfWritten = (key: string) => keepDraft(key, { text: 'half written' });

const CASES: Record<string, Case> = {
  record: async () => {
    await halfWritten('new');
    return () => record(entry(1), 'new');
  },
  'replace, on another day': async () => {
    await Promise.all([record(entry(1)), halfWritten('change')]);
    return () => replace({ before: entry(1), after: MOVED }, 'change');
  },
  retract: async () => {
    await Promise.all([record(entry(1)), record(entry(2))]);
    return () => retract(entry(1).id);
  },
  restoreEntry: async () => {
    await record(entry(1));
    const retracted = await retract(entry(1).id);
    return () => restoreEntry(retracted ?? { entry: entry(1), drafts: [] });
  },
  arrange: async () => {
    await halfWritten('pauses');
    return () =>
      arrange(
        { pauses: [], acts: DEFAULT_ACTS },
        { pauses: PAUSES, acts: [{ name: 'soup' }] },
        'pauses'
      );
  },
  callPartner: async () => {
    await halfWritten('partner');
    return () => callPartner('', 'Kim', 'partner');
  },
  changeIdeas: async () => {
    await halfWritten('idea');
    return () => changeIdeas([{ hide: 'hug', isHidden: true }], 'idea');
  },
  noteBackup: async () => () => noteBackup({ remindAfter: 10 } as never),
  handOut: async () => {
    await keepReminder(REMINDER);
    return () => handOut({ reminders: [REMINDER], covers: () => true }, NOON, 'UTC');
  },
  claimRing: async () => {
    await keepTimer({ way: 'walk', startedAt: NOON, endsAt: NOON + 60_000, rungAt: null });
    return () => claimRing(NOON + 60_000);
  },
  keepRecords: async () => {
    await halfWritten('goal');
    const row = { ...GOAL };
    return () => keepRecords([{ table: 'goals', row, before: undefined, draft: 'goal' }]);
  },
  takeBack: async () => {
    const kept = await keepRecords([{ table: 'goals', row: GOAL, before: undefined }]);
    return () => takeBack(kept);
  },
  removeRecord: async () => {
    await keepRecords([{ table: 'goals', row: GOAL, before: undefined }]);
    await halfWritten(`goals/${GOAL.id}`);
    return () => removeRecord('goals', GOAL.id);
  },
  putBack: async () => {
    await keepRecords([{ table: 'goals', row: GOAL, before: undefined }]);
    const removed = await removeRecord('goals', GOAL.id);
    return () => putBack('goals', removed ?? { row: GOAL, drafts: [] });
  },
  keepReminder: async () => {
    await halfWritten('reminder');
    return () => keepReminder(REMINDER, undefined, 'reminder');
  },
  removeReminder: async () => {
    await keepReminder(REMINDER);
    await answerSlot(SLOT, 'not yet', NOON);
    return () => removeReminder(REMINDER.id);
  },
  restoreReminder: async () => {
    await keepReminder(REMINDER);
    await answerSlot(SLOT, 'not yet', NOON);
    const removed = await removeReminder(REMINDER.id);
    return () => restoreReminder(removed ?? { reminder: REMINDER, answers: [], drafts: [] });
  },
  answerSlot: async () => () => answerSlot(SLOT, 'yes', NOON, entry(1)),
  takeBackAnswer: async () => {
    await answerSlot(SLOT, 'yes', NOON, entry(1));
    return () => takeBackAnswer(SLOT, entry(1));
  },
  answerFromNotification: async () => () => answerFromNotification(SLOT, 'yes', NOON, entry(1))
};

let mend = () => {};
beforeEach(startAnew);
afterEach(() => mend());

/** Has Dexie lose the transaction of the nth write from now on. Resolves whether it came to that. */
function tearAt(nth: number): () => boolean {
  const writing = Object.getPrototypeOf(db.entries) as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  let writes = 0;
  const own = ['add', 'put', 'delete', 'bulkPut', 'bulkDelete'].map((name) => {
    const write = writing[name];
    writing[name] = function (...args) {
      writes += 1;
      const asked = () => write?.apply(this, args);
      return writes === nth ? Dexie.ignoreTransaction(asked) : asked();
    };
    return [name, write] as const;
  });
  mend = () => Object.assign(writing, Object.fromEntries(own));
  return () => writes >= nth;
}

/** All that is stored, but for when the device wrote it and its marks of change, and what the witness says. */
async function all(): Promise<unknown> {
  const rows = await Promise.all(
    db.tables.map(async (table) => [table.name, (await table.toArray()).map(plain)] as const)
  );
  return { ...Object.fromEntries(rows), witness: readWitness() };
}

function plain(row: object): object {
  const told = ['at', 'revivedAt', 'changes'];
  return Object.fromEntries(Object.entries(row).filter(([key]) => !told.includes(key)));
}

test.each(Object.entries(CASES))('%s', async (_, prepare) => {
  const whole = await (async () => {
    const verb = await prepare();
    await verb();
    return all();
  })();
  for (let nth = 1; ; nth++) {
    await startAnew();
    const verb = await prepare();
    const isTorn = tearAt(nth);
    await verb();
    mend();
    if (!isTorn()) break;
    expect([nth, await all()]).toEqual([nth, whole]);
  }
});
