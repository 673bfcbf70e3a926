import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { newEntry } from '#lib/account/model/entry.ts';
import { record } from '#lib/account/store/ledger.ts';
import { CheckInWriting } from '#lib/practices/checkIn/checkInWriting.svelte.ts';
import DueFear from '#lib/practices/fear/DueFear.svelte';
import { fearRecord } from '#lib/practices/fear/record.ts';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import Fair from '#lib/practices/ground/Fair.svelte';
import Goals from '#lib/practices/ground/Goals.svelte';
import Own from '#lib/practices/ground/Own.svelte';
import { goalRecord, sentenceRecord, winRecord } from '#lib/practices/ground/record.ts';
import Wins from '#lib/practices/ground/Wins.svelte';
import { Work } from '#lib/practices/form/stepsPage.svelte.ts';
import MakingUpForm from '#lib/practices/makingUp/Form.svelte';
import { questionsRecord } from '#lib/practices/questions/record.ts';
import Notes from '#lib/practices/roots/Notes.svelte';
import { allOf } from '#lib/practices/store/records.ts';
import ThoughtForm from '#lib/practices/thought/Form.svelte';
import { thoughtRecord } from '#lib/practices/thought/record.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { today } from '#lib/time/clock.ts';
import { addDays } from '#lib/time/day.ts';
import { stamp } from '#lib/time/stamp.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { entry, keepRecord, startAnew } from '../ground.ts';
import { db } from '../database.ts';
import { make } from '../making.svelte.ts';
import { watch } from '../watch.svelte.ts';

beforeEach(startAnew);

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('what a thought reminds of stays with it where another thought comes', async () => {
  const half = { thought: 'They left me out.', rootNote: 'The empty house.', isLong: true };
  await keepDraft('thoughts', { ...thoughtRecord.plain({}), ...half });
  const [work] = make(() => new Work('thoughts'));
  await expect.poll(() => work.isReady).toBe(true);
  await render(ThoughtForm, {
    work,
    triggers: [],
    brought: thoughtRecord.plain({ thought: 'They forgot me.' }),
    onbrought: () => undefined,
    texts: []
  });
  await button('Save it and start the new one').click();
  await expect
    .poll(() => readDraft('thoughts'))
    .toMatchObject({ thought: 'They forgot me.', rootNote: '' });
  expect(await allOf('thoughts')).toMatchObject([{ rootNote: 'The empty house.' }]);
});

test('a line about a fear stays where its card goes, until it’s answered, and is undone with that', async () => {
  const fear = fearRecord.create({ prediction: 'They leave.', by: today() }, stamp());
  await keepRecord('fears', fear);
  const announcer = new Announcer();
  const shown = { record: fear, tell: announcer.tell };
  const card = await render(DueFear, shown);
  await button('It went differently').click();
  await page.getByRole('textbox').fill('They were early');
  await card.unmount();
  const again = await render(DueFear, shown);
  await expect.element(page.getByRole('textbox')).toHaveValue('They were early');
  await button('Save').click();
  await expect.poll(() => allOf('fears')).toMatchObject([{ line: 'They were early' }]);
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await again.unmount();
  await announcer.undo();
  await render(DueFear, shown);
  await expect.element(page.getByRole('textbox')).toHaveValue('They were early');
});

test('a half-written apology isn’t shown as one for another moment', async () => {
  const [work] = make(() => new Work('apologies'));
  await expect.poll(() => work.isReady).toBe(true);
  const show = (mark: string) =>
    render(MakingUpForm, { work, mark, about: `moment ${mark}`, texts: [] });
  const first = await show('a');
  await expect.element(page.getByText('moment a')).toBeVisible();
  await page.getByRole('textbox').fill('I raised my voice.');
  await first.unmount();
  const second = await show('b');
  await expect.element(page.getByRole('textbox')).toHaveValue('I raised my voice.');
  expect(page.getByText('moment b').elements()).toEqual([]);
  await second.unmount();
  await show('a');
  await expect.element(page.getByText('moment a')).toBeVisible();
});

