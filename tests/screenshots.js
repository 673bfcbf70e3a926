// `npm run screenshots`: the pictures of the README, taken of the built site with a made-up half year.
// @ts-check
import { chromium } from 'playwright';
import sirv from 'sirv';
import { createServer } from 'node:http';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.js';

const WEEKS = 26;
const DAY = 86_400_000;
const NOW = Date.now();

const server = createServer(sirv('build', { dev: true }));
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce'
});
const page = await context.newPage();
await page.goto(`${origin}/`);
await page.getByTestId('balance').getByText('0').waitFor();
await page.evaluate(fill, { weeks: WEEKS, now: NOW, day: DAY });
await page.reload();
await page.waitForFunction(() => localStorage.getItem('toward.checked') !== null);
await page.getByRole('button', { name: 'I turned toward' }).click();
await page.getByRole('button', { name: 'Undo' }).waitFor();
// The button has answered.
await page.waitForTimeout(500);
await page.screenshot({ path: 'docs/today.png' });
await page.goto(`${origin}/balance/`);
await page.locator('canvas').waitFor();
await page.getByRole('radio', { name: '26' }).check({ force: true });
await page.waitForTimeout(1000);
await page.screenshot({ path: 'docs/balance.png' });
await browser.close();
server.close();

/**
 * Fills the log with a half year that has a hard month in the middle.
 * @param {{ weeks: number; now: number; day: number }} span
 */
async function fill({ weeks, now, day }) {
  localStorage.setItem('toward.preferences', JSON.stringify({ welcomed: true }));
  /** @type {IDBDatabase} */
  const db = await new Promise((resolve) => {
    const request = indexedDB.open('toward');
    request.onsuccess = () => resolve(request.result);
  });
  const rows = [];
  for (let age = weeks * 7; age > 0; age--) {
    const isHard = age > 80 && age < 115;
    for (let turn = 0; turn < 2 + (age % 3); turn++) {
      const n = (age * 7 + turn * 13) % 20;
      const response = n < (isHard ? 9 : 2) ? 'away' : n === 19 && isHard ? 'against' : 'toward';
      const at = now - age * day - turn * 3_600_000;
      const by = turn % 2 ? 'me' : 'partner';
      const bid = { kind: 'bid', by, response };
      const act = { kind: 'act', by: 'partner', act: 'helped' };
      const id = `01900000-0000-7000-8000-${String(age * 10 + turn).padStart(12, '0')}`;
      const when = new Date(at).toISOString().slice(0, 10);
      const facts = n % 5 === 4 ? act : bid;
      rows.push({ id, at, day: when, zone: 'Europe/Berlin', updatedAt: at, ...facts });
    }
  }
  const write = db.transaction('entries', 'readwrite');
  for (const row of rows) write.objectStore('entries').add(row);
  await new Promise((resolve) => (write.oncomplete = resolve));
  // The app finds the tallies missing and mends them at its next start.
  localStorage.removeItem('toward.checked');
  db.close();
}
