import {
  CHANGES,
  jsonOf,
  ODD_WORDS,
  SCRIPT,
  WHOLE,
  withJson,
  withWords
} from '../fixtures/hostile.ts';
import { ROUTES } from './routes.ts';
import { allButLineage, everythingAtRest } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

/*
 * Files that come from outside: each is refused in words, or does no harm. hostileAddresses.test.ts and
 * hostileWorker.test.ts have what else comes from there.
 */

test.use({ hasWorker: false });

/** Files that are no backup, and for every rule one that breaks it. */
const REFUSED = [
  ...['empty', 'zip', 'nul within', 'csv', 'html', 'without its middle'].map((name) => ({
    at: '',
    file: WHOLE.json?.[name] ?? ''
  })),
  ...[...new Map(CHANGES.map((change) => [change.rule, change])).values()].map(
    ({ at, changed, value }) => ({ at, file: withJson(jsonOf(value), changed) })
  )
];
const TAKEN = [ODD_WORDS.prototype, ODD_WORDS['halves of letters'], ODD_WORDS.script];
/** Pages that show most of what is written. */
const READERS = ['/', '/history/', '/practice/promises/', '/practice/fear/', '/reminders/'];

const choose = (page: Page, file: string | Uint8Array<ArrayBuffer>) =>
  page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json' },
    buffer: Buffer.from(file)
  });

/** Nothing that came as a text stands in the page as an element. */
const expectClean = (page: Page) => expect(page.locator('#hacked, img[src="x"]')).toHaveCount(0);

test('hostile files are refused in words, and script in texts is a text on every page', async ({
  page
}) => {
  test.slow();
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.goto('/settings/backup/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const before = await everythingAtRest(page);
  for (const { at, file } of REFUSED) {
    await choose(page, file);
    await expect(
      page.getByText('This file can’t be restored, and nothing was changed.')
    ).toBeVisible();
    const fault = page.getByRole('listitem', { includeHidden: true }).filter({ hasText: at });
    await expect(fault.first()).toBeAttached();
    await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeHidden();
  }
  expect(await allButLineage(page)).toEqual(before);

  for (const words of TAKEN) {
    await page.goto('/settings/backup/');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await choose(page, withWords(words));
    await page.getByLabel('Replace what’s on this device').check();
    await page.getByRole('button', { name: 'Replace everything' }).click();
    await expect(page.getByText(/^Replaced\. /)).toBeVisible();
    for (const path of words === SCRIPT ? ROUTES : READERS) {
      await page.goto(path);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await expectClean(page);
      await expect(page.getByText('Toward can’t read what you logged')).toBeHidden();
    }
  }
  for (const path of ['/history/', '/practice/promises/']) {
    await page.goto(path);
    await expect(page.getByText(SCRIPT).first()).toBeVisible();
    await expectClean(page);
  }
});
