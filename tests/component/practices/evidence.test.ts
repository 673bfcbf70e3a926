import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import { record } from '#lib/account/store/ledger.ts';
import Evidence from '#lib/practices/form/Evidence.svelte';
import { HOUR_MS } from '#lib/time/duration.ts';
import { startAnew } from '../ground.ts';

beforeEach(startAnew);

/** Logs something so many days ago. */
async function log(days: number, facts: Facts, number = days) {
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  await record(newEntry(facts, { id, now: Date.now() - days * 24 * HOUR_MS, zone: 'UTC' }));
}

const act = (note: string): Facts => ({ kind: 'act', by: 'partner', act: 'helped', note });
const boxes = () => page.getByRole('checkbox');

test('what was logged can be taken into an answer, and out again', async () => {
  await log(1, { kind: 'bid', by: 'me', response: 'away' });
  await log(2, act('carried my bags'));
  await log(3, act('asked about work'));
  await log(4, act('stayed up'));
  await log(5, act('texted at lunch'));
  await log(57, act('long ago'));
  await render(Evidence, {
    side: 'against',
    asked: ['They never text me'],
    value: 'My own words.'
  });
  const group = page.getByRole('group', { name: 'Good moments you logged' });
  await expect.poll(() => group.getByRole('checkbox').elements()).toHaveLength(3);
  await expect.element(boxes().first()).toHaveAccessibleName(/helped.*\(“texted at lunch”\)$/);
  await boxes().first().click();
  await expect.element(boxes().first()).toBeChecked();
  await page.getByRole('button', { name: 'Show one more' }).click();
  await expect.poll(() => boxes().elements()).toHaveLength(4);
  await boxes().first().click();
  await expect.element(boxes().first()).not.toBeChecked();
});

test('hard moments are there too, and none is told as it is', async () => {
  const { rerender } = await render(Evidence, { side: 'for', asked: [], value: '' });
  const none = page.getByText('No hard moments logged in the last eight weeks.');
  await expect.element(none).toBeVisible();
  await log(1, { kind: 'bid', by: 'me', response: 'away', note: 'at dinner' });
  await expect.element(none).not.toBeInTheDocument();
  await expect.element(boxes()).toHaveAccessibleName(/\(“at dinner”\)$/);
  await rerender({ value: 'First.\n\nSecond.' });
  await boxes().click();
  await expect.element(boxes()).toBeChecked();
});

test('moments that read alike are one line, which says how many they are', async () => {
  const kiss: Facts = { kind: 'act', by: 'partner', act: 'kiss' };
  for (const number of [1, 2]) await log(2, kiss, number);
  await log(3, kiss);
  await render(Evidence, { side: 'against', asked: [], value: '' });
  await expect.poll(() => boxes().elements()).toHaveLength(2);
  await expect.element(boxes().first()).toHaveAccessibleName(/^2× /);
  await boxes().first().click();
  await expect.element(boxes().first()).toBeChecked();
  await expect.element(boxes().last()).not.toBeChecked();
});
