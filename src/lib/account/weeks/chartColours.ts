/** What the chart is painted with. */
export interface ChartColours {
  readonly deposit: string;
  readonly withdrawal: string;
  readonly hatching: CanvasPattern | string;
  readonly balance: string;
  readonly band: string;
  /** Where fillings don't tell it: the edges of the band and of what is paused. */
  readonly outline: string;
  readonly grid: string;
  readonly zero: string;
  readonly text: string;
  readonly chosen: string;
  readonly edge: string;
  readonly paused: string;
  /** What lies behind the chart. */
  readonly ground: string;
}

/** The colours as the style sheet has them now, read off the canvas: a canvas knows no variables. */
export function readColours(canvas: HTMLCanvasElement): ChartColours {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => {
    canvas.style.color = `var(--chart-${name})`;
    return style.color;
  };
  const withdrawal = colour('withdrawal');
  return {
    deposit: colour('deposit'),
    withdrawal,
    hatching: hatching(withdrawal, colour('withdrawal-soft')),
    balance: colour('balance'),
    band: colour('band'),
    outline: colour('outline'),
    grid: colour('grid'),
    zero: colour('zero'),
    text: colour('text'),
    chosen: colour('chosen'),
    edge: colour('edge'),
    paused: colour('paused'),
    ground: colour('ground')
  };
}

const TILE = 6;

/** Slanted lines: withdrawals differ from deposits without colour. */
function hatching(line: string, ground: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const scale = window.devicePixelRatio;
  tile.width = tile.height = TILE * scale;
  const context = tile.getContext('2d');
  if (!context) return line;
  context.scale(scale, scale);
  context.fillStyle = ground;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = line;
  context.lineWidth = 1.75;
  for (const shift of [-TILE, 0, TILE]) {
    context.moveTo(shift - 1, TILE + 1);
    context.lineTo(shift + TILE + 1, -1);
  }
  context.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? line;
}
