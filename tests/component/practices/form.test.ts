import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import PastList from '#lib/practices/form/PastList.svelte';
import Scale from '#lib/practices/form/Scale.svelte';
import Steps from '#lib/practices/form/Steps.svelte';
import TriggerField from '#lib/practices/form/TriggerField.svelte';
import { winRecord, type Win } from '#lib/practices/ground/record.ts';
import { promiseRecord, type PromiseMade } from '#lib/practices/promise/record.ts';
import type { OnLog } from '#lib/practices/registry.ts';

describe('the steps', () => {
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
    await button('Save it as it is').click();
    expect(finished).toEqual([1]);
  });

  test('the last step has one button to keep it, and an error is read out', async () => {
    await show({ index: 2, canFinish: true, error: 'Write it first.' });
    expect(button('Save it as it is').elements()).toEqual([]);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Write it first.');
  });

  test.each([
    [-1, 'What was it?'],
    [9, 'And now?']
  ])('an index of %d from an older draft shows a question that there is', async (index, name) => {
    await show({ index });
    await expect.element(heading(name)).toBeVisible();
  });
});

describe('past records', () => {
  const win = (number: number) =>
    winRecord.create({ text: `win ${number}` }, { id: `${number}`, now: number, zone: 'UTC' });

  const search = page.getByRole('searchbox', { name: 'Search what you wrote' });
  const status = page.getByRole('status');
  const titles = () => page.getByRole('listitem').elements().length;

  /** A list that lets go of what is deleted, as a page does. */
  async function show(count: number) {
    let records = Array.from({ length: count }, (_, index) => win(count - index));
    const view = await render(PastList<Win>, {
      title: 'Earlier',
      records,
      titleOf: ({ text }) => text,
      kind: winRecord,
      body: createRawSnippet<[Win]>((row) => ({ render: () => `<p>All of ${row().text}</p>` })),
      onedit: () => undefined,
      ondelete: (row) => {
        records = records.filter((other) => other !== row);
        void view.rerender({ records });
      }
    });
  }

  const open = (title: string) => page.getByText(title, { exact: true }).click();
  const remove = () => page.getByRole('button', { name: 'Delete' }).click();

  test('a search that leaves too few to be searched for can still be ended', async () => {
    await show(5);
    await search.fill('WIN 3');
    await expect.element(status).toHaveTextContent('1 match');
    await open('win 3');
    await remove();
    await expect.element(status).toHaveTextContent('No matches.');
    await search.clear();
    await expect.poll(titles).toBe(4);
    await expect.element(search).not.toBeInTheDocument();
  });

  test('whoever deletes goes on from the next one, and after the last from the one before', async () => {
    await show(3);
    await open('win 2');
    await remove();
    const line = (title: string) =>
      page.getByText(title, { exact: true }).element().closest('summary');
    await expect.poll(() => document.activeElement).toBe(line('win 1'));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('All of win 1')).toBeVisible();
    await remove();
    await expect.poll(() => document.activeElement).toBe(line('win 3'));
  });

  test('of hundreds twenty are shown, and the keys go on with those that come', async () => {
    await show(350);
    expect(titles()).toBe(20);
    await page.getByRole('button', { name: 'Show more' }).click();
    expect(titles()).toBe(40);
    expect(document.activeElement?.textContent).toContain('win 330');
    await search.fill('win 34');
    await expect.element(status).toHaveTextContent('11 matches');
  });
});

test('a record with something to tell says where it is not on the log', async () => {
  const made = (outcome: 'kept' | 'renegotiated', number: number) =>
    promiseRecord.create(
      { text: `${outcome} ${number}`, by: 'me', due: '2026-11-22', outcome },
      { id: `${number}`, now: number, zone: 'UTC' }
    );
  await render(PastList<PromiseMade & OnLog>, {
    title: 'Earlier',
    records: [made('kept', 1), { ...made('kept', 2), isOnLog: true }, made('renegotiated', 3)],
    titleOf: ({ text }) => text,
    kind: promiseRecord,
    body: createRawSnippet(() => ({ render: () => '<p></p>' })),
    onedit: () => undefined,
    ondelete: () => undefined
  });
  const says = page
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);
  expect(says.map((text) => text.includes('Not counted in your balance'))).toEqual([
    true,
    false,
    false
  ]);
});

describe('the trigger', () => {
  const KNOWN = ['no answer', 'out with friends', 'c', 'd', 'e', 'f', 'g', 'a'.repeat(200)];

  test('one that was named before is chosen with one press, a new one is written', async () => {
    await render(TriggerField, { label: 'What brought this on?', value: '', known: KNOWN });
    const chosen = page.getByRole('button', { name: 'out with friends', exact: true });
    await expect.element(chosen).toHaveAttribute('aria-pressed', 'false');
    await chosen.click();
    await expect.element(chosen).toHaveAttribute('aria-pressed', 'true');
    const field = page.getByRole('textbox', { name: 'What brought this on?' });
    await expect.element(field).toHaveValue('out with friends');
    await field.fill('a closed door');
    await expect.element(chosen).toHaveAttribute('aria-pressed', 'false');
  });

  test('only the commonest and the usual ones are shown, and a long one stays on its line', async () => {
    const known = [...KNOWN].reverse();
    const { container } = await render(TriggerField, { label: 'What?', value: '', known });
    expect(page.getByRole('button').elements()).toHaveLength(8);
    const [long] = page.getByRole('button').elements();
    expect(long?.getBoundingClientRect().right).toBeLessThanOrEqual(
      container.getBoundingClientRect().right
    );
  });

  test('the usual ones are there from the start, each once', async () => {
    const known = ["they haven't answered"];
    await render(TriggerField, { label: 'What brought this on?', value: '', known });
    const names = page.getByRole('group', { name: 'Pick one' }).getByRole('button').elements();
    expect(names.map((button) => button.textContent.trim())).toEqual([
      "they haven't answered",
      'They’re busy',
      'They’re out with friends',
      'They seemed quiet'
    ]);
  });
});

describe('the scale', () => {
  const WORDS = { label: 'Belief', max: 100, low: 'not at all', high: 'completely' };

  const slider = () => page.getByRole('slider', { name: 'Belief' });
  const figure = () => document.querySelector('output')?.textContent;

  test('it says nothing until it is touched, and can be left out again', async () => {
    await render(Scale, { ...WORDS, value: null });
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'not set yet');
    expect(figure()).toBe('–');
    await slider().fill('80');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '80');
    expect(figure()).toBe('80');
    await page.getByRole('button', { name: 'Skip the number' }).click();
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'not set yet');
    await expect.element(slider()).toHaveFocus();
  });

  test('a press in the middle says the middle', async () => {
    await render(Scale, { ...WORDS, value: null });
    await slider().click();
    expect(figure()).toBe('50');
  });

  test('keys move it', async () => {
    await render(Scale, { ...WORDS, value: 40 });
    await slider().click();
    await userEvent.keyboard('{End}');
    expect(figure()).toBe('100');
    await userEvent.keyboard('{ArrowLeft}');
    expect(figure()).toBe('99');
  });
});
