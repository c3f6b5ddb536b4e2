/** Names set beside the ends of lines, so that nobody has to match colours with a legend. */
import type { Chart, Plugin } from 'chart.js';
import { INK } from '#electron/export/house.ts';

export interface EndLabel {
  readonly index: number;
  /** The series' name, broken into the lines it is set in. */
  readonly lines: readonly string[];
  readonly colour: string;
  readonly dash: readonly number[];
}

interface Placed extends EndLabel {
  readonly x: number;
  readonly at: number;
  readonly y: number;
}

const LINE = 15;

/** Behind every drawing, whatever page it lands on. */
export const paper: Plugin = {
  id: 'paper',
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = '#FFFFFF';
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

/** Moves labels apart, as little as it takes, keeping their order. Positions are in pixels from the top. */
export function spread(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  const placed = order.map(({ y }) => y);
  for (let i = 1; i < placed.length; i++) {
    placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + gap);
  }
  const over = Math.max(0, (placed.at(-1) ?? 0) - bottom);
  let limit = Number.POSITIVE_INFINITY;
  for (let i = placed.length - 1; i >= 0 && over > 0; i--) {
    placed[i] = Math.max(
      top + i * gap,
      Math.min(placed[i] ?? 0, limit, bottom - (placed.length - 1 - i) * gap),
    );
    limit = (placed[i] ?? 0) - gap;
  }
  const result: number[] = [];
  order.forEach(({ index }, i) => {
    result[index] = placed[i] ?? 0;
  });
  return result;
}

function place(chart: Chart, labels: readonly EndLabel[]): readonly Placed[] {
  const found = labels.flatMap((label) => {
    const points = chart.getDatasetMeta(label.index).data;
    const values = chart.data.datasets[label.index]?.data ?? [];
    const last = values.findLastIndex((value) => value !== null);
    const point = points[last];
    return point ? [{ ...label, x: point.x, at: point.y }] : [];
  });
  const { top, bottom } = chart.chartArea;
  const ys = spread(
    found.map((label) => label.at),
    LINE * Math.max(1, ...found.map((label) => label.lines.length)),
    top,
    bottom,
  );
  return found.map((label, index) => ({ ...label, y: ys[index] ?? label.at }));
}

/** Draws each name to the right of the plot, tied to its line by a short leader in the line's colour. */
export function endLabels(labels: readonly EndLabel[], font: string): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const right = chart.chartArea.right;
      ctx.save();
      ctx.font = font;
      ctx.textBaseline = 'middle';
      for (const label of place(chart, labels)) {
        ctx.strokeStyle = label.colour;
        ctx.lineWidth = 2;
        ctx.setLineDash(label.x < right - 1 ? [1, 3] : [...label.dash]);
        ctx.beginPath();
        ctx.moveTo(label.x + 5, label.at);
        ctx.lineTo(right + 14, label.y);
        ctx.stroke();
        ctx.fillStyle = INK;
        label.lines.forEach((line, at) => {
          ctx.fillText(line, right + 18, label.y + (at - (label.lines.length - 1) / 2) * LINE);
        });
      }
      ctx.restore();
    },
  };
}

/** Writes each bar's value at its end. */
export function barValues(write: (value: number) => string, font: string, sideways: boolean): Plugin {
  return {
    id: 'barValues',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = font;
      ctx.fillStyle = INK;
      ctx.textBaseline = 'middle';
      ctx.strokeStyle = '#FFFFFF';
      ctx.lineWidth = 3;
      ctx.lineJoin = 'round';
      ctx.textAlign = sideways ? 'left' : 'center';
      chart.data.datasets.forEach((dataset, index) => {
        if (dataset.type === 'line') return;
        chart.getDatasetMeta(index).data.forEach((bar, at) => {
          const value = dataset.data[at];
          if (typeof value !== 'number') return;
          const text = write(value);
          const back = value < 0 ? ctx.measureText(text).width + 4 : -4;
          const [x, y] = sideways ? [bar.x - back, bar.y] : [bar.x, bar.y + (value < 0 ? 9 : -9)];
          ctx.strokeText(text, x, y);
          ctx.fillText(text, x, y);
        });
      });
      ctx.restore();
    },
  };
}
