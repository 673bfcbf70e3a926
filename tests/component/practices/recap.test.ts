import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { account } from '#lib/account/account.svelte.ts';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import { record } from '#lib/account/store/ledger.ts';
import { pauseRecord, type Way } from '#lib/practices/pause/record.ts';
import { lastSpan } from '#lib/practices/recap/model/span.ts';
import { recapLines } from '#lib/practices/recap/words.ts';
import RecapCard from '#lib/practices/recap/RecapCard.svelte';
import TodayRecap from '#lib/practices/recap/TodayRecap.svelte';
import { forgetPreferences, prefer, preferences } from '#lib/store/preferences.ts';
import { addDays, momentFromLocal, type Day } from '#lib/time/day.ts';
import { here, today } from '#lib/time/clock.ts';
import { keepRecord, startAnew } from '../ground.ts';

beforeEach(async () => {
  await startAnew();
  forgetPreferences();
});

let number = 0;

async function log(day: Day, facts: Facts) {
  number += 1;
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const { at } = momentFromLocal(`${day}T12:00`, here());
  await record(newEntry(facts, { id, now: at, zone: here() }));
}

const act = { kind: 'act', by: 'partner', act: 'sang' } as const;

/** Logs a week: three songs, a meeting with words, and a hard moment. */
async function logWeek() {
  const { start } = lastSpan('week', today(), account.firstDay);
  for (let day = 0; day < 3; day += 1) await log(addDays(start, day), act);
  await log(start, { kind: 'repair', note: 'We laughed about it.' });
  await log(addDays(start, 6), { kind: 'bid', by: 'partner', response: 'away' });
  return start;
}

test('the last week is told in words, and so is the month', async () => {
  await logWeek();
  await render(RecapCard);
  const card = page.getByRole('region', { name: 'In words' });
  await expect.element(card).toHaveTextContent('You noticed 4 good moments.');
  await expect.element(card).toHaveTextContent('Most often: 3× they did this: sang.');
  await expect.element(card).toHaveTextContent('You two made up once.');
  await expect.element(card).toHaveTextContent('We laughed about it.');
  await page.getByRole('radio', { name: 'Your last month' }).click();
  await expect.element(card).toHaveTextContent(/good moments|Too little was logged/);
});

test('a hard week is told with kind words, and with what helped', async () => {
  const { start } = lastSpan('week', today(), account.firstDay);
  for (let day = 0; day < 5; day += 1) {
    await log(addDays(start, day), { kind: 'bid', by: 'partner', response: 'away' });
  }
  const { at } = momentFromLocal(`${start}T12:00`, here());
  const stamp = { id: '01900000-0000-7000-8000-0000000000ff', now: at, zone: here() };
  await keepRecord('groundings', pauseRecord.create({ ways: ['walk'], helped: ['walk'] }, stamp));
  await render(RecapCard);
  const card = page.getByRole('region', { name: 'In words' });
  await expect.element(card).toHaveTextContent('Some days are easier than others');
  await expect.element(card).not.toHaveTextContent('0 good moments');
  await expect.element(card).toHaveTextContent('What helped you: A brisk walk.');
});

test('a good week offers to breathe together, and a hard one doesn’t', async () => {
  const together = page.getByRole('link', { name: /breathe together$/ });
  const start = await logWeek();
  const shown = await render(TodayRecap, { day: today() });
  await expect.element(together).toHaveAttribute('href', expect.stringMatching(/two.breathing/));
  await shown.unmount();
  for (let count = 0; count < 3; count += 1) {
    await log(addDays(start, 6), { kind: 'bid', by: 'partner', response: 'away' });
  }
  await render(TodayRecap, { day: today() });
  await expect.element(page.getByText('You noticed 4 good moments.')).toBeVisible();
  await expect.element(together).not.toBeInTheDocument();
});

test('on Today it is there until it was read', async () => {
  const start = await logWeek();
  // Where the month has just ended, its card would follow.
  prefer({ monthRead: lastSpan('month', today(), account.firstDay).start });
  await render(TodayRecap, { day: today() });
  await expect.element(page.getByText('You noticed 4 good moments.')).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect.element(page.getByText('You noticed 4 good moments.')).not.toBeInTheDocument();
  expect(preferences.current.recapRead).toBe(start);
});

test('the month is told on Today once the week was read, until it was read too', async () => {
  const { start } = lastSpan('month', today(), account.firstDay);
  for (let day = 0; day < 5; day += 1) await log(addDays(start, day), act);
  prefer({ recapRead: lastSpan('week', today(), account.firstDay).start });
  await render(TodayRecap, { day: today() });
  await expect.element(page.getByRole('heading', { name: 'Your last month' })).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect.element(page.getByRole('heading')).not.toBeInTheDocument();
  expect(preferences.current.monthRead).toBe(start);
});

test('with its quote it tells six things at most', () => {
  const told = { good: 4, isMost: false, acts: [{ act, count: 2 }], fresh: act, mended: 1 };
  const lines = (isHard: boolean, helped: readonly Way[]) =>
    recapLines({ ...told, isHard, quote: undefined }, 'week', helped).length;
  expect([lines(false, ['walk']), lines(true, []), lines(true, ['walk'])]).toEqual([4, 5, 5]);
});

test('where too little was logged nothing is told', async () => {
  await log(lastSpan('week', today(), account.firstDay).start, act);
  const { container } = await render(TodayRecap, { day: today() });
  await render(RecapCard);
  await expect
    .element(page.getByText('There isn’t enough from that time to sum up.'))
    .toBeVisible();
  expect(container.textContent?.trim()).toBe('');
});
