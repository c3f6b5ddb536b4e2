/** Trend charts over the periods in the store. */
import { keyText } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Measure, PackSection } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { PackChart } from '#shared/pack/document.ts';
import { formatOf } from '#shared/pack/lookup.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

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
  const points = figures.filter((figure) => isPoint(figure, request, grain, period));
  const unit = request.unit ?? unitShown(points, measure);
  const shown = points.filter((figure) => figure.key.unit === unit);
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
    keys: points.map((point) => (point ? keyText(point.key) : null)),
  }));
  return {
    kind: 'chart',
    id: `trend-${section.code}-${request.measure}-${grain}`,
    caption: `${titleOf(request, unit)}, ${labels[0]} to ${labels.at(-1)}`,
    alt: altText(request.title, unit, labels, lines),
    type: labels.length < 4 ? 'bar' : 'line',
    unit: unitOf(shown, measure),
    labels,
    series,
    notes: [...missingNotes(series, labels), ...disputedNotes(lines, labels)],
  };
}

/** The title, with the unit where it does not say it. */
function titleOf({ title }: ChartRequest, unit: Unit): string {
  const word = unit === 'GBP' ? 'pounds' : unit;
  return title.toLowerCase().includes(word) ? title : `${title} (${word})`;
}

function isPoint(figure: Figure, request: ChartRequest, grain: Grain, period: string): boolean {
  const { key } = figure;
  return (
    key.measure === request.measure &&
    key.programme !== null &&
    request.programmes.includes(key.programme) &&
    key.aspect === 'value' &&
    Object.keys(key.dims).length === 0 &&
    parsePeriod(key.period)?.kind === grain &&
    (periodEnd(key.period) ?? 0) <= (periodEnd(period) ?? 0)
  );
}

/**
 * Families and children are never drawn in one chart: the unit most periods have figures in, and of equals the
 * measure's own.
 */
function unitShown(points: readonly Figure[], measure: Measure): Unit {
  const periods = Map.groupBy(points, (figure) => figure.key.unit);
  const reach = (unit: Unit) => new Set(periods.get(unit)?.map((figure) => figure.key.period)).size;
  return [...periods.keys()]
    .sort()
    .reduce((best, unit) => (reach(unit) > reach(best) ? unit : best), measure.unit);
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
function altText(title: string, unit: Unit, labels: readonly string[], lines: readonly TrendLine[]): string {
  const said = lines.map(({ name, points }) => {
    const known = points.flatMap((point, i) => (point ? [{ point, label: labels[i] }] : []));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return `${name} was not returned`;
    const start = `${formatQuantity(first.point.quantity)} in ${first.label}`;
    if (first === last) return `${name} was ${start}`;
    return `${name} went from ${start} to ${formatQuantity(last.point.quantity)} in ${last.label}`;
  });
  return `${title}. ${said.join('; ')}. Unit: ${unit === 'GBP' ? 'pounds' : unit}.`;
}

function missingNotes(series: PackChart['series'], labels: readonly string[]): readonly string[] {
  return series.flatMap((s) => {
    const gaps = labels.filter((_, i) => s.values[i] === null);
    return gaps.length === 0 ? [] : [`${s.name}: no figure for ${gaps.join(', ')}.`];
  });
}

/** Points whose returns do not agree, so that a likely value is never taken for a settled one. */
function disputedNotes(lines: readonly TrendLine[], labels: readonly string[]): readonly string[] {
  return lines.flatMap(({ name, points }) => {
    const when = labels.filter((_, i) => points[i]?.status === 'disputed');
    return when.length === 0
      ? []
      : [`${name}: the returns do not agree on ${when.join(', ')}; the likelier figure is drawn.`];
  });
}
