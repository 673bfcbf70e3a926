import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import Own from '#lib/practices/ground/Own.svelte';
import OwnSentence from '#lib/practices/ground/OwnSentence.svelte';
import { sentenceRecord } from '#lib/practices/ground/record.ts';
import TakeSentence from '#lib/practices/ground/TakeSentence.svelte';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { db } from '../database.ts';
import { keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const TEXT = 'I can ask again tomorrow.';
const STAMP = { id: '01900000-0000-7000-8000-000000000001', now: 0, zone: 'UTC' };

test('a sentence comes back, on Today once that is chosen', async () => {
  await keepRecord('sentences', sentenceRecord.create({ fair: TEXT }, STAMP));
  const [practice] = make(() => new Practice('sentences'));
  await render(Own, { practice, onwrite: () => undefined });
  await render(OwnSentence, { day: '2026-11-29' });
  const shown = page.getByRole('blockquote');
  await expect.element(shown).toHaveTextContent(TEXT);
  await render(OwnSentence, { day: '2026-11-29', isChosen: true });
  expect(shown.elements()).toHaveLength(1);
  await page.getByText(TEXT).first().click();
  await page.getByRole('checkbox', { name: 'Show on Today' }).click();
  await expect.poll(() => shown.elements()).toHaveLength(2);
  await page.getByRole('checkbox', { name: 'Show on Today' }).click();
  await expect.poll(() => shown.elements()).toHaveLength(1);
  expect(await db.sentences.get(STAMP.id)).not.toHaveProperty('onToday');
});

test('a sentence is taken from a thought in one tap, once, until that is undone', async () => {
  const [announcer] = make(() => new Announcer());
  await render(TakeSentence, { text: TEXT, tell: announcer.tell });
  const take = page.getByRole('button', { name: 'Save as a sentence that helps' });
  await expect.element(take).toBeVisible();
  // Faster than the database tells of the first.
  const button = take.element() as HTMLElement;
  button.click();
  button.click();
  await expect.element(take).not.toBeInTheDocument();
  expect(await db.sentences.toArray()).toMatchObject([{ harsh: '', friend: '', fair: TEXT }]);
  await announcer.undo();
  await expect.element(take).toBeVisible();
});
