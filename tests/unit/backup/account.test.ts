import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS, ENTRIES, planMerge, type Merge } from '#lib/backup/model/account.ts';
import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import type { Answer } from '#lib/reminders/model/reminder.ts';
import * as arbitrary from '../account/arbitrary.ts';

const mapOf = (entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [ENTRIES.keyOf(entry), entry]));

function entry(id: string, updatedAt: number, note: string): Entry {
  const made = newEntry({ kind: 'experience', note }, { id, now: 0, zone: 'UTC' });
  return { ...made, updatedAt };
}

test('adds what is new, takes what was written later, skips the rest', () => {
  const present = mapOf([entry('a', 5, 'mine'), entry('b', 5, 'mine'), entry('c', 5, 'mine')]);
  const incoming = [
    entry('a', 6, 'theirs'),
    entry('b', 5, 'mine'),
    entry('c', 4, 'theirs'),
    entry('d', 1, 'theirs')
  ];
  expect(planMerge(present, incoming, ENTRIES)).toEqual({
    added: [entry('d', 1, 'theirs')],
    changed: [{ from: entry('a', 5, 'mine'), to: entry('a', 6, 'theirs') }],
    gone: [],
    skipped: 2,
    buried: 0
  });
});

test('what was written at once is settled by its content, the same on both devices', () => {
  const [mine, theirs] = [entry('a', 5, 'mine'), entry('a', 5, 'theirs')];
  expect(planMerge(mapOf([mine]), [theirs], ENTRIES)).toMatchObject({
    changed: [{ from: mine, to: theirs }]
  });
  expect(planMerge(mapOf([theirs]), [mine], ENTRIES)).toMatchObject({ changed: [], skipped: 1 });
  const slot = { reminderId: 'a', day: '2026-11-22', minute: 1200, shownAt: 5, repliedAt: 7 };
  const [yes, no] = [{ ...slot, reply: 'yes' } as const, { ...slot, reply: 'not today' } as const];
  for (const answers of [
    [yes, no],
    [no, yes]
  ] as const) {
    expect(planMerge(new Map(), answers, ANSWERS)).toMatchObject({ added: [yes], skipped: 1 });
  }
});

test('of incoming entries with one id takes the one written last', () => {
  const incoming = [entry('a', 1, 'old'), entry('a', 3, 'new'), entry('a', 2, 'between')];
  expect(planMerge(new Map(), incoming, ENTRIES)).toEqual({
    added: [entry('a', 3, 'new')],
    changed: [],
    gone: [],
    skipped: 2,
    buried: 0
  });
});

test('of answers to one prompt takes the one whose reply was given last', () => {
  const slot = { reminderId: 'a', day: '2026-11-22', minute: 1200 };
  const shown: Answer = { ...slot, shownAt: 5 };
  const putOff: Answer = { ...shown, reply: 'not yet', repliedAt: 7 };
  const met: Answer = { ...shown, reply: 'yes', repliedAt: 9 };
  const other: Answer = { ...slot, minute: 1201, shownAt: 1 };
  const here = new Map([[ANSWERS.keyOf(putOff), putOff]]);
  expect(planMerge(here, [met, other], ANSWERS)).toEqual({
    added: [other],
    changed: [{ from: putOff, to: met }],
    gone: [],
    skipped: 0,
    buried: 0
  });
  expect(planMerge(here, [shown], ANSWERS)).toEqual({
    added: [],
    changed: [],
    gone: [],
    skipped: 1,
    buried: 0
  });
});

test('a second time changes nothing', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const some = fc.array(
    fc
      .tuple(arbitrary.entry, id, fc.nat({ max: 5 }))
      .map(([made, id, updatedAt]) => ({ ...made, id, updatedAt }))
  );
  fc.assert(
    fc.property(some, some, (log, incoming) => {
      const present = mapOf(log);
      const merged = apply(present, planMerge(present, incoming, ENTRIES));
      expect(planMerge(merged, incoming, ENTRIES)).toEqual({
        added: [],
        changed: [],
        gone: [],
        skipped: incoming.length,
        buried: 0
      });
      for (const entry of [...present.values(), ...incoming]) {
        const { updatedAt } = merged.get(ENTRIES.keyOf(entry)) ?? { updatedAt: -1 };
        expect(updatedAt).toBeGreaterThanOrEqual(entry.updatedAt);
      }
    })
  );
});

function apply(
  present: ReadonlyMap<string, Entry>,
  { added, changed }: Merge<Entry>
): Map<string, Entry> {
  return mapOf([...present.values(), ...added, ...changed.map(({ to }) => to)]);
}
