import { SCRIPT } from '../fixtures/hostile.ts';
import { ROUTES } from './routes.ts';
import { allButLineage, everythingAtRest } from './seed.ts';
import { balance, expect, test } from './test.ts';
import { openWithWorker } from './worker.ts';

/* Addresses that come from outside: the database is the same before and after. */

const ODD_ADDRESSES = [
  ...[
    `?tap=${encodeURIComponent(SCRIPT)}`,
    '?tap=bid:partner:toward&key=',
    '?tap=__proto__&key=null'
  ],
  ...[
    '?tap=bid:partner:toward&tap=bid:partner:away&key[]=1',
    '?due',
    '?due=1&tap=act:me:constructor'
  ],
  ...[`?q=${encodeURIComponent(SCRIPT)}`, `#${encodeURIComponent(SCRIPT)}`, '#constructor', '#\0'],
  ...['?%', '?%E0%A4%A', '?a=%00%ff', `?tap=${'x'.repeat(8000)}`, '?tap=bid:partner:toward%0a']
];

test('odd addresses change nothing', async ({ page }) => {
  test.slow();
  await openWithWorker(page);
  const before = await everythingAtRest(page);
  for (const [index, path] of ROUTES.entries()) {
    // Every address on the log, which reads them; elsewhere one each.
    const odd = path === '/' ? ODD_ADDRESSES : [ODD_ADDRESSES[index % ODD_ADDRESSES.length] ?? ''];
    for (const address of odd) {
      await page.goto(path + address);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    }
    await expect(page.locator('#hacked, img[src="x"]')).toHaveCount(0);
  }
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(balance(page)).toHaveText('0');
  expect(await allButLineage(page)).toEqual(before);
});
