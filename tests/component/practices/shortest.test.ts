import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { Work } from '#lib/practices/form/stepsPage.svelte.ts';
import FearForm from '#lib/practices/fear/Form.svelte';
import GentlyForm from '#lib/practices/gently/Form.svelte';
import Fair from '#lib/practices/ground/Fair.svelte';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import QuestionsForm from '#lib/practices/questions/Form.svelte';
import ThoughtForm from '#lib/practices/thought/Form.svelte';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const form = { triggers: [], brought: undefined, onbrought: () => undefined, texts: [] };
const work = <T extends 'questions' | 'thoughts' | 'fears' | 'requests'>(table: T) =>
  make(() => new Work(table))[0];

const FORMS: readonly [name: string, screens: number, show: () => unknown, shortcut?: string][] = [
  ['Three questions', 4, () => render(QuestionsForm, { ...form, work: work('questions') })],
  ['Check a thought', 4, () => render(ThoughtForm, { ...form, work: work('thoughts') })],
  ['Test a fear', 3, () => render(FearForm, { ...form, work: work('fears') })],
  [
    'Say it gently, from a beginning',
    2,
    () => render(GentlyForm, { ...form, work: work('requests') }),
    'I miss us, and want time together'
  ],
  [
    'Be fair to myself',
    3,
    () => {
      const [practice] = make(() => new Practice('sentences'));
      return render(Fair, { practice, onwrite: () => undefined });
    }
  ]
];

test.each(FORMS)('%s takes %i screens, and what is written outlives each', async (...shown) => {
  const [, screens, show, shortcut] = shown;
  await show();
  const heading = page.getByRole('heading', { level: 2 });
  const onward = page.getByRole('button', { name: /^(Next|Skip)$/ });
  const seen = new Set<string>();
  for (;;) {
    await expect.poll(() => seen.has(heading.first().element().textContent ?? '')).toBe(false);
    seen.add(heading.first().element().textContent ?? '');
    const field = page
      .getByRole('textbox')
      .elements()
      .find((field) => !field.closest('[hidden]'));
    if (field && !shortcut) {
      const words = `words of ${seen.size}`;
      await page.elementLocator(field).fill(words);
      await expect.poll(async () => JSON.stringify(await db.drafts.toArray())).toContain(words);
    }
    if (seen.size === 1 && shortcut) await page.getByRole('button', { name: shortcut }).click();
    else if (onward.elements().length === 0) break;
    else await onward.click();
  }
  expect(seen.size).toBe(screens);
});
