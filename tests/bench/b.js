// (b) Opening the balance until its chart is drawn, with ten years against one.
// @ts-check
import { median, newPage, rest, seed, sideBySide } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

export const TIMES = 15;
/** Ten years. */
export const SIZE = { days: 3650, perDay: 20 };

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const [large, small] = [await newPage(bench), await newPage(bench)];
  await seed(large, SIZE);
  await seed(small, { days: 365, perDay: 2 });
  const opened = await sideBySide(
    TIMES,
    () => open(large),
    () => open(small)
  );
  const reading = await sideBySide(
    TIMES,
    () => open(large),
    () => readAll(large)
  );
  await large.context().close();
  await small.context().close();
  return [
    {
      what: 'b navigation → chart, 73,000 against 730',
      ours: median(opened.ours.map(({ drawn }) => drawn)),
      theirs: median(opened.theirs.map(({ drawn }) => drawn)),
      unit: 'ms',
      aim: 1.2
    },
    {
      what: 'b reading at 73,000 against one getAll()',
      ours: median(reading.ours.map(({ reading }) => reading)),
      theirs: median(reading.theirs),
      unit: 'ms',
      aim: 0.1
    }
  ];
}

/**
 * Opens the balance. Resolves with the milliseconds until the chart was drawn, and those of them
 * in which at least one read of the database was under way.
 *
 * @param {Page} page
 */
export async function open(page) {
  await page.goto('/balance/');
  await page.waitForFunction(() => {
    const { drawn } = window.bench;
    return drawn > 0 && performance.now() - drawn > 300;
  });
  const { drawn, reads } = await page.evaluate(() => window.bench);
  await rest(100);
  return { drawn, reading: covered(reads.filter(([from]) => from < drawn)) };
}

/** The time that spans cover: where they overlap it counts once. @param {[number, number][]} spans */
function covered(spans) {
  let sum = 0;
  let end = 0;
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** @param {Page} page */
async function readAll(page) {
  const time = await page.evaluate(() => window.raw.read('toward'));
  await rest(100);
  return time;
}
