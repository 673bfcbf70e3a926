// (a) A tap until it is on disk, against the same two writes in raw IndexedDB in the same page.
// @ts-check
import { median, newPage, rest, seed, sideBySide } from './harness.js';
import { openPad, tap } from './tapping.js';

const TIMES = 120;
const WARM_UP = 20;

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const page = await newPage(bench);
  await seed(page, { days: 365, perDay: 2 });
  await openPad(page);
  await addRawButton(page);
  const all = await sideBySide(
    WARM_UP + TIMES,
    (round) => tap(page, round),
    () => tapRaw(page)
  );
  await page.context().close();
  const ours = all.ours.slice(WARM_UP);
  const theirs = median(all.theirs.slice(WARM_UP));
  const row = (/** @type {'committed' | 'said'} */ key) => median(ours.map((times) => times[key]));
  return [
    { what: 'a tap → committed', ours: row('committed'), theirs, unit: 'ms', aim: 1.6 },
    { what: 'a tap → the line says so', ours: row('said'), theirs, unit: 'ms' }
  ];
}

/** A button whose click does the two writes by hand, in a database like the app's. @param {import('./harness.js').Page} page */
async function addRawButton(page) {
  await page.evaluate(async () => {
    const { raw, bench } = window;
    const db = await raw.open('raw');
    const rows = raw.log(365, 2);
    await raw.fill(db, rows, raw.tallies(rows));
    const button = document.createElement('button');
    button.textContent = 'Raw';
    button.onclick = () => raw.write(db, Date.now());
    document.querySelector('main')?.prepend(button);
    bench.committed.length = 0;
  });
}

/** @param {import('./harness.js').Page} page */
async function tapRaw(page) {
  const count = await page.evaluate(() => window.bench.committed.length);
  await page.getByRole('button', { name: 'Raw' }).click();
  await page.waitForFunction((count) => window.bench.committed.length > count, count);
  const times = await page.evaluate(() => {
    const { clicked, committed } = window.bench;
    return (committed.at(-1) ?? NaN) - clicked;
  });
  await rest(30);
  return times;
}
