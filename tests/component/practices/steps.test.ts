import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Steps from '#lib/practices/form/Steps.svelte';

const body = (name: string) =>
  createRawSnippet(() => ({ render: () => `<label>${name} <input></label>` }));

const STEPS = [
  {
    id: 'a',
    part: 'Notice',
    question: 'What was it?',
    hints: ['One word will do.', 'Or two.'],
    isAnswered: true,
    body: body('a')
  },
  { id: 'b', question: 'Who knows?', why: 'Take your time.', isAnswered: false, body: body('b') },
  { id: 'c', question: 'And now?', isAnswered: false, body: body('c') }
];

/** Shows the steps and counts how often they were finished. */
async function show(props: Partial<{ index: number; canFinish: boolean; error: string }> = {}) {
  const finished: number[] = [];
  await render(Steps, {
    steps: STEPS,
    index: 0,
    finish: 'Save',
    onfinish: () => finished.push(1),
    ...props
  });
  return finished;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name });

test('one question at a time: on, past, back, and the new one has the focus', async () => {
  const finished = await show();
  await expect.element(heading('What was it?')).toBeVisible();
  // The page has just opened: what has the focus keeps it.
  expect(document.activeElement).toBe(document.body);
  await expect.element(page.getByText('Notice')).toBeVisible();
  expect(heading('Who knows?').elements()).toEqual([]);
  expect(button('Back').elements()).toEqual([]);
  await button('Next').click();
  await expect.element(heading('Who knows?')).toHaveFocus();
  await expect.element(page.getByText('Take your time.')).toBeVisible();
  await button('Skip').click();
  await expect.element(heading('And now?')).toHaveFocus();
  await button('Back').click();
  await expect.element(heading('Who knows?')).toHaveFocus();
  await button('Skip').click();
  await button('Save').click();
  expect(finished).toEqual([1]);
});

test('Enter in a line goes on', async () => {
  await show();
  await page.getByRole('textbox').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Who knows?')).toHaveFocus();
});

test('any question is reached from any other', async () => {
  await show();
  const way = page.getByText('Step 1 of 3');
  await way.click();
  await expect.element(page.getByRole('button', { name: 'What was it? answered' })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'What was it?' }))
    .toHaveAttribute('aria-current', 'step');
  await button('And now?').click();
  await expect.element(heading('And now?')).toHaveFocus();
  await expect.element(button('Who knows?')).not.toBeInTheDocument();
});

test('hints open on demand', async () => {
  await show();
  const hint = page.getByText('One word will do.');
  await expect.element(hint).not.toBeVisible();
  await page.getByText('Hints').click();
  await expect.element(hint).toBeVisible();
  await button('Next').click();
  expect(page.getByText('Hints').elements()).toEqual([]);
});

test('what is there can be kept as it is, where it can be kept', async () => {
  const finished = await show({ canFinish: true });
  await button('Keep it as it is').click();
  expect(finished).toEqual([1]);
});

test('the last step has one button to keep it, and an error is read out', async () => {
  await show({ index: 2, canFinish: true, error: 'Write it first.' });
  expect(button('Keep it as it is').elements()).toEqual([]);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Write it first.');
});

test.each([
  [-1, 'What was it?'],
  [9, 'And now?']
])('an index of %d from an older draft shows a question that there is', async (index, name) => {
  await show({ index });
  await expect.element(heading(name)).toBeVisible();
});
