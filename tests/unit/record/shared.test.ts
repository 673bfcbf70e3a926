import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendEntry, entryRecord, newEntry, type Entry } from '#lib/account/model/entry.ts';
import { putOffPromise, tellPromise } from '#lib/practices/promise/model/promise.ts';
import { promiseRecord, type PromiseMade } from '#lib/practices/promise/record.ts';
import { PRACTICES } from '#lib/practices/registry.ts';
import type { Kind, Written } from '#lib/record/record.ts';
import { aliveAt, unshared } from '#lib/record/shared.ts';
import { joinReminders, reminderField, followReminder } from '#lib/reminders/model/reminder.ts';
import { anyHeld, anyRow } from './arbitrary.ts';

/*
 * Two versions of one row, brought together.
 */

const stamp = (now: number) => ({ id: '01900000-0000-7000-8000-000000000001', now, zone: 'UTC' });
const MADE = promiseRecord.create(
  { text: 'Cal the plumber', by: 'me', due: '2026-11-24' },
  stamp(1)
);

/** As the database would store it. */
const mended = (before: PromiseMade, text: string, now: number) =>
  promiseRecord.follow(before, promiseRecord.amend(before, { text }, now));

test("a promise's outcome is not undone by a typo that is mended elsewhere", () => {
  const told = promiseRecord.follow(MADE, tellPromise(MADE, 'kept', stamp(5)).promise);
  const both = promiseRecord.join(told, mended(MADE, 'Call the plumber', 9));
  expect(both).toMatchObject({ text: 'Call the plumber', outcome: 'kept', updatedAt: 9 });
  expect(both.edited).toEqual({ rest: 1, outcome: 5, text: 9 });
  const putOff = promiseRecord.follow(MADE, putOffPromise(MADE, '2026-11-30', 9));
  expect(promiseRecord.join(told, putOff)).toMatchObject({ outcome: 'kept' });
});

test('what is put off, answered and opened again elsewhere comes out the same, whoever comes first', () => {
  const putOff = promiseRecord.follow(MADE, putOffPromise(MADE, '2026-11-30', 2));
  const told = promiseRecord.follow(MADE, tellPromise(MADE, 'kept', stamp(2)).promise);
  const opened = promiseRecord.follow(told, { ...MADE, updatedAt: 3 });
  const { join } = promiseRecord;
  const both = join(join(putOff, told), opened);
  expect(both).toEqual(join(putOff, join(told, opened)));
  expect(both).toMatchObject({ notBefore: '2026-11-30' });
  expect(both.outcome).toBeUndefined();
});

test('of one field that both have changed the later words stay, on both devices', () => {
  const [early, late] = [mended(MADE, 'Ring the plumber', 4), mended(MADE, 'Call the plumber', 7)];
  for (const both of [promiseRecord.join(early, late), promiseRecord.join(late, early)]) {
    expect(both).toEqual(late);
  }
});

test('what was written at the same instant is settled by its content', () => {
  const [one, other] = [mended(MADE, 'Ring', 4), mended(MADE, 'Call', 4)];
  expect(promiseRecord.join(one, other)).toEqual(promiseRecord.join(other, one));
  expect(promiseRecord.join(one, other).text).toBe('Ring');
});

test('what an older version has written counts as a whole, as written last', () => {
  const stored = { ...MADE, text: 'Ring', updatedAt: 6 };
  const both = promiseRecord.join(
    stored,
    promiseRecord.follow(MADE, putOffPromise(MADE, '2026-12-01', 4))
  );
  expect(both).toMatchObject({ text: 'Ring' });
  expect(both.notBefore).toBeUndefined();
});

test('a note that is written elsewhere stays where an entry is given another time', () => {
  const entry = newEntry({ kind: 'experience' }, stamp(1));
  const noted: Entry = amendEntry(entry, { facts: { kind: 'experience', note: 'The lake.' } }, 3);
  const moment = { at: 90, day: '1970-01-01', zone: 'UTC' };
  const moved = entryRecord.follow(entry, amendEntry(entry, { moment }, 8));
  const both = entryRecord.join(entryRecord.follow(entry, noted), moved);
  expect(both).toMatchObject({ note: 'The lake.', at: 90 });
});

test('going back to earlier words is an edit too', () => {
  const later = mended(MADE, 'Call', 9);
  const undone = promiseRecord.follow(later, MADE);
  expect(promiseRecord.join(undone, later).text).toBe(MADE.text);
  expect(aliveAt(undone)).toBe(10);
});

test('a form and a clash know nothing of these times', () => {
  expect(promiseRecord.amend(mended(MADE, 'Call', 9), { by: 'partner' }, 11)).not.toHaveProperty(
    'edited'
  );
});

/** Any versions of one row: a few devices edit it, each after another. */
function versionsOf<Row extends Written>(
  row: fc.Arbitrary<Row>,
  follow: (before: Row, after: Row) => Row
) {
  const edits = fc.array(fc.tuple(row, fc.nat({ max: 4 })), { maxLength: 3 });
  return fc.tuple(row, edits, edits, edits).map(([base, ...all]) => {
    const first = { ...unshared(base), updatedAt: 0 };
    return all.map((steps) =>
      steps.reduce(
        (before, [given, updatedAt]) =>
          follow(before, { ...given, id: first.id, updatedAt: before.updatedAt + updatedAt }),
        first
      )
    ) as [Row, Row, Row];
  });
}

const KINDS = [...PRACTICES, entryRecord] as unknown as Kind<string, object>[];

test.each(KINDS.map((kind) => [kind.table, kind] as const))(
  '%s come out the same, whoever takes in whose first',
  (_, kind) => {
    const versions = versionsOf(anyRow(kind), (...both) => kind.follow(...both));
    fc.assert(
      fc.property(versions, (all) => expectSettled(all, (...both) => kind.join(...both))),
      { numRuns: 15 }
    );
  }
);

test('reminders come out the same, whoever takes in whose first', () => {
  const versions = versionsOf(anyHeld(reminderField) as never, followReminder as never);
  fc.assert(
    fc.property(versions, (all) => expectSettled(all, joinReminders as never)),
    { numRuns: 15 }
  );
});

function expectSettled<Row>([one, two, three]: readonly Row[], join: (a: Row, b: Row) => Row) {
  const [a, b, c] = [one, two, three] as [Row, Row, Row];
  expect(join(a, a)).toEqual(a);
  expect(join(a, b)).toEqual(join(b, a));
  expect(join(a, join(a, b))).toEqual(join(a, b));
  // Three devices: once all have met they hold the same, and nothing that they bring changes that.
  const all = join(join(join(a, b), c), join(a, join(b, c)));
  for (const each of [a, b, c, join(a, c), join(c, b)]) expect(join(all, each)).toEqual(all);
}
