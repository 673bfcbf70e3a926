import { beforeEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import AgreementForm from '#lib/practices/agreement/Form.svelte';
import { Work } from '#lib/practices/form/stepsPage.svelte.ts';
import FearForm from '#lib/practices/fear/Form.svelte';
import GentlyForm from '#lib/practices/gently/Form.svelte';
import Fair from '#lib/practices/ground/Fair.svelte';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import MakingUpForm from '#lib/practices/makingUp/Form.svelte';
import QuestionsForm from '#lib/practices/questions/Form.svelte';
import ThoughtForm from '#lib/practices/thought/Form.svelte';
import BreatheTogether from '#lib/practices/two/BreatheTogether.svelte';
import ForTwo from '#lib/practices/two/ForTwo.svelte';
import Listening from '#lib/practices/two/Listening.svelte';
import Questions from '#lib/practices/two/Questions.svelte';
import { Decisions } from '#lib/reminders/ui/reminderList.svelte.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const form = { triggers: [], brought: undefined, onbrought: () => undefined, texts: [] };
const work = <T extends 'questions' | 'thoughts' | 'fears' | 'requests' | 'apologies'>(table: T) =>
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
  ['Say it gently', 4, () => render(GentlyForm, { ...form, work: work('requests') })],
  [
    'Making up',
    3,
    () => render(MakingUpForm, { work: work('apologies'), mark: '', about: undefined, texts: [] })
  ],
  [
    'Agreements',
    1,
    () => {
      const [practice] = make(() => new Practice('agreements'));
      return render(AgreementForm, { practice, texts: [] });
    }
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
    const fields = page
      .getByRole('textbox')
      .elements()
      .filter((field) => !field.closest('[hidden]'));
    const field = fields.find((field) => field instanceof HTMLTextAreaElement) ?? fields[0];
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

/** What two do on one phone: what it's called, how it's shown, and what leads on from each screen. */
const FOR_TWO: readonly [name: string, show: () => unknown, ...onward: string[]][] = [
  [
    'Listen',
    () => render(Listening),
    ...['I’ve said it', 'Yes, that’s it', 'I’ve said it', 'Yes, that’s it']
  ],
  [
    'Questions for two',
    () => render(Questions, { tell: new Announcer().tell }),
    ...['Draw a question', 'Another question']
  ],
  [
    'Breathe together',
    () => render(BreatheTogether, { decisions: make(() => new Decisions())[0] }),
    ...['Breathe for three minutes', 'Stop here']
  ],
  ['For two', () => render(ForTwo)]
];

test.each(FOR_TWO)('%s takes four screens or less, and is left at each', async (...way) => {
  const [, show, ...onward] = way;
  expect(onward.length).toBeLessThanOrEqual(4);
  for (let left = 0; left <= onward.length; left += 1) {
    await show();
    for (const name of onward.slice(0, left)) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await cleanup();
    expect(await db.drafts.count()).toBe(0);
  }
});
