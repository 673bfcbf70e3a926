import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newEntry, type Facts, type Marks } from '#lib/account/model/entry.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { around, drawDay, drawOne, mayComeBack } from '#lib/moments/model/draw.ts';
import * as arbitrary from '../account/arbitrary.ts';

const MET: Facts = { kind: 'bid', by: 'partner', response: 'toward' };
const MISSED: Facts = { kind: 'bid', by: 'partner', response: 'away' };

const on = (day: string, facts: Facts, marks: Partial<Record<keyof Marks, true>> = {}) =>
  newEntry(
    { ...facts, ...marks },
    { id: `${day} ${facts.kind}`, now: Date.parse(`${day}T12:00Z`), zone: 'UTC' }
  );

/** One good moment on the first day, none on the second, three on the third. */
const TALLIES = [
  ...tallyLog([
    on('2026-01-01', MET),
    on('2026-01-02', MISSED),
    ...[1, 2, 3].map(() => on('2026-01-03', MET))
  ]).values()
];

test.each([
  [0, '2026-01-01'],
  [0.24, '2026-01-01'],
  [0.25, '2026-01-03'],
  [0.99, '2026-01-03']
])('at a chance of %d the day %s is drawn', (chance, day) => {
  expect(drawDay(TALLIES, chance)).toBe(day);
});

test('there is no day to draw where nothing was good', () => {
  expect(drawDay([], 0.5)).toBeUndefined();
  expect(drawDay([...tallyLog([on('2026-01-02', MISSED)]).values()], 0.5)).toBeUndefined();
});

test('the days around one reach as far before as after', () => {
  expect(around('2026-03-01', 3)).toEqual({ from: '2026-02-26', to: '2026-03-04' });
});

test('only what was good comes back, and nothing hidden', () => {
  const good = on('2026-01-01', MET);
  const all = [good, on('2026-01-01', MISSED), on('2026-01-02', MET, { hidden: true })];
  expect(mayComeBack(all)).toEqual([good]);
});

test('another moment is drawn than last time, where there is another', () => {
  const [one, other] = [on('2026-01-01', MET), on('2026-01-02', MET)];
  expect(drawOne([one, other], 0, one.id)).toBe(other);
  expect(drawOne([one], 0.9, one.id)).toBe(one);
  expect(drawOne([], 0.5)).toBeUndefined();
});

test('whatever the log and the chance, a good moment of its day is drawn', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.array(arbitrary.entry), chance, (entries, chance) => {
      const day = drawDay([...tallyLog(entries).values()], chance);
      const good = mayComeBack(entries.map((entry) => ({ ...entry, hidden: undefined }) as never));
      expect(good.some((entry) => entry.day === day)).toBe(day !== undefined);
      expect(day === undefined).toBe(good.length === 0);
    })
  );
});
