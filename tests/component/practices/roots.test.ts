import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { pauseRecord } from '#lib/practices/pause/record.ts';
import { questionsRecord } from '#lib/practices/questions/record.ts';
import Roots from '#lib/practices/roots/Roots.svelte';
import { thoughtRecord } from '#lib/practices/thought/record.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import roots from '../../../src/i18n/messages/en/roots.json' with { type: 'json' };
import { db } from '../database.ts';
import { keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

const NOON = Date.UTC(2026, 10, 20, 12);

beforeEach(startAnew);

const PARTS = [
  'You’re not the only one',
  'How doubt feeds itself',
  'What you learned early',
  'Who hurt you before',
  'How you see yourself',
  'The two of you'
];

let announcer: Announcer;

async function show() {
  [announcer] = make(() => new Announcer());
  await render(Roots, { tell: announcer.tell });
}

const quotes = () =>
  page
    .getByRole('blockquote')
    .elements()
    .map((quote) => quote.textContent);

test('a note without words is refused by its field', async () => {
  await show();
  await page.getByRole('button', { name: 'Save' }).click();
  const field = page.getByRole('textbox', { name: 'What does it remind you of?' });
  await expect.element(field).toHaveAccessibleDescription('Write a few words first.');
});

test('what it reminds of is gathered in own words, the newest first', async () => {
  await show();
  for (const name of PARTS) await expect.element(page.getByRole('heading', { name })).toBeVisible();
  for (const text of [roots.roots_common_known, roots.roots_circle_known])
    await expect.element(page.getByText(text)).toBeVisible();
  const answers = ['My father left.', '', 'The summer before.'];
  for (const [number, rootNote] of answers.entries()) {
    const id = `01900000-0000-7000-8000-00000000000${number}`;
    const stamp = { id, now: Date.UTC(2026, 10, 20 + number, 12), zone: 'UTC' };
    const facts = questionsRecord.plain({ fear: 'They leave.', rootNote });
    await keepRecord('questions', questionsRecord.create(facts, stamp));
  }
  await expect.poll(quotes).toEqual(['The summer before.', 'My father left.']);
  const now = Date.UTC(2026, 10, 25, 12);
  const pause = { feeling: 'sad', rootNote: 'The empty house.' };
  const stamp = { id: '01900000-0000-7000-8000-000000000008', now, zone: 'UTC' };
  await keepRecord('groundings', pauseRecord.create(pauseRecord.plain(pause), stamp));
  await expect.poll(quotes).toContain('The empty house.');
  await page.getByRole('button', { name: 'Leave behind' }).first().click();
  await expect.poll(quotes).not.toContain('The empty house.');
  const [left] = await db.groundings.toArray();
  expect(left).toMatchObject({ feeling: 'sad' });
  expect(left).not.toHaveProperty('rootNote');
});

test('a memory is written here, added to, and left behind, and that is undone', async () => {
  const facts = { thought: 'They leave.', rootNote: 'The empty house.' };
  const stamp = { id: '01900000-0000-7000-8000-000000000009', now: NOON, zone: 'UTC' };
  await keepRecord('thoughts', thoughtRecord.create(thoughtRecord.plain(facts), stamp));
  await show();
  const field = page.getByLabelText('What does it remind you of?');
  const press = (name: string) => page.getByRole('button', { name }).first().click();
  await field.fill('The late train.');
  await press('Save');
  await expect.poll(quotes).toEqual(['The late train.', 'The empty house.']);
  for (const name of ['Add to it', 'Leave behind']) {
    const button = page.getByRole('button', { name }).last().element();
    const what = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(what?.textContent).toContain('The empty house.');
  }
  await press('Add to it');
  await expect.element(field).toHaveValue('The late train.');
  await field.fill('The late train, and the rain.');
  await press('Save');
  await expect.poll(quotes).toEqual(['The late train, and the rain.', 'The empty house.']);
  await press('Leave behind');
  await expect.poll(quotes).toEqual(['The empty house.']);
  expect(await db.questions.count()).toBe(0);
  await announcer.undo();
  await expect.poll(quotes).toHaveLength(2);
  await page.getByRole('button', { name: 'Leave behind' }).last().click();
  await expect.poll(quotes).toEqual(['The late train, and the rain.']);
  expect(await db.thoughts.toArray()).toMatchObject([{ thought: 'They leave.' }]);
});

test('the page has no more than 600 words', () => {
  const words = Object.entries(roots).filter(([key]) => !key.startsWith('$'));
  expect(words.flatMap(([, text]) => text.split(/\s+/)).length).toBeLessThan(600);
});
