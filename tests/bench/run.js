// `npm run bench`: ratios, measured side by side in one run. `npm run bench -- a c` runs only some.
// @ts-check
import { cpus } from 'node:os';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, ensureChromium } from '../chromium.js';
import { serveOwn } from '../own/site.js';
import { serve } from '../server.js';
import { buildHello } from './hello.js';
import { locked } from './locked.js';

/** @typedef {import('./harness.js').Row} Row */

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const wanted = LETTERS.filter((letter) => {
  const [, , ...named] = process.argv;
  return named.length === 0 || named.includes(letter);
});

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
const site = await serveOwn();
const hello = await serve(buildHello());

console.log(`Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} cores\n`);
print(['', 'ours', 'theirs', 'ratio', 'aim', '']);
print(['---', '--:', '--:', '--:', '--:', '---']);
const bench = { browser, site, hello };
for (const letter of wanted) {
  const { measure } = await import(`./${letter}.js`);
  for (const row of await measure(bench)) tell(row);
  for (const row of (await locked[letter]?.(bench)) ?? []) tell(row);
}

await browser.close();
await Promise.all([site.stop(), hello.stop()]);

/** @param {Row} row */
function tell({ what, ours, theirs, unit, aim, most }) {
  const ratio = ours / theirs;
  const bound = aim ?? most;
  const verdict = bound === undefined ? '' : (aim ? ratio : ours) <= bound ? 'met' : 'missed';
  const amount = (/** @type {number} */ value) =>
    unit ? `${value.toFixed(1)} ${unit}` : `${value}`;
  const shown = aim ? `≤ ${aim}` : most ? `≤ ${most} ${unit}`.trim() : '';
  print([what, amount(ours), amount(theirs), ratio.toFixed(2), shown, verdict]);
}

/** @param {string[]} cells */
function print([what = '', ...cells]) {
  const padded = cells.map((cell) => cell.padStart(9));
  console.log(`| ${[what.padEnd(48), ...padded].join(' | ')} |`);
}
