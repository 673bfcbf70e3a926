import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Pause } from '#lib/account/model/awayDays.ts';
import PausesEditor from '#lib/account/settings/AwayDaysEditor.svelte';

const TODAY = '2026-11-22';

/** The editor as a page holds it: what it hands out comes back in. */
async function show(pauses: readonly Pause[] = []) {
  const kept: (readonly Pause[])[] = [];
  const keep = (next: readonly Pause[]) => {
    kept.push(next);
    void rerender({ pauses: next });
  };
  const { rerender } = await render(PausesEditor, {
    pauses,
    today: TODAY,
    onchange: keep,
    ondelete: (_: Pause, others: readonly Pause[]) => keep(others)
  });
  return kept;
}

const first = page.getByLabelText('First day');
const last = page.getByLabelText('Last day');
const isGoingOn = page.getByLabelText('Still going on');
const add = page.getByRole('button', { name: 'Add these days' });

test('days that are still going on are added and ended today', async () => {
  const kept = await show();
  await first.fill('2026-11-10');
  await add.click();
  expect(kept[0]).toEqual([{ from: '2026-11-10', to: null }]);
  await page.getByRole('button', { name: 'End today' }).click();
  expect(kept[1]).toEqual([{ from: '2026-11-10', to: '2026-11-22' }]);
  await expect.element(page.getByRole('button', { name: 'End today' })).not.toBeInTheDocument();
});

test('a span is added; one that ends before it begins is refused in words', async () => {
  const kept = await show();
  await first.fill('2026-11-10');
  await isGoingOn.click();
  await last.fill('2026-11-09');
  await add.click();
  await expect.element(last).toHaveAccessibleDescription('The last day is before the first one.');
  expect(kept).toEqual([]);
  await last.fill('2026-11-12');
  await add.click();
  expect(kept).toEqual([[{ from: '2026-11-10', to: '2026-11-12' }]]);
});

test('without a first day nothing is added', async () => {
  const kept = await show();
  await first.fill('');
  await add.click();
  await expect
    .element(first)
    .toHaveAccessibleDescription(
      'Choose the first day, and the last one unless it is still going on.'
    );
  expect(kept).toEqual([]);
});

test('the latest is listed first; deleting one leaves the other and keeps the focus near', async () => {
  const older = { from: '2026-10-01', to: '2026-10-03' };
  const kept = await show([older, { from: '2026-11-01', to: '2026-11-05' }]);
  const rows = page.getByRole('listitem');
  await expect.element(rows.first()).toHaveTextContent(/Nov/);
  await rows.first().getByRole('button', { name: 'Delete' }).click();
  expect(kept).toEqual([[older]]);
  await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus();
});
