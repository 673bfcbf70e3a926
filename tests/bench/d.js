// (d) The import of a backup of 100,000 entries, as in Settings, against one raw bulk add of the
// same rows.
// @ts-check
import { median, newPage, sideBySide } from './harness.js';

export const TIMES = 3;
const [DAYS, PER_DAY] = [5000, 20];

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const file = await backup(bench);
  const all = await sideBySide(
    TIMES,
    async () => importFile(await newPage(bench), file),
    () => addRaw(bench)
  );
  const theirs = median(all.theirs);
  const ours = (/** @type {'all' | 'writing'} */ key) => median(all.ours.map((time) => time[key]));
  return [
    {
      what: 'd import: reading, checking, writing',
      ours: ours('all'),
      theirs,
      unit: 'ms',
      aim: 1.3
    },
    { what: 'd of it, writing', ours: ours('writing'), theirs, unit: 'ms' }
  ];
}

/** The text of the file. @param {import('./harness.js').Bench} bench */
export async function backup(bench) {
  const page = await newPage(bench);
  await page.goto('/_app/version.json');
  const entries = await page.evaluate(
    ([days, perDay]) => window.raw.log(days, perDay),
    /** @type {const} */ ([DAYS, PER_DAY])
  );
  await page.context().close();
  const exportedAt = new Date().toISOString();
  const worth = { toward: 1, warm: 2, act: 1, repair: 2, kept: 2, experience: 2 };
  const terms = { worth: { ...worth, away: -2, broken: -2, against: -5 }, halfLife: 28 };
  const head = { app: 'toward', version: 1, exportedAt, terms, pauses: [], acts: [] };
  return Buffer.from(JSON.stringify({ ...head, entries }));
}

/**
 * Chooses the file and confirms. The user's own time, between the preview and the confirmation, is
 * next to none. The page's profile is closed at the end.
 *
 * @param {import('./harness.js').Page} page
 * @param {Buffer} buffer
 */
export async function importFile(page, buffer) {
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor();
  // From when the page has the file: to hand 20 MB to the browser is the bench's own work.
  await page.evaluate(() => {
    addEventListener('change', () => (window.bench.chosen = Date.now()), {
      capture: true,
      once: true
    });
  });
  const file = { name: 'toward.json', mimeType: 'application/json', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore', exact: true }).click({ timeout: 120_000 });
  const confirmed = Date.now();
  await page.getByText(/^Restored\./).waitFor({ timeout: 120_000 });
  const end = Date.now();
  const start = await page.evaluate(() => window.bench.chosen);
  await page.context().close();
  return { all: end - start, writing: end - confirmed };
}

/** @param {import('./harness.js').Bench} bench */
async function addRaw(bench) {
  const page = await newPage(bench);
  await page.goto('/_app/version.json');
  const time = await page.evaluate(async ([days, perDay]) => {
    const { raw } = window;
    const rows = raw.log(days, perDay);
    const counted = raw.tallies(rows);
    const db = await raw.open('raw');
    const from = performance.now();
    return (await raw.fill(db, rows, counted)) - from;
  }, /** @type {const} */ ([DAYS, PER_DAY]));
  await page.context().close();
  return time;
}
