import { addDays, type Day } from '#lib/time/day.ts';
import { monthOf } from '#lib/time/month.ts';
import { countEntries, type Tally } from './tally.ts';

/*
 * The log is read in pages: spans of days that touch and together cover all days, so that an entry
 * is on one page whatever its day. The tallies tell how many entries a span holds, unread.
 *
 *   9999 ─────┐ page ┌───── cut ─────┐ page ┌───── cut ─────┐ page ┌───── 0001
 *
 * Pages are told by the days on which they begin, newest first. These stay where they are while
 * entries come and go: a write touches its own page and no other.
 */

/** A span of days, both ends included. */
export interface Page {
  readonly from: Day;
  readonly to: Day;
  /** Its days with entries, newest first. */
  readonly tallies: readonly Tally[];
}

const FIRST: Day = '0001-01-01';
const LAST: Day = '9999-12-31';

/** About how many entries a page is cut to. */
const PAGE_ENTRIES = 100;

/** The one page that a log begins with. */
export const UNCUT: readonly Day[] = [FIRST];

/**
 * The days on which pages begin, newest first, with more cuts where a page has grown beyond twice
 * its size. A day is never cut.
 *
 * @param tallies in the order of their days, one a day
 * @param starts the cuts so far
 */
export function cutPages(tallies: readonly Tally[], starts: readonly Day[]): readonly Day[] {
  return pagesOf(tallies, starts).flatMap((page) =>
    countEntries(page.tallies) > 2 * PAGE_ENTRIES ? startsWithin(page) : [page.from]
  );
}

function startsWithin({ from, tallies }: Page): Day[] {
  const starts: Day[] = [];
  let sum = 0;
  for (const tally of tallies.slice(0, -1)) {
    sum += countEntries([tally]);
    if (sum < PAGE_ENTRIES) continue;
    starts.push(tally.day);
    sum = 0;
  }
  return [...starts, from];
}

/** The days on which pages begin that hold a month each, newest first; the last also all before it. */
export function monthStarts(tallies: readonly Tally[]): readonly Day[] {
  const months = new Set(tallies.map(({ day }) => monthOf(day)));
  return [...[...months].slice(1).reverse(), FIRST];
}

/**
 * The pages that begin on these days, newest first.
 *
 * @param tallies in the order of their days, one a day
 */
export function pagesOf(tallies: readonly Tally[], starts: readonly Day[]): Page[] {
  const newestFirst = tallies.toReversed();
  let next = 0;
  return starts.map((from, index) => {
    const first = next;
    while ((newestFirst[next]?.day ?? '') >= from) next += 1;
    const newer = starts[index - 1];
    const to = newer ? addDays(newer, -1) : LAST;
    return { from, to, tallies: newestFirst.slice(first, next) };
  });
}

/** The pages without the days after `last`. */
export function pagesUntil(pages: readonly Page[], last: Day): Page[] {
  return pages
    .filter(({ from }) => from <= last)
    .map((page) =>
      page.to <= last
        ? page
        : { ...page, to: last, tallies: page.tallies.filter(({ day }) => day <= last) }
    );
}

/** The pages that hold any of these days. */
export function pagesWith(pages: readonly Page[], days: readonly Day[]): Page[] {
  return pages.filter(({ from, to }) => days.some((day) => from <= day && day <= to));
}

/** The pages from the newest on that together hold at least so many of the entries counted, or all there are. */
export function takePages(
  pages: readonly Page[],
  count: (tally: Tally) => number,
  wanted: number
): Page[] {
  const taken: Page[] = [];
  let sum = 0;
  for (const page of pages) {
    if (sum >= wanted) break;
    taken.push(page);
    sum += sumOf(page, count);
  }
  return taken;
}

/** How many of the entries counted a page holds. */
export function sumOf(page: Page, count: (tally: Tally) => number): number {
  return page.tallies.reduce((sum, tally) => sum + count(tally), 0);
}
