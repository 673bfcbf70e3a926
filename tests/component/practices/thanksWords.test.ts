import { expect, test } from 'vitest';
import { ABOUTS, newEntry, type Facts } from '#lib/account/model/entry.ts';
import { BUILT_IN_ACTS } from '#lib/account/model/acts.ts';
import { LINE_MAX } from '#lib/practices/model/written.ts';
import { thanksWords } from '#lib/practices/checkIn/words.ts';

const SUNDAY = '2026-11-22';
const on = (day: string, facts: Facts) =>
  newEntry(facts, { id: '', now: Date.parse(`${day}T12:00Z`), zone: 'UTC' });
const act = (day: string, act: string, note = '') =>
  on(day, { kind: 'act', by: 'partner', act, ...(note && { note }) });
const bid = (day: string) => on(day, { kind: 'bid', by: 'me', response: 'toward' });

test('a day is named so that it can be no other', () => {
  expect(
    thanksWords(
      [act('2026-11-15', 'kiss'), act('2026-11-16', 'laugh'), act(SUNDAY, 'time')],
      SUNDAY
    )
  ).toEqual([
    expect.stringMatching(/^Thank you for the kiss on Sunday,? (15 November|November 15)\.$/),
    'You made me laugh on Monday. Thank you.',
    'Thank you for making time today.'
  ]);
});

test('bids that say no more are each thanked for in other words', () => {
  const said = thanksWords([bid(SUNDAY), bid(SUNDAY), bid(SUNDAY)], SUNDAY);
  expect(new Set(said).size).toBe(3);
});

test('own acts stand in their own words, and a note with its own', () => {
  expect(thanksWords([act(SUNDAY, 'Walked the dog', 'in the\nrain.')], SUNDAY)).toEqual([
    'Thank you for this today (in the rain): Walked the dog.'
  ]);
});

test('every one fits on its line, however long the note', () => {
  const entries = [
    ...BUILT_IN_ACTS.map((name) => act('2026-11-01', name, 'long '.repeat(400))),
    act('2026-11-01', 'x'.repeat(60), 'y'.repeat(2000)),
    ...ABOUTS.map((about) =>
      on(SUNDAY, { kind: 'bid', by: 'me', response: 'toward', about, note: 'z'.repeat(2000) })
    )
  ];
  const said = thanksWords(entries, SUNDAY);
  expect(said.filter((words) => words.length > LINE_MAX)).toEqual([]);
  expect(said.every((words) => words.includes('…)'))).toBe(true);
});
