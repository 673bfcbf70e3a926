import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { start, withProfile } from './browser.ts';
import { expect, test, type Page } from './test.ts';
import type { Site } from '../server.js';

/*
 * Browsers keep what stands in form fields, so that a session can be restored: on the disk, in the
 * open. Words are typed into every field that can be reached, and none may be found in the profile.
 */

const PASSPHRASE = 'five green bottles';
/** What every word that is typed begins with. */
const WORD = 'zebrafinch';
/** Stands in a field that the browser may keep: once this is on the disk, so would be the others. */
const CONTROL = 'wallaby';

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

const choose = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('radio', { name })).click();

/** Pages with fields for text: how many there are at least, and what opens them. */
const PAGES: readonly [path: string, fields: number, ...openers: string[]][] = [
  ['/', 1, 'Something else'],
  ['/history/', 1],
  ['/practice/agreements/', 1],
  ['/practice/check-in/', 1, 'Next'],
  ['/practice/fear/', 1],
  ['/practice/gently/', 1],
  ['/practice/ground/', 2],
  ['/practice/ground/', 2, 'My own worth'],
  ['/practice/making-up/', 1],
  ['/practice/openness/', 1],
  ['/practice/pause/', 1],
  ['/practice/promises/', 1],
  ['/practice/questions/', 1],
  ['/practice/roots/', 1],
  ['/practice/thought/', 1],
  ['/practice/together/', 1],
  ['/reminders/', 1, 'New reminder', 'my own words'],
  ['/settings/acts/', 1],
  ['/settings/backup/', 2],
  ['/settings/partner/', 1]
];

/** Types into every field of the app in view, of which there are so many. Passphrases are shown. */
async function fill(page: Page, atLeast: number) {
  const inputs = ':not([type]), [type=text], [type=search], [type=password]';
  const fields = page.locator(`textarea:not(body > textarea):visible, input:is(${inputs}):visible`);
  await expect.poll(() => fields.count()).toBeGreaterThanOrEqual(atLeast);
  for (const field of await fields.all()) await field.fill(WORD);
  for (const shows of await page.getByLabel('Show what I type').all()) await shows.check();
}

/** Adds a field that the browser may keep, and types into it. */
async function addControl(page: Page) {
  await page.evaluate(() => document.body.append(document.createElement('textarea')));
  await page.locator('body > textarea').fill(CONTROL);
}

/** The files of a profile that hold a text, in UTF-8 or UTF-16. */
async function filesWith(profile: string, text: string): Promise<string[]> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const files = await readdir(profile, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((file) => file.isFile())) {
    const path = join(file.parentPath, file.name);
    // Files come and go while the browser runs.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(path.slice(profile.length));
  }
  return found;
}

/** Sets up a lock, so that what the app itself keeps is encrypted. */
async function lockUp(page: Page, { origin }: Site) {
  await page.goto(`${origin}/settings/#lock`);
  await press(page, 'Set up a lock');
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').first().fill(PASSPHRASE);
  await press(page, 'Continue');
  await page.getByLabel('I’ve stored my code somewhere safe').check();
  await press(page, 'Turn the lock on');
  await expect(page.getByText('What you log and write is encrypted.')).toBeVisible();
}

/** In the short rounds a browser that is to be killed is shown every third page; the other sees all. */
function pagesOf(ending: 'locked and closed' | 'killed amid it') {
  const isAll = ending === 'locked and closed' || process.env.FAULT_ROUNDS;
  return isAll ? PAGES : PAGES.filter((_, at) => at % 3 === 0);
}

for (const ending of ['locked and closed', 'killed amid it'] as const) {
  test(`what was typed is nowhere in the browser’s files: ${ending}`, async ({ site }) => {
    await withProfile(async (profile) => {
      const { page: other, context, kill } = await start(profile);
      await lockUp(other, site);
      // The first tab stays open, and hands the key to the second one.
      const page = await context.newPage();
      for (const [path, fields, ...openers] of pagesOf(ending)) {
        await page.goto(`${site.origin}${path}`);
        for (const opener of openers) await choose(page, opener);
        await fill(page, fields);
      }
      await addControl(page);
      await expect.poll(() => filesWith(profile, CONTROL)).not.toEqual([]);
      if (ending === 'killed amid it') {
        const closed = context.waitForEvent('close');
        kill();
        await closed;
      } else {
        await press(other, 'Lock now');
        for (const tab of [other, page]) {
          await expect(tab.getByRole('heading', { name: 'Locked' })).toBeVisible();
        }
        await fill(page, 1);
        await context.close();
      }
      expect(await filesWith(profile, CONTROL)).not.toEqual([]);
      for (const text of [WORD, PASSPHRASE]) expect(await filesWith(profile, text)).toEqual([]);
    });
  });
}
