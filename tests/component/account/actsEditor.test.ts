import '../../../src/app.css';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Act } from '#lib/account/model/acts.ts';
import ActsEditor from '#lib/account/settings/ActsEditor.svelte';

const THREE: readonly Act[] = [{ name: 'helped' }, { name: 'kiss' }, { name: 'made tea' }];

/** The editor as a page holds it: what it hands out comes back in. */
async function show() {
  const kept: (readonly Act[])[] = [];
  const { rerender } = await render(ActsEditor, {
    acts: THREE,
    onchange: (acts: readonly Act[]) => {
      kept.push(acts);
      void rerender({ acts });
    },
    onreset: () => undefined
  });
  return kept;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const names = (acts: readonly Act[] | undefined) => acts?.map(({ name }) => name);

test('an act moves up, keeps the focus on its button and says where it is', async () => {
  const kept = await show();
  await button('Move up: made tea').click();
  expect(names(kept[0])).toEqual(['helped', 'made tea', 'kiss']);
  await expect.element(button('Move up: made tea')).toHaveFocus();
  await expect.element(page.getByRole('status')).toHaveTextContent('made tea is now 2 of 3.');
  await userEvent.keyboard('{Enter}');
  expect(names(kept[1])).toEqual(['made tea', 'helped', 'kiss']);
  await expect.element(button('Move up: made tea')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(kept.length).toBe(2);
});

test('an act is hidden and shown again', async () => {
  const kept = await show();
  await button('Hide: a kiss').click();
  expect(kept[0]?.[1]).toEqual({ name: 'kiss', hidden: true });
  await expect.element(page.getByText('hidden', { exact: true })).toBeVisible();
  await button('Show: a kiss').click();
  expect(kept[1]?.[1]).toEqual({ name: 'kiss' });
});

test('an act is renamed, and the focus goes back to its pencil', async () => {
  const kept = await show();
  await button('Rename: helped').click();
  const field = page.getByLabelText('New name for helped');
  await expect.element(field).toHaveFocus();
  await field.fill('helped with the children');
  await userEvent.keyboard('{Enter}');
  expect(names(kept[0])).toEqual(['helped with the children', 'kiss', 'made tea']);
  await expect.element(button('Rename: helped with the children')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Rename: helped with the children')).toHaveFocus();
  expect(kept.length).toBe(1);
});

test('an act of one’s own is added; an empty or known one is refused in words', async () => {
  const kept = await show();
  const field = page.getByLabelText('An act of your own');
  await button('Add').click();
  await expect.element(field).toHaveAccessibleDescription('Write a few words first.');
  await field.fill('A Kiss');
  await button('Add').click();
  await expect.element(field).toHaveAccessibleDescription('That one is already on the list.');
  expect(kept).toEqual([]);
  await field.fill('  walked the dog ');
  await button('Add').click();
  expect(names(kept[0])).toEqual(['helped', 'kiss', 'made tea', 'walked the dog']);
  await expect.element(field).toHaveValue('');
});

test('every target is at least 44 pixels high and wide', async () => {
  await show();
  const sizes = page
    .getByRole('button')
    .elements()
    .map((element) => element.getBoundingClientRect());
  expect(Math.min(...sizes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
  expect(Math.min(...sizes.map(({ width }) => width))).toBeGreaterThanOrEqual(44);
});