test('the full check-in after the short one proposes all thank-yous, but for own words', async () => {
  const noon = Date.parse(`${addDays(today(), -3)}T12:00Z`);
  for (const act of ['helped', 'laugh', 'brought']) {
    await record(newEntry({ kind: 'act', by: 'partner', act }, stamp(noon)));
  }
  const [writing] = make(() => new CheckInWriting(new Practice('checkIns')));
  watch(() => writing.line);
  await expect.poll(() => writing.isReady).toBe(true);
  const { draft } = writing;
  const look = async (isShort: boolean, count: number) => {
    draft.value.step = 0;
    draft.value.isShort = isShort;
    draft.value.step = 1;
    await expect.poll(() => draft.value.thanks.length).toBe(count);
  };
  await look(true, 1);
  await look(false, 3);
  await look(true, 1);
  draft.value.thanks = ['Thank you for the soup'];
  await look(false, 1);
});

const ground = { ground: 'goals' as const, onwrite: () => undefined };
const practiceOf = <T extends 'goals' | 'wins' | 'sentences'>(table: T) =>
  make(() => new Practice(table))[0];
const stampOf = (number: number) => ({ id: entry(number).id, now: Date.now(), zone: 'UTC' });

/** What a place is called; keeps a record there, with words; shows the place; opens the form of a record. */
const PLACES: readonly [
  string,
  (number: number, text: string) => Promise<unknown>,
  () => PromiseLike<unknown>,
  (text: string) => Promise<void>
][] = [
  [
    'goals',
    (number, text) =>
      keepRecord('goals', goalRecord.create({ text, ground: 'goals' }, stampOf(number))),
    () => render(Goals, { practice: practiceOf('goals'), ...ground }),
    (text) => button(`Edit ${text}`).click()
  ],
  [
    'wins',
    (number, text) =>
      keepRecord('wins', winRecord.create({ text, ground: 'goals' }, stampOf(number))),
    () => render(Wins, { practice: practiceOf('wins'), ...ground }),
    openInList
  ],
  [
    'sentences',
    (number, fair) => keepRecord('sentences', sentenceRecord.create({ fair }, stampOf(number))),
    () => render(Own, { practice: practiceOf('sentences'), onwrite: () => undefined }),
    openInList
  ],
  [
    'harsh sentences',
    (number, harsh) => {
      const facts = { harsh, friend: '', fair: harsh };
      return keepRecord('sentences', sentenceRecord.create(facts, stampOf(number)));
    },
    () => render(Fair, { practice: practiceOf('sentences'), onwrite: () => undefined }),
    openInList
  ],
  [
    'roots',
    (number, rootNote) =>
      keepRecord('questions', questionsRecord.create({ rootNote }, stampOf(number))),
    () => render(Notes, { tell: new Announcer().tell }),
    async (text) => {
      const quote = page.getByText(text, { exact: true }).element().closest('[id]');
      const press = document.querySelector<HTMLElement>(`[aria-describedby="${quote?.id}"]`);
      press?.click();
    }
  ]
];

async function openInList(text: string) {
  const line = page.getByRole('listitem').filter({ hasText: text });
  if (!line.element().querySelector('details')?.open) await line.getByText(text).first().click();
  await line.getByRole('button', { name: 'Edit' }).click();
}

test.each(PLACES)('each of two %s keeps what was half changed in it', async (...place) => {
  const [, keep, show, open] = place;
  for (const [at, text] of ['tea', 'soup'].entries()) await keep(at + 1, text);
  await show();
  const field = page.getByRole('textbox').first();
  const holds = (words: string) => expect.element(field).toHaveValue(words);
  for (const text of ['tea', 'soup']) {
    await expect.element(page.getByText(text).first()).toBeInTheDocument();
    await open(text);
    await holds(text);
    await field.fill(`more ${text}`);
  }
  await open('tea');
  await holds('more tea');
  await button('Discard changes').click();
  await holds('');
  await open('tea');
  await holds('tea');
  await open('soup');
  await holds('more soup');
  await expect.poll(async () => JSON.stringify(await db.drafts.toArray())).not.toContain('tea');
});
