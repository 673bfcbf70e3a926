import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WeekStart from '#lib/shell/settings/WeekStart.svelte';

test('the region’s own first day is named, and each of the seven days can be chosen', async () => {
  const chosen: unknown[] = [];
  await render(WeekStart, { firstDay: null, onchange: (firstDay) => chosen.push(firstDay) });
  const options = page.getByRole('option').elements();
  expect(options.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^(Sunday|Monday) \(your region’s default\)$/),
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday'
  ]);
  await page.getByRole('combobox').selectOptions('Sunday');
  expect(chosen).toEqual([7]);
});
