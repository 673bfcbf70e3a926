import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PastList from '#lib/practices/form/PastList.svelte';
import type { Win } from '#lib/practices/ground/model/ground.ts';
import { newWin } from '#lib/practices/ground/model/ground.ts';

const win = (number: number) =>
  newWin({ text: `win ${number}` }, { id: `${number}`, now: number, zone: 'UTC' });

const search = page.getByRole('searchbox', { name: 'Search what you wrote' });
const status = page.getByRole('status');
const titles = () => page.getByRole('listitem').elements().length;

/** A list that lets go of what is deleted, as a page does. */
async function show(count: number) {
  let records = Array.from({ length: count }, (_, index) => win(count - index));
  const view = await render(PastList<Win>, {
    title: 'Earlier',
    records,
    titleOf: ({ text }) => text,
    wordsOf: ({ text }) => [text],
    body: createRawSnippet<[Win]>((row) => ({ render: () => `<p>All of ${row().text}</p>` })),
    onedit: () => undefined,
    ondelete: (row) => {
      records = records.filter((other) => other !== row);
      void view.rerender({ records });
    }
  });
}

const open = (title: string) => page.getByText(title, { exact: true }).click();
const remove = () => page.getByRole('button', { name: 'Delete' }).click();

test('a search that leaves too few to be searched for can still be ended', async () => {
  await show(5);
  await search.fill('WIN 3');
  await expect.element(status).toHaveTextContent('1 found');
  await open('win 3');
  await remove();
  await expect.element(status).toHaveTextContent('Nothing here has these words.');
  await search.clear();
  await expect.poll(titles).toBe(4);
  await expect.element(search).not.toBeInTheDocument();
});

test('whoever deletes goes on from the next one, and after the last from the one before', async () => {
  await show(3);
  await open('win 2');
  await remove();
  const line = (title: string) =>
    page.getByText(title, { exact: true }).element().closest('summary');
  await expect.poll(() => document.activeElement).toBe(line('win 1'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('All of win 1')).toBeVisible();
  await remove();
  await expect.poll(() => document.activeElement).toBe(line('win 3'));
});

test('of hundreds twenty are shown, and the keys go on with those that come', async () => {
  await show(350);
  expect(titles()).toBe(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  expect(titles()).toBe(40);
  expect(document.activeElement?.textContent).toContain('win 330');
  await search.fill('win 34');
  await expect.element(status).toHaveTextContent('11 found');
});
