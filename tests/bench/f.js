// (f) A cold start until a tap is on disk, on a CPU four times slower, against the hello-world with
// one bare Dexie write.
// @ts-check
import { median, newPage, rest, sideBySide } from './harness.js';

const TIMES = 15;
const SLOWER = 4;

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const all = await sideBySide(
    TIMES,
    () => coldStart(bench, `${bench.site}/`, '[data-tap]'),
    () => coldStart(bench, `${bench.hello}/write`, '[data-ready]')
  );
  const [ours, theirs] = [median(all.ours), median(all.theirs)];
  return [
    { what: 'f cold start → a tap committed, 4× slower', ours, theirs, unit: 'ms', aim: 1.25 }
  ];
}

/**
 * The milliseconds from the start of the navigation until the tap was on disk. The button is tapped
 * as soon as a tap on it is not lost.
 *
 * @param {import('./harness.js').Bench} bench
 * @param {string} url
 * @param {string} button
 */
async function coldStart(bench, url, button) {
  const page = await newPage(bench, { serviceWorkers: 'allow' });
  await page.addInitScript((button) => {
    new MutationObserver((_, observer) => {
      const found = document.querySelector(button);
      if (!(found instanceof HTMLElement)) return;
      observer.disconnect();
      setTimeout(() => found.click());
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, button);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url);
  await page.waitForFunction(() => window.bench.committed.length > 0);
  const [time = NaN] = await page.evaluate(() => window.bench.committed);
  await page.context().close();
  await rest(200);
  return time;
}
