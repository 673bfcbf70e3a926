import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import {
  addIdea,
  hideIdea,
  NO_IDEAS,
  type Idea,
  type IdeaList,
  type OwnIdea
} from '#lib/practices/together/model/ideas.ts';
import IdeasEditor from '#lib/practices/together/IdeasEditor.svelte';

const DUCKS: OwnIdea = { id: 'own', text: 'Feed the ducks', tags: ['short', 'out'] };
const OWN = addIdea(NO_IDEAS, DUCKS);

async function show(ideas: IdeaList, works = true) {
  const asked: unknown[][] = [];
  const answer = (...said: unknown[]) => {
    asked.push(said);
    return Promise.resolve(works);
  };
  await render(IdeasEditor, {
    ideas,
    text: '',
    tags: [],
    safetyHref: '/safety/',
    onadd: (...said) => answer('add', ...said),
    onchange: (...said) => answer('change', ...said),
    onremove: (idea: OwnIdea) => asked.push(['remove', idea]),
    onhide: (idea: Idea, isHidden: boolean) => asked.push(['hide', idea.id, isHidden])
  });
  return asked;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = page.getByLabelText('An idea of your own');

test('an idea is added with what it asks for, and the form is empty again', async () => {
  const asked = await show(NO_IDEAS);
  await field.fill('  Feed the ducks ');
  await page.getByRole('checkbox', { name: 'Out' }).click();
  await button('Add this idea').click();
  expect(asked).toEqual([['add', 'Feed the ducks', ['out']]]);
  await expect.element(field).toHaveValue('');
  await expect.element(page.getByRole('checkbox', { name: 'Out' })).not.toBeChecked();
});

test('an idea that speaks of danger offers the safety page', async () => {
  await show(NO_IDEAS);
  await field.fill('Hide where he cannot hit me');
  await expect
    .element(page.getByRole('link', { name: 'To the safety page' }))
    .toHaveAttribute('href', '/safety/');
});

test('what could not be kept stays in the form', async () => {
  await show(NO_IDEAS, false);
  await field.fill('Feed the ducks');
  await button('Add this idea').click();
  await expect.element(field).toHaveValue('Feed the ducks');
});

test('an idea without words, or one that is there, is refused with a reason', async () => {
  const asked = await show(OWN);
  await button('Add this idea').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The idea needs a few words.');
  await field.fill('Feed the ducks');
  await button('Add this idea').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('This idea is there already.');
  expect(asked).toEqual([]);
});

test('an own idea is changed in its place; a built-in one cannot be', async () => {
  const asked = await show(OWN);
  expect(button(/^Change: /).elements()).toHaveLength(1);
  await button('Change: Feed the ducks').click();
  await page.getByLabelText('Change: Feed the ducks').fill('Feed the swans');
  await button('Save').click();
  expect(asked).toEqual([['change', DUCKS, 'Feed the swans', ['short', 'out']]]);
  await expect.element(button('Change: Feed the ducks')).toBeVisible();
});

test('any idea is hidden or brought back, an own one deleted', async () => {
  const asked = await show(hideIdea(OWN, 'hug', true));
  await button(/^Bring back: Hold each other/).click();
  await button('Hide: Feed the ducks').click();
  await button('Delete: Feed the ducks').click();
  expect(asked).toEqual([
    ['hide', 'hug', false],
    ['hide', 'own', true],
    ['remove', DUCKS]
  ]);
});
