import type { Pause } from '../model/awayDays.ts';
import type { Statement } from '../model/statement.ts';
import type { ChartColours } from './chartColours.ts';

/** What the chart shows. Plain values: a proxy in a chart updates without end. */
export interface ChartScene {
  colours: ChartColours;
  /** Oldest week first. */
  statements: readonly Statement[];
  pauses: readonly Pause[];
  /** The chosen week. */
  chosen: Statement | undefined;
}
