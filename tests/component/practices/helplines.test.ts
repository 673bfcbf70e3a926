import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Region } from '#lib/practices/help/model/helplines.ts';
import Helplines from '#lib/practices/help/Helplines.svelte';

const old = 'Some of these numbers were entered more than a year ago';
const shown = { region: 'GB', onregion: () => undefined } as const;

test('numbers entered a year ago or less are shown with their date alone', async () => {
  const screen = await render(Helplines, { ...shown, today: '2027-11-22' });
  await expect
    .element(screen.getByText(/^Entered .*2026.* Check with the operator\.$/).first())
    .toBeVisible();
  await expect.element(screen.getByText(old)).not.toBeInTheDocument();
});

test('numbers entered more than a year ago come with a warning', async () => {
  const screen = await render(Helplines, { ...shown, today: '2027-11-23' });
  await expect.element(screen.getByText(old)).toBeVisible();
  await expect.element(screen.getByText('and not checked since')).toHaveLength(2);
});

test('a chosen region is handed on', async () => {
  const chosen: Region[] = [];
  const screen = await render(Helplines, {
    region: 'GB',
    today: '2026-11-22',
    onregion: (region: Region) => chosen.push(region)
  });
  await screen.getByLabelText('Numbers for').selectOptions('Germany');
  expect(chosen).toEqual(['DE']);
});
