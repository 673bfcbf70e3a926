import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/time/day.ts';
import {
  cutPages,
  monthStarts,
  pagesOf,
  pagesUntil,
  pagesWith,
  takePages,
  UNCUT
} from '#lib/account/model/pages.ts';
import { countEntries, type Tally } from '#lib/account/model/tally.ts';

const tally = (day: string, act: number): Tally => ({ day, counts: { act } });
const acts = ({ counts }: Tally) => counts.act ?? 0;

const log = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), act: fc.integer({ min: 1, max: 300 }) }))
  .map((days) => {
    let day = '2020-01-01';
    return days.map(({ gap, act }) => tally((day = addDays(day, gap)), act));
  });

test('a short log is one page, of all days there are', () => {
  const tallies = [tally('2026-01-01', 120), tally('2026-01-02', 80)];
  expect(cutPages(tallies, UNCUT)).toEqual(['0001-01-01']);
  expect(pagesOf(tallies, UNCUT)).toEqual([
    {
      from: '0001-01-01',
      to: '9999-12-31',
      tallies: [tally('2026-01-02', 80), tally('2026-01-01', 120)]
    }
  ]);
});

test('a longer one is cut into pages of about a hundred, newest first', () => {
  const tallies = [
    tally('2026-01-01', 30),
    tally('2026-02-01', 60),
    tally('2026-02-03', 60),
    tally('2026-03-01', 70),
    tally('2026-03-02', 30)
  ];
  const starts = cutPages(tallies, UNCUT);
  expect(starts).toEqual(['2026-03-01', '2026-02-01', '0001-01-01']);
  expect(pagesOf(tallies, starts).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-03-01 9999-12-31',
    '2026-02-01 2026-02-28',
    '0001-01-01 2026-01-31'
  ]);
});

test('pages touch, cover every day and hold every entry once', () => {
  fc.assert(
    fc.property(log, (tallies) => {
      const pages = pagesOf(tallies, cutPages(tallies, UNCUT));
      expect(pages[0]?.to).toBe('9999-12-31');
      expect(pages.at(-1)?.from).toBe('0001-01-01');
      pages.forEach(({ from, to, tallies }, index) => {
        const newer = pages[index - 1];
        if (newer) expect(addDays(to, 1)).toBe(newer.from);
        expect(tallies.every(({ day }) => from <= day && day <= to)).toBe(true);
      });
      expect(pages.flatMap(({ tallies }) => tallies).toReversed()).toEqual(tallies);
    })
  );
});

test('no page is more than twice its size, save by its last two days', () => {
  fc.assert(
    fc.property(log, (tallies) => {
      for (const page of pagesOf(tallies, cutPages(tallies, UNCUT))) {
        const sizes = page.tallies.map((tally) => countEntries([tally]));
        expect(countEntries(page.tallies)).toBeLessThanOrEqual(
          Math.max(200, 100 + sizes.slice(-2).reduce((sum, size) => sum + size, 0))
        );
      }
    })
  );
});

test('cuts stay where they are while entries come and go', () => {
  fc.assert(
    fc.property(log, log, (before, after) => {
      const starts = cutPages(before, UNCUT);
      expect(cutPages(before, starts)).toEqual(starts);
      expect(cutPages(after, starts)).toEqual(expect.arrayContaining([...starts]));
    })
  );
});

test('months are pages too, and together they cover all days', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-03-05'];
  const tallies = days.map((day) => tally(day, 1));
  const starts = monthStarts(tallies);
  expect(starts).toEqual(['2026-03-01', '2026-01-01', '0001-01-01']);
  expect(pagesOf(tallies, starts).map(({ tallies }) => tallies.length)).toEqual([1, 2, 1]);
  expect(monthStarts([])).toEqual(UNCUT);
});

const PAGES = pagesOf(
  [tally('2026-01-01', 5), tally('2026-02-01', 7), tally('2026-02-02', 2), tally('2026-03-01', 3)],
  ['2026-03-01', '2026-02-01', '0001-01-01']
);
const starts = (pages: readonly { from: string }[]) => pages.map(({ from }) => from);

test('as many pages are taken as hold what is wanted', () => {
  expect(starts(takePages(PAGES, acts, 3))).toEqual(['2026-03-01']);
  expect(starts(takePages(PAGES, acts, 4))).toEqual(['2026-03-01', '2026-02-01']);
  expect(starts(takePages(PAGES, acts, 999))).toEqual(starts(PAGES));
});

test('pages until a day end with it', () => {
  expect(pagesUntil(PAGES, '2026-02-01')).toEqual([
    { from: '2026-02-01', to: '2026-02-01', tallies: [tally('2026-02-01', 7)] },
    PAGES[2]
  ]);
});

test('pages are found by their days', () => {
  expect(starts(pagesWith(PAGES, ['2026-02-02', '2025-05-05']))).toEqual([
    '2026-02-01',
    '0001-01-01'
  ]);
});
