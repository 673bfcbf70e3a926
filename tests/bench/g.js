// (g) Opening the good moments until the newest month is read, at 100,000 entries against 1,000.
// @ts-check
import { median, newPage, rest, seed, sideBySide } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

const TIMES = 15;

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const [large, small] = [await newPage(bench), await newPage(bench)];
  await seed(large, { days: 5000, perDay: 20 });
  await seed(small, { days: 50, perDay: 20 });
  const { ours, theirs } = await sideBySide(
    TIMES,
    () => open(large),
    () => open(small)
  );
  await large.context().close();
  await small.context().close();
  const [most, least] = [median(ours), median(theirs)];
  const what = 'g navigation → good moments, 100,000 against 1,000';
  return [{ what, ours: most, theirs: least, unit: 'ms', aim: 1.2 }];
}

/**
 * Opens the page. Resolves with the milliseconds until a month shows what was noticed.
 *
 * @param {Page} page
 */
async function open(page) {
  await page.goto('/moments/');
  const shown = await page.waitForFunction(
    () => document.querySelector('main section.isRead li') && performance.now()
  );
  await rest(100);
  return Number(await shown.jsonValue());
}
