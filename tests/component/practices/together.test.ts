import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { BUILT_IN_ACTS } from '#lib/account/model/acts.ts';
import { ABOUTS, type Facts, newEntry } from '#lib/account/model/entry.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';
import { thanksWords } from '#lib/account/thanks.ts';
import { LINE_MAX } from '#lib/record/field.ts';
import PromiseMaker from '#lib/practices/promise/PromiseMaker.svelte';
import type { PromiseFault } from '#lib/practices/promise/record.ts';
import IdeaPicker from '#lib/practices/together/IdeaPicker.svelte';
import IdeasEditor from '#lib/practices/together/IdeasEditor.svelte';
import {
  addIdea,
  hideIdea,
  type Idea,
  type IdeaList,
  NO_IDEAS,
  type OwnIdea
} from '#lib/practices/together/model/ideas.ts';
import { changeIdeas, currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { formState } from './formState.svelte.ts';
import { startAnew } from '../ground.ts';

// Half-written forms are read from the database, which earlier tests may have left locked.
beforeEach(startAnew);

describe('picking an idea', () => {
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
    await button('Suggest an idea').click();
    await expect.element(status).toHaveTextContent('Feed the ducks');
    await button('Suggest another').click();
    await expect.element(status).toHaveTextContent(/^Hold each other/);
    expect(seen).toEqual([['own'], ['own', 'hug']]);
    await button('Use this one').click();
    await expect
      .element(field)
      .toHaveValue('Hold each other until you have both breathed out ten times');
    await expect.element(status).toHaveTextContent(/^Chosen: Hold each other/);
    await expect.element(button('Suggest an idea')).toHaveFocus();
  });

  test('only ideas with all of the chosen tags are drawn and listed', async () => {
    await show(OWN, [0, 0, 0]);
    for (const name of ['5 minutes', 'Evening', 'Out', 'Something new']) await filter(name);
    await page.getByText('See 1 idea').click();
    await expect
      .element(page.getByRole('listitem'))
      .toHaveTextContent(/^Stand outside in the dark/);
    await button('Suggest an idea').click();
    await expect.element(status).toHaveTextContent(/^Stand outside in the dark/);
    await button('Suggest another').click();
    await expect.element(status).toHaveTextContent(/^Stand outside in the dark/);
  });

  test('an idea that a new filter leaves out goes', async () => {
    await show(OWN);
    await button('Suggest an idea').click();
    await filter('Evening');
    await expect.element(status).toHaveTextContent('');
    await expect.element(button('Use this one')).not.toBeInTheDocument();
  });

  test('where nothing fits it says so', async () => {
    const { rerender } = await show(OWN);
    const hidden = ['moon', 'sounds'];
    await rerender({ ideas: { ...OWN, hidden } });
    for (const name of ['5 minutes', 'Evening', 'Out']) await filter(name);
    await expect.element(status).toHaveTextContent('No idea has all of these. Try fewer.');
    await expect.element(button('Suggest an idea')).toBeDisabled();
  });

  test('an idea is chosen from the list', async () => {
    await show(OWN);
    await page.getByText(/^See all/).click();
    await button('Feed the ducks').click();
    await expect.element(field).toHaveValue('Feed the ducks');
    await expect.element(page.getByRole('list')).not.toBeInTheDocument();
  });

  test('the drawn idea is hidden on demand', async () => {
    const { hidden } = await show(OWN);
    await button('Suggest an idea').click();
    await button('Don’t show this one').click();
    expect(hidden).toEqual([DUCKS]);
    await expect.element(button('Use this one')).not.toBeInTheDocument();
  });
});

describe('the editor of ideas', () => {
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

  test('an idea is added with what it asks for', async () => {
    const asked = await show(NO_IDEAS);
    // Words that nobody sees are none.
    await field.fill('\u200b');
    await button('Add this idea').click();
    await expect.element(field).toHaveAccessibleDescription(/./);
    await field.fill('  Feed the ducks ');
    await page.getByRole('checkbox', { name: 'Out' }).click();
    await button('Add this idea').click();
    expect(asked).toEqual([['add', 'Feed the ducks', ['out']]]);
  });

  test('an idea that speaks of danger offers the safety page', async () => {
    await show(NO_IDEAS);
    await field.fill('Hide where he cannot hit me');
    await expect
      .element(page.getByRole('link', { name: 'Go to Safety' }))
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
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Write a few words for the idea.');
    await field.fill('Feed the ducks');
    await button('Add this idea').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('That idea is already there.');
    expect(asked).toEqual([]);
  });

  test('an own idea is changed in its place; a built-in one cannot be', async () => {
    const asked = await show(OWN);
    await expect.poll(() => button(/^Edit: /).elements()).toHaveLength(1);
    await button('Edit: Feed the ducks').click();
    await page.getByLabelText('Edit: Feed the ducks').fill('Feed the swans');
    await button('Save').click();
    const key = 'together/idea/changed/own';
    expect(asked).toEqual([['change', DUCKS, 'Feed the swans', ['short', 'out'], key]]);
    await expect.element(button('Edit: Feed the ducks')).toBeVisible();
  });

  test('any idea is hidden or brought back, an own one deleted', async () => {
    const asked = await show(hideIdea(OWN, 'hug', true));
    await button(/^Show again: Hold each other/).click();
    await button('Hide: Feed the ducks').click();
    await button('Delete: Feed the ducks').click();
    expect(asked).toEqual([
      ['hide', 'hug', false],
      ['hide', 'own', true],
      ['remove', DUCKS]
    ]);
  });
});

