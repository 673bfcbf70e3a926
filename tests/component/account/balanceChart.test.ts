import { Chart } from 'chart.js';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BalanceChart from '#lib/account/weeks/BalanceChart.svelte';
import { statementOf } from './statement.ts';

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
