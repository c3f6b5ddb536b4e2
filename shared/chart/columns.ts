/** The data behind a chart as columns: its points, then what is drawn about them. */
import { readSeries } from '#shared/chart/overlay.ts';
import type { PackChart } from '#shared/pack/document.ts';

export interface ChartColumn {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Worked out from the points: may have decimals where they have none, and is blank rather than missing. */
  readonly derived: boolean;
}

export function chartColumns(chart: PackChart): readonly ChartColumn[] {
  const own = chart.series.map(({ name, values }) => ({ name, values, derived: false }));
  return [...own, ...readColumns(chart), ...chart.series.flatMap((_, i) => pointColumns(chart, i))];
}

function readColumns(chart: PackChart): readonly ChartColumn[] {
  const read = readSeries(chart);
  if (!read || read.reading.method === 'line') return [];
  const { method, centre, lower, upper } = read.reading;
  if (method === 'run') return [{ name: 'Median', values: centre, derived: true }];
  return [
    { name: 'Mean', values: centre, derived: true },
    { name: 'Lower limit', values: lower, derived: true },
    { name: 'Upper limit', values: upper, derived: true },
  ];
}

function pointColumns({ series }: PackChart, index: number): readonly ChartColumn[] {
  const { name = '', intervals, former } = series[index] ?? {};
  const ends = (of: 'low' | 'high') => (intervals ?? []).map((interval) => interval?.[of] ?? null);
  return [
    ...(former ? [{ name: `${name}, first returned as`, values: former, derived: true }] : []),
    ...(intervals
      ? [
          { name: `${name}, 95% interval from`, values: ends('low'), derived: true },
          { name: `${name}, 95% interval to`, values: ends('high'), derived: true },
        ]
      : []),
  ];
}
