import type { ChartDataset, ChartOptions, ScriptableContext } from 'chart.js';
import type { Statement } from '../model/statement.ts';
import type { ChartScene } from './chartScene.ts';
import { DASHES } from './chartMarks.ts';
import { timeTicks } from './chartWeeks.ts';
import { formatAmount } from '#lib/ui/format.ts';

type Dataset = ChartDataset<'bar' | 'line', number[]>;

/** A new account's few weeks stand at the end of as much room as these take. */
const FEWEST_WEEKS = 4;

/** What each dataset shows of a week, in the order of {@link datasets}. */
const VALUES: readonly ((statement: Statement) => number)[] = [
  ({ closing }) => closing,
  ({ closing, band }) => closing + band,
  ({ closing, band }) => closing - band,
  ({ deposits }) => deposits,
  ({ withdrawals }) => -withdrawals
];

/** The numbers of each dataset for these weeks. */
export function chartValues(statements: readonly Statement[]): number[][] {
  return VALUES.map((value) => statements.map(value));
}

/** The line, the two edges of its band, the bars up and the bars down; the line lies on top. */
export function datasets(scene: ChartScene): Dataset[] {
  const edge = {
    type: 'line',
    data: [],
    borderColor: () => scene.colours.outline,
    borderWidth: 1,
    borderDash: DASHES,
    pointRadius: 0
  } as const;
  return [
    {
      type: 'line',
      data: [],
      borderColor: () => scene.colours.balance,
      borderWidth: 2.25,
      borderJoinStyle: 'round',
      pointRadius: 0
    },
    { ...edge, data: [], fill: '+1', backgroundColor: () => scene.colours.band },
    { ...edge, data: [] },
    bars(() => scene.colours.deposit, 0),
    {
      ...bars(() => scene.colours.hatching, 1),
      borderColor: () => scene.colours.withdrawal
    }
  ];
}

function bars(
  backgroundColor: (context: ScriptableContext<'bar'>) => string | CanvasPattern,
  borderWidth: number
): ChartDataset<'bar', number[]> {
  return {
    type: 'bar',
    data: [],
    backgroundColor,
    borderWidth,
    borderRadius: 3,
    stack: 'week',
    barPercentage: 0.68,
    categoryPercentage: 1,
    maxBarThickness: 28
  };
}

/** How the chart behaves. `onchoose` is told the place on the time axis that was tapped. */
export function chartOptions(
  canvas: HTMLCanvasElement,
  scene: ChartScene,
  onchoose: (index: number) => void
): ChartOptions<'bar' | 'line'> {
  const { direction, fontFamily } = getComputedStyle(canvas);
  const isRtl = direction === 'rtl';
  const font = { family: fontFamily, size: 12 };
  const text = { color: () => scene.colours.text, font, padding: 6 };
  return {
    maintainAspectRatio: false,
    events: ['click'],
    onClick: ({ x }, _, { scales }) => {
      const index = Math.floor(scales['x']?.getValueForPixel(x ?? NaN) ?? NaN);
      if (scene.statements[index]) onchoose(index);
    },
    scales: { x: timeAxis(scene, text, isRtl), y: balanceAxis(scene, text, isRtl) }
  };
}

type Axis = NonNullable<ChartOptions<'bar' | 'line'>['scales']>[string];
type Text = Pick<NonNullable<NonNullable<Axis>['ticks']>, 'color' | 'font' | 'padding'>;

function timeAxis(scene: ChartScene, text: Text, isRtl: boolean): Axis {
  return {
    type: 'linear',
    bounds: 'data',
    offset: false,
    reverse: isRtl,
    afterDataLimits: (axis) => {
      axis.max = scene.statements.length;
      axis.min = Math.min(0, axis.max - FEWEST_WEEKS);
    },
    afterBuildTicks: (axis) => (axis.ticks = timeTicks(scene.statements)),
    ticks: {
      ...text,
      autoSkip: false,
      maxRotation: 0,
      callback: (_, index, ticks) => ticks[index]?.label
    },
    grid: { display: false },
    border: { display: false }
  };
}

function balanceAxis(scene: ChartScene, text: Text, isRtl: boolean): Axis {
  return {
    type: 'linear',
    position: isRtl ? 'right' : 'left',
    ticks: {
      ...text,
      maxTicksLimit: 9,
      precision: 0,
      callback: (value) => formatAmount(Number(value))
    },
    grid: {
      drawTicks: false,
      color: ({ tick }) => (tick?.value === 0 ? scene.colours.zero : scene.colours.grid)
    },
    border: { display: false }
  };
}
