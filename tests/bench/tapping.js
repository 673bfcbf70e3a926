// A tap, measured in the page from the click on.
// @ts-check
import { rest } from './harness.js';

const BUTTONS = ['I turned toward', 'I missed it'];

/**
 * Opens the pad and waits until it answers.
 *
 * @param {import('./harness.js').Page} page
 */
export async function openPad(page) {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('heading', { name: 'Logged today' }).waitFor();
  await page.evaluate(() => window.bench.watchStatus());
  await rest(500);
}

/**
 * Clicks a button of the pad. Resolves with the milliseconds from the click until the transaction
 * was complete, and until the line said so.
 *
 * @param {import('./harness.js').Page} page
 * @param {number} round
 */
export async function tap(page, round) {
  const count = await page.evaluate(() => {
    window.bench.said = 0;
    return window.bench.committed.length;
  });
  await page.getByRole('button', { name: BUTTONS[round % 2] ?? '' }).click();
  await page.waitForFunction(
    (count) => window.bench.committed.length > count && window.bench.said > 0,
    count
  );
  const times = await page.evaluate(() => {
    const { clicked, committed, said } = window.bench;
    return { committed: (committed.at(-1) ?? NaN) - clicked, said: said - clicked };
  });
  await rest(30);
  return times;
}
