import type { Chart, Plugin } from 'chart.js';
import type { ChartScene } from './chartScene.ts';
import { middleOf, pausePlaces } from './chartWeeks.ts';

/** How an outline is dashed, in pixels. */
export const DASHES = [3, 3];

/** Draws the pauses and the chosen week behind the data, and a dot on the line. */
export function marks(scene: ChartScene): Plugin<'bar' | 'line'> {
  return {
    id: 'marks',
    beforeDatasetsDraw: (chart) => {
      const { statements, chosen, colours, pauses } = scene;
      for (const pause of pauses) {
        fillSpan(chart, pausePlaces(pause, statements), colours.paused, colours.outline, DASHES);
      }
      const from = chosen ? statements.indexOf(chosen) : -1;
      if (from >= 0) fillSpan(chart, { from, to: from + 1 }, colours.chosen, colours.edge);
    },
    afterDatasetsDraw: (chart) => drawDot(chart, scene)
  };
}

/** Fills a stretch of time over the whole height; nothing where it lies outside the chart. */
function fillSpan(
  { ctx, chartArea, scales: { x } }: Chart,
  { from, to }: { from: number; to: number },
  colour: string,
  edge: string,
  dashes: readonly number[] = []
): void {
  if (!x || to <= x.min || from >= x.max) return;
  const start = x.getPixelForValue(Math.max(from, x.min));
  const end = x.getPixelForValue(Math.min(to, x.max));
  ctx.save();
  ctx.fillStyle = colour;
  ctx.strokeStyle = edge;
  ctx.setLineDash([...dashes]);
  ctx.beginPath();
  ctx.roundRect(Math.min(start, end), chartArea.top, Math.abs(end - start), chartArea.height, 4);
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

function drawDot({ ctx, scales: { x, y } }: Chart, scene: ChartScene): void {
  const { statements, chosen, colours } = scene;
  if (!chosen || !statements.includes(chosen) || !x || !y) return;
  ctx.save();
  ctx.beginPath();
  ctx.arc(
    x.getPixelForValue(middleOf(statements.indexOf(chosen))),
    y.getPixelForValue(chosen.closing),
    5,
    0,
    2 * Math.PI
  );
  ctx.fillStyle = colours.balance;
  ctx.strokeStyle = colours.ground;
  ctx.lineWidth = 2;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}
