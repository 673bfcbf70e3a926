import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import {
  addIdea,
  NO_IDEAS,
  type Idea,
  type IdeaList
} from '#lib/practices/together/model/ideas.ts';
import IdeaPicker from '#lib/practices/together/IdeaPicker.svelte';

const DUCKS = { id: 'own', text: 'Feed the ducks', tags: ['short', 'out'] } as const;
const OWN = addIdea(NO_IDEAS, DUCKS);

async function show(ideas: IdeaList, luck: number[] = [0]) {
  const seen: (readonly string[])[] = [];
  const hidden: Idea[] = [];
  const { rerender } = await render(IdeaPicker, {
    label: 'What?',
    value: '',
    ideas,
    onsee: (ids: readonly string[]) => seen.push(ids),
    onhide: (idea: Idea) => hidden.push(idea),
    random: () => luck.shift() ?? 0
  });
  return { seen, hidden, rerender };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = page.getByLabelText('What?');
const status = page.getByRole('status');
const filter = (name: string) => page.getByRole('checkbox', { name }).click();

test('an idea is drawn, another one, and taken', async () => {
  const { seen } = await show(OWN);
  await button('Draw an idea').click();
  await expect.element(status).toHaveTextContent('Feed the ducks');
  await button('Draw another').click();
  await expect.element(status).toHaveTextContent(/^Hold each other/);
  expect(seen).toEqual([['own'], ['own', 'hug']]);
  await button('Take this one').click();
  await expect
    .element(field)
    .toHaveValue('Hold each other until you have both breathed out ten times');
  await expect.element(status).toHaveTextContent(/^Taken: Hold each other/);
  await expect.element(button('Draw an idea')).toHaveFocus();
});

test('only ideas with all of the chosen tags are drawn and listed', async () => {
  await show(OWN, [0, 0, 0]);
  for (const name of ['5 minutes', 'Evening', 'Out', 'Something new']) await filter(name);
  await page.getByText('Choose from the list (1)').click();
  await expect.element(page.getByRole('listitem')).toHaveTextContent(/^Stand outside in the dark/);
  await button('Draw an idea').click();
  await expect.element(status).toHaveTextContent(/^Stand outside in the dark/);
  await button('Draw another').click();
  await expect.element(status).toHaveTextContent(/^Stand outside in the dark/);
});

test('an idea that a new filter leaves out goes', async () => {
  await show(OWN);
  await button('Draw an idea').click();
  await filter('Evening');
  await expect.element(status).toHaveTextContent('');
  await expect.element(button('Take this one')).not.toBeInTheDocument();
});

test('where nothing fits it says so', async () => {
  const { rerender } = await show(OWN);
  const hidden = ['moon', 'sounds'];
  await rerender({ ideas: { ...OWN, hidden } });
  for (const name of ['5 minutes', 'Evening', 'Out']) await filter(name);
  await expect
    .element(status)
    .toHaveTextContent('No idea has all of these. Take one of them away.');
  await expect.element(button('Draw an idea')).toBeDisabled();
});

test('an idea is chosen from the list', async () => {
  await show(OWN);
  await page.getByText(/^Choose from the list/).click();
  await button('Feed the ducks').click();
  await expect.element(field).toHaveValue('Feed the ducks');
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
});

test('the drawn idea is hidden on demand', async () => {
  const { hidden } = await show(OWN);
  await button('Draw an idea').click();
  await button('Do not show this one').click();
  expect(hidden).toEqual([DUCKS]);
  await expect.element(button('Take this one')).not.toBeInTheDocument();
});
