import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { questionsRecord } from '#lib/practices/questions/record.ts';
import Roots from '#lib/practices/roots/Roots.svelte';
import { keepRecord, startAnew } from '../ground.ts';

beforeEach(startAnew);

const PARTS = [
  'You’re not the only one',
  'How doubt feeds itself',
  'What you learned early',
  'Who hurt you before',
  'How you see yourself',
  'The two of you'
];

test('what it reminds of is gathered in own words, the newest first', async () => {
  await render(Roots);
  await expect.element(page.getByText('you’ll see your words here')).toBeVisible();
  for (const name of PARTS) await expect.element(page.getByRole('heading', { name })).toBeVisible();
  const answers = ['My father left.', '', 'The summer before.'];
  for (const [number, rootNote] of answers.entries()) {
    const id = `01900000-0000-7000-8000-00000000000${number}`;
    const stamp = { id, now: Date.UTC(2026, 10, 20 + number, 12), zone: 'UTC' };
    const facts = questionsRecord.plain({ fear: 'They leave.', rootNote });
    await keepRecord('questions', questionsRecord.create(facts, stamp));
  }
  const quotes = page.getByRole('blockquote');
  await expect
    .poll(() => quotes.elements().map((quote) => quote.textContent))
    .toEqual(['The summer before.', 'My father left.']);
  await expect.element(page.getByText('you’ll see your words here')).not.toBeInTheDocument();
});
