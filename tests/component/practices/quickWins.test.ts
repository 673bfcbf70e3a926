import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import QuickWins from '#lib/practices/ground/QuickWins.svelte';
import { winRecord } from '#lib/practices/ground/record.ts';
import { allOf, keepRecords } from '#lib/practices/store/records.ts';
import { stamp } from '#lib/time/stamp.ts';
import { startAnew } from '../ground.ts';

beforeEach(startAnew);

test('a win that is tapped twice is saved once, and stays where it is', async () => {
  const onadd = async (text: string) => {
    await keepRecords([{ table: 'wins', row: winRecord.create({ text }, stamp()) }]);
    return true;
  };
  const shown = { texts: ['I waited', 'I rested'], wins: [], onadd };
  const { rerender } = await render(QuickWins, shown);
  const waited = page.getByRole('button', { name: 'I waited' });
  const button = waited.element() as HTMLElement;
  button.click();
  button.click();
  await expect.poll(() => allOf('wins')).toHaveLength(1);
  // Faster than the database tells of the first.
  button.click();
  await rerender({ ...shown, wins: await allOf('wins') });
  await expect.element(waited).toHaveAttribute('aria-disabled', 'true');
  button.click();
  await page.getByRole('button', { name: 'I rested' }).click();
  await expect
    .poll(() => allOf('wins'))
    .toMatchObject([{ text: 'I waited' }, { text: 'I rested' }]);
});