describe('the list of ideas', () => {
  beforeEach(emptyAccount);

  test('there is nothing of the user’s own at first', async () => {
    expect(await currentIdeas()).toEqual(NO_IDEAS);
  });

  test('another tab’s words are neither undone nor removed, and what is done already is done', async () => {
    const ducks: OwnIdea = { id: 'a', text: 'Feed the ducks', tags: ['new', 'out'] };
    const swans = { ...ducks, text: 'Feed the swans' };
    const geese: OwnIdea = { id: 'a', text: 'Feed the geese', tags: ['out', 'new'] };
    await changeIdeas([{ add: ducks }]);
    await changeIdeas([{ change: swans, was: ducks }]);
    await changeIdeas([{ change: swans, was: ducks }]);
    await changeIdeas([{ change: geese, was: swans }]);
    const changed = { fault: 'changed' };
    const late = { change: ducks, was: swans };
    await expect(changeIdeas([late])).rejects.toMatchObject(changed);
    await expect(changeIdeas([{ remove: 'a', was: swans }])).rejects.toMatchObject(changed);
    expect((await currentIdeas()).own).toEqual([geese]);
    await changeIdeas([{ remove: 'a', was: geese }]);
    await changeIdeas([{ remove: 'a', was: geese }]);
    await expect(changeIdeas([late])).rejects.toMatchObject(changed);
    expect((await currentIdeas()).own).toEqual([]);
  });

  test('changes at the same time, as of two tabs, are all kept', async () => {
    await Promise.all([
      changeIdeas([{ add: { id: 'a', text: 'Feed the ducks', tags: ['out'] } }]),
      changeIdeas([{ hide: 'hug', isHidden: true }]),
      changeIdeas([{ add: { id: 'b', text: 'Feed the swans', tags: [] } }]),
      changeIdeas([{ see: ['moon'] }])
    ]);
    const { own, hidden, seen } = await currentIdeas();
    expect(own.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect({ hidden, seen }).toEqual({ hidden: ['hug'], seen: ['moon'] });
  });
});

describe('thanks', () => {
  const SUNDAY = '2026-11-22';
  const on = (day: string, facts: Facts) =>
    newEntry(facts, { id: '', now: Date.parse(`${day}T12:00Z`), zone: 'UTC' });
  const act = (day: string, act: string, note = '') =>
    on(day, { kind: 'act', by: 'partner', act, ...(note && { note }) });
  const bid = (day: string) => on(day, { kind: 'bid', by: 'me', response: 'toward' });

  test('a day is named so that it can be no other', () => {
    expect(
      thanksWords(
        [act('2026-11-15', 'kiss'), act('2026-11-16', 'laugh'), act(SUNDAY, 'time')],
        SUNDAY
      )
    ).toEqual([
      expect.stringMatching(/^Thank you for the kiss on Sunday,? (15 November|November 15)\.$/),
      'You made me laugh on Monday. Thank you.',
      'Thank you for making time for me today.'
    ]);
  });

  test('bids that say no more are each thanked for in other words', () => {
    const said = thanksWords([bid(SUNDAY), bid(SUNDAY), bid(SUNDAY)], SUNDAY);
    expect(new Set(said).size).toBe(3);
  });

  test('own acts stand in their own words, and what was noted stays private', () => {
    expect(thanksWords([act(SUNDAY, 'Walked the dog', 'in the\nrain.')], SUNDAY)).toEqual([
      'Thank you for what you did today: Walked the dog.'
    ]);
  });

  test('every one fits on its line', () => {
    const entries = [
      ...BUILT_IN_ACTS.map((name) => act('2026-11-01', name, 'long '.repeat(400))),
      act('2026-11-01', 'x'.repeat(60), 'y'.repeat(2000)),
      ...ABOUTS.map((about) =>
        on(SUNDAY, { kind: 'bid', by: 'me', response: 'toward', about, note: 'z'.repeat(2000) })
      )
    ];
    const said = thanksWords(entries, SUNDAY);
    expect(said.filter((words) => words.length > LINE_MAX)).toEqual([]);
    expect(said.filter((words) => /long long|yyy|zzz/.test(words))).toEqual([]);
  });
});

describe('making a promise', () => {
  const show = (fault?: PromiseFault, text = '') =>
    render(PromiseMaker, {
      value: formState({ text, by: 'me' as const, due: '' }),
      today: '2026-11-23',
      fault
    });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const day = page.getByLabelText('Another day');

  test('a day is chosen by its name, or any other', async () => {
    await show();
    await button('this weekend').click();
    await expect.element(day).toHaveValue('2026-11-29');
    await expect.element(button('this weekend')).toHaveAttribute('aria-pressed', 'true');
    await day.fill('2026-11-30');
    await expect.element(button('in a week')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('this weekend')).toHaveAttribute('aria-pressed', 'false');
  });

  test('what can hardly be checked is told after a rest, and goes when it is mended', async () => {
    await show();
    const field = page.getByLabelText('What’s the promise?');
    await field.fill('I will never be late');
    const hint = page.getByText(/can’t be checked on one day/);
    await expect.element(hint).not.toBeInTheDocument();
    await expect.element(hint).toBeVisible();
    await field.fill('I am home by seven');
    await expect.element(hint).not.toBeInTheDocument();
  });

  test('why it cannot be kept is told', async () => {
    await show('due', 'I call');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose the day');
  });
});
