import { Chart } from 'chart.js';
import { createRawSnippet } from 'svelte';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { statements } from '#lib/account/model/statement.ts';
import { EARLIER_TERMS } from '#lib/account/model/terms.ts';
import { rateBetween } from '#lib/account/model/rate.ts';
import BalanceFigure from '#lib/account/weeks/BalanceFigure.svelte';
import BalanceChart from '#lib/account/weeks/BalanceChart.svelte';
import RateCard from '#lib/account/weeks/RateCard.svelte';
import StatementTable from '#lib/account/weeks/StatementTable.svelte';
import WeekSlider from '#lib/account/weeks/WeekSlider.svelte';
import { statementWords } from '#lib/account/weeks/words.ts';
import { statementOf } from './statement.ts';

describe('the chart of the balance', () => {
  const WEEKS = [statementOf('2026-11-09', 0, 10, 4), statementOf('2026-11-16', 6, 3, 1)];

  function drawn(): { canvas: HTMLCanvasElement; chart: Chart } {
    const canvas = document.querySelector('canvas');
    const chart = canvas && Chart.getChart(canvas);
    if (!chart) throw new Error('no chart');
    return { canvas, chart };
  }

  const numbers = () => drawn().chart.data.datasets.map(({ data }) => data);

  test('the line, its band and the bars hold the statements, and follow them', async () => {
    const props = { statements: WEEKS, pauses: [], chosen: WEEKS[1] };
    const { rerender } = await render(BalanceChart, props);
    expect(numbers()).toEqual([
      [6, 8],
      [8, 10],
      [4, 6],
      [10, 3],
      [-4, -1]
    ]);
    const { chart } = drawn();
    const next = [...WEEKS, statementOf('2026-11-23', 8, 1, 5)];
    await rerender({ statements: next });
    expect(drawn().chart).toBe(chart);
    expect(numbers()[0]).toEqual([6, 8, 4]);
    expect(numbers()[4]).toEqual([-4, -1, -5]);
  });

  test('a tap on a week tells its place', async () => {
    const onchoose = vi.fn();
    await render(BalanceChart, { statements: WEEKS, pauses: [], chosen: WEEKS[1], onchoose });
    const { canvas, chart } = drawn();
    canvas.parentElement?.style.setProperty('block-size', '300px');
    await expect.poll(() => chart.height).toBe(300);
    const x = chart.scales['x']?.getPixelForValue(Number(chart.data.labels?.[0])) ?? NaN;
    await userEvent.click(canvas, { position: { x, y: 100 } });
    await expect.poll(() => onchoose.mock.calls).toEqual([[0]]);
  });

  test('where one reads from the right, time and the arrows run to the left', async () => {
    document.documentElement.dir = 'rtl';
    onTestFinished(() => void (document.documentElement.dir = ''));
    const onchoose = vi.fn();
    await render(BalanceChart, { statements: WEEKS, pauses: [], chosen: WEEKS[1] });
    const { x, y } = drawn().chart.scales;
    const [first, last] = [0, 1].map((place) => x?.getPixelForValue(place) ?? NaN);
    expect(first).toBeGreaterThan(last ?? NaN);
    expect(y?.position).toBe('right');
    const children = createRawSnippet(() => ({ render: () => '<span></span>' }));
    const view = await render(WeekSlider, { count: 2, index: 1, text: '', children, onchoose });
    (view.getByRole('slider').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onchoose.mock.calls).toEqual([[0]]);
  });

  test('a chart that is gone leaves nothing behind', async () => {
    const { unmount } = await render(BalanceChart, {
      statements: WEEKS,
      pauses: [],
      chosen: WEEKS[1]
    });
    const { canvas } = drawn();
    await unmount();
    expect(Chart.getChart(canvas)).toBeUndefined();
  });
});

describe('the table of statements', () => {
  test('the table holds the rounded statements, newest first, and every row adds up', async () => {
    const tallies = [
      { day: '2026-11-11', counts: { 'bid:partner:toward': 10, 'bid:me:away': 1 } },
      { day: '2026-11-18', counts: { act: 4, 'bid:me:against': 1 } }
    ];
    const weeks = statements(tallies, EARLIER_TERMS, [], 1, '2026-11-22');
    const pauses = [{ from: '2026-11-21', to: '2026-11-22' }];
    const view = await render(StatementTable, {
      ...{ statements: weeks, pauses },
      today: '2026-11-22',
      onprint: () => undefined
    });
    const table = view.getByRole('table', { name: 'Weekly statement' });
    const columns = ['Week', 'Started at', 'Faded', 'Deposits', 'Withdrawals', 'Balance'];
    for (const name of columns) {
      await expect.element(table.getByRole('columnheader', { name })).toBeInTheDocument();
    }
    const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent.replace(/\s/g, ''))
    );
    // 8·2^(−4/28) = 7.25 ends the first week. Seven days leave 6.09 of it, four 0.91 of the −1: 5.19.
    expect(rows).toEqual([
      ['7', '−1', '+4', '−5', '5±6'],
      ['0', '−1', '+10', '−2', '7±3']
    ]);
    await expect.element(table.getByText('Time off: 2 days.')).toBeVisible();
  });
});

describe('the slider of weeks', () => {
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
        expect.stringMatching(
          /started at 5, faded 0, good moments \+10, missed and hard ones −4, ended at 11\.$/
        )
      );
  });
});

/** Puts each text into elements of its own, as a browser that translates the page does. */
function translate(root: Element): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.trim()) found.push(text);
  }
  for (const text of found) {
    const font = document.createElement('font');
    font.append(text.data);
    text.replaceWith(font);
  }
}

test('on a page that the browser has translated the balance still changes, and is covered', async () => {
  const props = { balance: 1, isShaping: false, isHidden: false, onopen: () => undefined };
  const { container, rerender } = await render(BalanceFigure, props);
  const figure = container.querySelector('.figure');
  translate(container);
  await rerender({ balance: 2 });
  expect(figure?.textContent.trim()).toBe('2');
  translate(container);
  await rerender({ isHidden: true });
  expect(figure?.textContent).not.toContain('2');
});

describe('how often I turned toward', () => {
  const show = (toward: number, missed: number) => {
    const day = '2026-11-16';
    const counts = { 'bid:partner:toward': toward, 'bid:partner:away': missed };
    const rate = rateBetween([{ day, counts }], day, day);
    return render(RateCard, { rate, before: undefined, weeks: 4, aboutHref: '/about/' });
  };

  test.each([
    [0, 0, 'Not enough yet: you haven’t logged any of their bids in these weeks.'],
    [9, 0, 'You’ll see a share here after ten of their bids. 9 so far.'],
    [0, 9, 'You’ll see a share here after ten of their bids. 9 so far.']
  ])('of %i met and %i missed there is no share yet', async (toward, missed, words) => {
    const { container, getByText } = await show(toward, missed);
    await expect.element(getByText(words)).toBeVisible();
    expect(container.textContent).not.toContain('%');
  });

  test.each([
    [0, 10],
    [1, 400],
    [10, 0]
  ])('of %i met and %i missed nothing says none in a hundred', async (toward, missed) => {
    const { container } = await show(toward, missed);
    expect(container.textContent).toContain(toward === 0 ? 'None yet' : '%');
    expect(container.textContent).not.toMatch(/(?<!\d)0( ?%|–)/);
  });
});
