/** Trend charts over the periods in the store. */
import type { BoardDefinition, Measure, PackSection } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { PackChart } from '#shared/pack/document.ts';
import { formatOf } from '#shared/pack/lookup.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

type ChartRequest = PackSection['charts'][number];
type Grain = 'quarter' | 'year';

/**
 * The charts a section asks for, each by quarter and by year where at least two such periods have figures.
 * Nothing after the pack's own period is shown.
 */
export function trendCharts(
  section: PackSection,
  period: string,
  definition: BoardDefinition,
  figures: readonly Figure[],
): readonly PackChart[] {
  return section.charts.flatMap((request) =>
    (['quarter', 'year'] as const).flatMap((grain) => {
      const chart = trendChart(section, request, grain, period, definition, figures);
      return chart ? [chart] : [];
    }),
  );
}

function trendChart(
  section: PackSection,
  request: ChartRequest,
  grain: Grain,
  period: string,
  definition: BoardDefinition,
  figures: readonly Figure[],
): PackChart | null {
  const measure = definition.measures.find((m) => m.code === request.measure);
  if (!measure) return null;
  const shown = figures.filter((figure) => isPoint(figure, request, grain, period));
  const labels = [...new Set(shown.map((figure) => figure.key.period))].sort(byEnd);
  if (labels.length < 2) return null;
  const lines = request.programmes.flatMap((code) => {
    const points = labels.map((label) =>
      shown.find((f) => f.key.programme === code && f.key.period === label),
    );
    const name = definition.programmes.find((p) => p.code === code)?.name ?? code;
    return points.some((point) => point) ? [{ name, points }] : [];
  });
  const series = lines.map(({ name, points }) => ({
    name,
    values: points.map((point) => point?.quantity.value ?? null),
  }));
  return {
    kind: 'chart',
    id: `trend-${section.code}-${request.measure}-${grain}`,
    caption: `${request.title}, ${labels[0]} to ${labels.at(-1)}`,
    alt: altText(request.title, measure, labels, lines),
    type: labels.length < 4 ? 'bar' : 'line',
    unit: unitOf(shown, measure),
    labels,
    series,
    notes: missingNotes(series, labels),
  };
}

function isPoint(figure: Figure, request: ChartRequest, grain: Grain, period: string): boolean {
  const { key } = figure;
  return (
    key.measure === request.measure &&
    key.aspect === 'value' &&
    Object.keys(key.dims).length === 0 &&
    parsePeriod(key.period)?.kind === grain &&
    (periodEnd(key.period) ?? 0) <= (periodEnd(period) ?? 0)
  );
}

function byEnd(a: string, b: string): number {
  return (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0);
}

function unitOf(figures: readonly Figure[], measure: Measure): PackChart['unit'] {
  const format = figures[0] ? formatOf(figures[0].quantity, measure.unit) : 'count';
  return format === 'text' ? 'count' : format;
}

interface TrendLine {
  readonly name: string;
  readonly points: readonly (Figure | undefined)[];
}

/** States the message first: where each line starts and ends. */
function altText(
  title: string,
  measure: Measure,
  labels: readonly string[],
  lines: readonly TrendLine[],
): string {
  const said = lines.map(({ name, points }) => {
    const known = points.flatMap((point, i) => (point ? [{ point, label: labels[i] }] : []));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return `${name} was not returned`;
    const start = `${formatQuantity(first.point.quantity)} in ${first.label}`;
    if (first === last) return `${name} was ${start}`;
    return `${name} went from ${start} to ${formatQuantity(last.point.quantity)} in ${last.label}`;
  });
  return `${title}. ${said.join('; ')}. Unit: ${measure.unit === 'GBP' ? 'pounds' : measure.unit}.`;
}

function missingNotes(series: PackChart['series'], labels: readonly string[]): readonly string[] {
  return series.flatMap((s) => {
    const gaps = labels.filter((_, i) => s.values[i] === null);
    return gaps.length === 0 ? [] : [`${s.name}: no figure for ${gaps.join(', ')}.`];
  });
}
