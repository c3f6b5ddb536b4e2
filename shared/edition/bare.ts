/** Charts and tables without what rests on more than their published numbers: what was said of them, and their order. */
import type { PackChart, PackTable } from '#shared/pack/document.ts';

/**
 * Points and breaks alone. What was said of the points, limits, intervals and former values rest on figures an
 * edition may withhold: they are worked out again from what it prints, or not shown.
 */
export function bareChart({ message: _, ...chart }: PackChart): PackChart {
  const series = chart.series.map(({ name, values, keys, dashed, breaks }) => ({
    name,
    values,
    ...(keys ? { keys } : {}),
    ...(dashed ? { dashed } : {}),
    ...(breaks ? { breaks } : {}),
  }));
  return unranked({ ...chart, series, notes: [] });
}

/** By name: the place of a withheld number among ranked ones would bound it. */
function unranked(chart: PackChart): PackChart {
  const { ranked, ...rest } = chart;
  if (!ranked) return rest;
  const order = chart.labels
    .map((_, i) => i)
    .sort((a, b) => byName(chart.labels[a] ?? '', chart.labels[b] ?? ''));
  const inOrder = <T>(list: readonly T[]) => order.flatMap((i) => list.slice(i, i + 1));
  const series = chart.series.map((one) => ({
    ...one,
    values: inOrder(one.values),
    ...(one.keys ? { keys: inOrder(one.keys) } : {}),
  }));
  return { ...rest, labels: inOrder(chart.labels), series };
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows of a table, by name where they were ranked by their numbers. */
export function unrankedRows({ ranked, rows }: PackTable): PackTable['rows'] {
  if (!ranked) return rows;
  const body = rows.filter(({ total }) => !total).sort((a, b) => byName(a.label, b.label));
  return [...body, ...rows.filter(({ total }) => total)];
}
