/** A chart as PowerPoint draws it: what its reading adds are series of their own, with their data in the workbook. */
import { overlays, readSeries, signalPoints } from '#shared/chart/overlay.ts';
import type { ChartSeries, PackChart } from '#shared/pack/document.ts';

export interface DrawnSeries extends ChartSeries {
  /** What an added series is, and so how it is drawn. */
  readonly line?: 'centre' | 'limit' | 'former';
  /** Positions of points that are part of a signal. */
  readonly signals?: readonly number[];
}

export type DrawnChart = Omit<PackChart, 'series'> & { readonly series: readonly DrawnSeries[] };

const UNNAMED = {
  centre: 'Earlier centre line',
  limit: 'Earlier limit',
  former: 'First returned as',
} as const;

export function overlaid(chart: PackChart): DrawnChart {
  const read = readSeries(chart);
  const signals = read ? [...signalPoints(read.reading)] : [];
  const own = chart.series.map((series): DrawnSeries => {
    const marked = read?.name === series.name && signals.length > 0;
    return marked ? { ...series, signals } : series;
  });
  const added = overlays(chart).map(
    ({ kind, name, values }): DrawnSeries => ({
      name: name ?? UNNAMED[kind],
      values,
      dashed: true,
      line: kind,
    }),
  );
  return { ...chart, series: [...own, ...distinct(added)] };
}

/** Two stretches before a break may bear one name: columns of the workbook may not. */
function distinct(series: readonly DrawnSeries[]): readonly DrawnSeries[] {
  const seen = new Map<string, number>();
  return series.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}
