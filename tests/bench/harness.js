// What the measurements share: pages, seeded databases, medians.
// @ts-check
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('playwright').Browser} Browser
 * @typedef {import('playwright').Page} Page
 * @typedef {import('../server.js').Site} Site
 * @typedef {{ browser: Browser; site: Site; hello: Site }} Bench
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {number} ours
 * @property {number} theirs
 * @property {'ms' | 'kB' | ''} unit
 * @property {number} [aim] the greatest ratio
 * @property {number | undefined} [most] the most of ours
 */

/**
 * A page of its own, with nothing stored and nothing cached.
 *
 * @param {Bench} bench
 * @param {import('playwright').BrowserContextOptions} options
 */
export async function newPage({ browser, site }, options = {}) {
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options
  });
  for (const name of ['probe.js', 'raw.js']) {
    await context.addInitScript({ path: fileURLToPath(new URL(name, import.meta.url)) });
  }
  return context.newPage();
}

/**
 * Fills the app's database before the app first opens it, as after a visit earlier today: the
 * witness has seen the log, and today's check of the tallies is done.
 *
 * @param {Page} page
 * @param {{ days: number; perDay: number }} size
 */
export async function seed(page, { days, perDay }) {
  await page.goto('/_app/version.json');
  await page.evaluate(async ([days, perDay]) => {
    const { raw } = window;
    const rows = raw.log(days, perDay);
    const db = await raw.open('toward');
    await raw.fill(db, rows, raw.tallies(rows));
    db.close();
    localStorage.setItem('toward.preferences', '{"welcomed":true}');
    localStorage.setItem('toward.witness', `${rows.length} ${rows.at(-1)?.id}`);
    localStorage.setItem('toward.checked', new Date().toISOString().slice(0, 10));
  }, /** @type {const} */ ([days, perDay]));
}

/**
 * Measures two things in turn, now the one first and now the other.
 *
 * @template Ours
 * @template Theirs
 * @param {number} times
 * @param {(round: number) => Promise<Ours>} ours
 * @param {(round: number) => Promise<Theirs>} theirs
 */
export async function sideBySide(times, ours, theirs) {
  /** @type {{ ours: Ours[]; theirs: Theirs[] }} */
  const all = { ours: [], theirs: [] };
  for (let round = 0; round < times; round++) {
    if (round % 2 === 1) all.theirs.push(await theirs(round));
    all.ours.push(await ours(round));
    if (round % 2 === 0) all.theirs.push(await theirs(round));
  }
  return all;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]];
  return (low + high) / 2;
}

/** Resolves after so many milliseconds: what came before has ended. @param {number} ms */
export function rest(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
