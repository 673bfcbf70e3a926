import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { statementWords } from '#lib/account/weeks/words.ts';
import WeekSlider from '#lib/account/weeks/WeekSlider.svelte';
import { statementOf } from './statement.ts';

const WEEKS = [
  statementOf('2026-11-02', 0, 5, 0),
  statementOf('2026-11-09', 5, 10, 4),
  statementOf('2026-11-16', 11, 3, 1)
];

test('keys move the chosen week within the range, and its statement is read out', async () => {
  const children = createRawSnippet(() => ({ render: () => '<span></span>' }));
  const text = (index: number) => {
    const week = WEEKS[index];
    return week ? statementWords(week, '2026-11-22') : '';
  };
  const props = { count: 3, index: 2, text: text(2), children };
  const view = await render(WeekSlider, {
    ...props,
    onchoose: (index: number) => void view.rerender({ index, text: text(index) })
  });
  const slider = view.getByRole('slider', { name: 'Week on the chart' });
  const values: (string | null)[] = [];
  (slider.element() as HTMLElement).focus();
  for (const key of ['ArrowLeft', 'Home', 'ArrowLeft', 'ArrowRight', 'End', 'ArrowRight']) {
    await userEvent.keyboard(`{${key}}`);
    values.push(slider.element().getAttribute('aria-valuenow'));
  }
  expect(values).toEqual(['2', '1', '1', '2', '3', '3']);
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .element(slider)
    .toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/opening 5, faded 0, deposits \+10, withdrawals −4, closing 11$/)
    );
});
