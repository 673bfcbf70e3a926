import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { addDays, momentFromLocal } from '#lib/time/day.ts';
import { newEntry, type BidFacts } from '#lib/account/model/entry.ts';
import { record } from '#lib/account/store/ledger.ts';
import Patterns from '#lib/patterns/Patterns.svelte';
import { fearRecord } from '#lib/practices/fear/record.ts';
import { here, today } from '#lib/time/clock.ts';
import { keepRecord, startAnew } from './ground.ts';

beforeEach(startAnew);

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const weeksAgo = (weeks: number, time: string) =>
  momentFromLocal(`${addDays(today(), -7 * weeks - 1)}T${time}`, here()).at;

async function logBid(number: number, weeks: number, time: string, facts: Partial<BidFacts>) {
  const bid: BidFacts = { kind: 'bid', by: 'partner', response: 'toward', ...facts };
  await record(newEntry(bid, { id: id(number), now: weeksAgo(weeks, time), zone: here() }));
}

/** A fear of a day of its own. */
async function nameFear(number: number, trigger: string) {
  const { at } = momentFromLocal(`${addDays(today(), -8 - number)}T12:00`, here());
  const stamp = { id: id(number), now: at, zone: here() };
  const fear = { ...fearRecord.blank(today()), trigger, prediction: 'They will leave.' };
  await keepRecord('fears', fearRecord.create(fear, stamp));
}

test('patterns are told with their counts, their interval and something to do', async () => {
  for (let week = 0; week < 20; week += 1) {
    await logBid(week, week, '08:15', { about: 'plan' });
    await logBid(100 + week, week, '08:45', {});
    if (week < 7) await logBid(200 + week, week, '21:30', { response: 'away', about: 'worry' });
  }
  for (let number = 0; number < 12; number += 1) await nameFear(number, 'no answer');
  await nameFear(12, 'busy');
  await render(Patterns);
  const region = page.getByRole('region', { name: 'Patterns in what you logged' });
  await expect.element(region).toBeVisible();
  await expect
    .element(region)
    .toHaveTextContent(
      /, bids slip by more often: 7 of 7\. Over a longer time it’s likely 65% – 100%\./
    );
  await expect.element(region).toHaveTextContent('Bids about a worry slip by more often: 7 of 7.');
  await expect
    .element(region)
    .toHaveTextContent(
      '“no answer” came before 12 of the 13 doubts you wrote down. Over a longer time it’s likely 67% – 99%.'
    );
  await expect
    .element(region.getByRole('link', { name: 'Set a reminder' }))
    .toHaveAttribute('href', '/reminders');
});

test('where nothing is beyond chance, nothing is shown', async () => {
  for (let week = 0; week < 10; week += 1) {
    await logBid(week, week, '08:15', {});
    await logBid(100 + week, week, '21:30', { response: week % 2 ? 'away' : 'toward' });
  }
  const { container } = await render(Patterns);
  await nameFear(1, 'busy');
  await expect.poll(() => container.textContent?.trim()).toBe('');
});
