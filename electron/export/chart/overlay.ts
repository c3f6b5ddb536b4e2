/** What a reading adds to the drawing: centre line, limits, former values, intervals and breaks. */
import type { Chart, ChartDataset, Plugin } from 'chart.js';
import type { EndLabel } from '#electron/export/chart/labels.ts';
import { GREY, INK } from '#electron/export/house.ts';
import { overlays, readSeries, signalPoints } from '#shared/chart/overlay.ts';
import type { PackChart } from '#shared/pack/document.ts';

/** Points of a signal: another colour and another shape. */
export const SIGNAL = '#F46A25';

const DASHES = { centre: [], limit: [2, 3], former: [] };

/** The extra lines as Chart.js wants them, after all series. */
export function overlaySets(chart: PackChart): readonly ChartDataset<'line', (number | null)[]>[] {
  return overlays(chart).map(({ kind, values }) => ({
    type: 'line' as const,
    data: [...values],
    borderColor: GREY,
    borderDash: DASHES[kind],
    borderWidth: kind === 'former' ? 2 : 1.5,
    showLine: kind !== 'former',
    pointRadius: kind === 'former' ? 5 : 0,
    pointBackgroundColor: '#FFFFFF',
    pointBorderColor: INK,
    spanGaps: true,
    order: kind === 'former' ? 0.5 : 3,
  }));
}

/** Names of the extra lines, to stand at their ends. */
export function overlayNames(chart: PackChart, offset: number): readonly EndLabel[] {
  return overlays(chart).flatMap(({ kind, name }, i) =>
    name === null ? [] : [{ index: offset + i, lines: [name], colour: GREY, dash: DASHES[kind] }],
  );
}

/** Shape, size and colour of each point of a series. */
export function pointLook(chart: PackChart, index: number, colour: string) {
  const read = readSeries(chart);
  const marked = read && chart.series[index]?.name === read.name ? signalPoints(read.reading) : new Set();
  const each = <T>(plain: T, signal: T) => chart.labels.map((_, at) => (marked.has(at) ? signal : plain));
  return {
    pointRadius: each(3.5, 6),
    pointStyle: each('circle' as const, 'rectRot' as const),
    pointBackgroundColor: each(colour, SIGNAL),
    pointBorderColor: each(colour, INK),
  };
}

/** How far the intervals reach, so that the scale holds them. */
export function highest(chart: PackChart): number | undefined {
  const highs = chart.series.flatMap(({ intervals }) =>
    (intervals ?? []).flatMap((one) => (one ? [one.high] : [])),
  );
  return highs.length === 0 ? undefined : Math.max(...highs);
}

/** Brackets about points whose share is one of few cases. */
export function brackets(chart: PackChart, sideways: boolean): Plugin {
  return {
    id: 'brackets',
    afterDatasetsDraw(drawn) {
      chart.series.forEach(({ intervals }, index) => {
        intervals?.forEach((interval, at) => {
          const point = drawn.getDatasetMeta(index).data[at];
          const scale = drawn.scales[sideways ? 'x' : 'y'];
          if (!interval || !point || !scale) return;
          const [low, high] = [scale.getPixelForValue(interval.low), scale.getPixelForValue(interval.high)];
          bracket(drawn, sideways ? point.y : point.x, low, high, sideways);
        });
      });
    },
  };
}

function bracket({ ctx }: Chart, across: number, low: number, high: number, sideways: boolean): void {
  const at = (along: number, aside: number): [number, number] =>
    sideways ? [along, across + aside] : [across + aside, along];
  ctx.save();
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.25;
  ctx.beginPath();
  ctx.moveTo(...at(low, 0));
  ctx.lineTo(...at(high, 0));
  for (const end of [low, high]) {
    ctx.moveTo(...at(end, -4));
    ctx.lineTo(...at(end, 4));
  }
  ctx.stroke();
  ctx.restore();
}

/** An upright line where the definition changed, named at its head. */
export function breakLines(chart: PackChart, font: string): Plugin {
  const places = [...new Set(chart.series.flatMap(({ breaks }) => (breaks ?? []).map(({ at }) => at)))];
  return {
    id: 'breakLines',
    beforeDatasetsDraw(drawn) {
      const { ctx, chartArea, scales } = drawn;
      for (const at of places) {
        const [before, after] = [
          scales.x?.getPixelForValue(at - 1) ?? 0,
          scales.x?.getPixelForValue(at) ?? 0,
        ];
        const x = (before + after) / 2;
        ctx.save();
        ctx.strokeStyle = INK;
        ctx.lineWidth = 1;
        ctx.setLineDash([8, 3]);
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        ctx.font = font;
        ctx.fillStyle = INK;
        ctx.textAlign = x > (chartArea.left + chartArea.right) / 2 ? 'right' : 'left';
        ctx.fillText('Definition changed', x + (ctx.textAlign === 'right' ? -5 : 5), chartArea.top + 8);
        ctx.restore();
      }
    },
  };
}

/** A line across the bars at the value all are held against. */
export function referenceLine({ reference }: PackChart, font: string, sideways: boolean): Plugin {
  return {
    id: 'referenceLine',
    afterDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }) {
      const at = reference && scales[sideways ? 'x' : 'y']?.getPixelForValue(reference.value);
      if (!reference || at === undefined) return;
      ctx.save();
      ctx.strokeStyle = '#801650';
      ctx.lineWidth = 2;
      ctx.setLineDash([6, 4]);
      ctx.beginPath();
      ctx.moveTo(...(sideways ? ([at, top] as const) : ([left, at] as const)));
      ctx.lineTo(...(sideways ? ([at, bottom] as const) : ([right, at] as const)));
      ctx.stroke();
      ctx.font = font;
      ctx.fillStyle = INK;
      ctx.textBaseline = 'bottom';
      const name = `${reference.value}: ${reference.name}`;
      if (sideways) ctx.fillText(name, at + 4, top);
      else ctx.fillText(name, left + 4, at - 3);
      ctx.restore();
    },
  };
}
