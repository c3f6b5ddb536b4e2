/** Trend charts over the periods in the store. */
import { keyText } from '#shared/assertion/assertion.ts';
import { type Line, lineCharts } from '#shared/chart/lines.ts';
import type { ChartBreak } from '#shared/chart/reading.ts';
import type { Measure, TrendRequest } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { PackChart } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { figuresOfMeasure, formatOf } from '#shared/pack/lookup.ts';
import { formerValues } from '#shared/pack/restated.ts';
import { targetOf } from '#shared/pack/target.ts';
import { wholesOf } from '#shared/pack/wholes.ts';
import { parsePeriod, periodEnd, periodsBetween } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

type Grain = 'quarter' | 'year';

/**
 * The charts a request gives, by quarter and by year where at least two such periods have figures, then those of its
 * comparators. Nothing after the pack's own period is shown.
 * @param id tells these charts from all others of the pack
 */
export function trendCharts(request: TrendRequest, id: string, input: PackInput): readonly PackChart[] {
  const own = (['quarter', 'year'] as const).flatMap((grain) =>
    trendsOf(request, grain, `${id}-${grain}`, input),
  );
  if (own.length === 0) return [];
  const others = (request.comparators ?? []).flatMap((measure) => {
    const name = input.definition.measures.find(({ code }) => code === measure)?.name ?? measure;
    const beside = { title: `For comparison: ${name.toLowerCase()}`, measure, programmes: [] };
    return trendsOf(beside, 'quarter', `${id}-beside-${measure}`, input);
  });
  return [...own, ...others];
}

function trendsOf(request: TrendRequest, grain: Grain, id: string, input: PackInput): readonly PackChart[] {
  const { definition, period, figures } = input;
  const measure = definition.measures.find((m) => m.code === request.measure);
  if (!measure) return [];
  const points = figuresOfMeasure(figures, request.measure).filter((figure) =>
    isPoint(figure, request, grain, period),
  );
  const unit = request.unit ?? unitShown(points, measure);
  const shown = points.filter((figure) => figure.key.unit === unit);
  const labels = periodsBetween(shown.map((figure) => figure.key.period));
  if (new Set(shown.map((figure) => figure.key.period)).size < 2) return [];
  const lines = programmesOf(request).flatMap((code) => {
    const own = labels.map((label) => shown.find((f) => f.key.programme === code && f.key.period === label));
    return own.some((point) => point) ? [lineOf(code, own, labels, measure, input)] : [];
  });
  return lineCharts({
    id: `trend-${id}`,
    title: titleOf(request, unit),
    unit: unitOf(shown, measure),
    unitWord: wordOf(unit),
    labels,
    lines,
  });
}

/** Those asked for; a measure that belongs to no programme is asked for without one. */
function programmesOf({ programmes }: TrendRequest): readonly (string | null)[] {
  return programmes.length > 0 ? programmes : [null];
}

function lineOf(
  programme: string | null,
  points: readonly (Figure | undefined)[],
  labels: readonly string[],
  measure: Measure,
  input: PackInput,
): Line {
  const { definition, figures, returns } = input;
  return {
    name: definition.programmes.find((p) => p.code === programme)?.name ?? programme ?? measure.name,
    values: points.map((point) => point?.quantity.value ?? null),
    texts: points.map((point) => (point ? formatQuantity(point.quantity) : null)),
    keys: points.map((point) => (point ? keyText(point.key) : null)),
    wholes: wholesOf(points, definition, figures),
    former: formerValues(points, returns),
    disputed: labels.filter((_, i) => points[i]?.status === 'disputed'),
    breaks: breaksOf(measure, labels),
    target: labels.map((label) => targetOf(definition, measure, programme, label)),
  };
}

/** Where the definition says that a measure changed, at the first period shown from then on. */
export function breaksOf(measure: Measure, labels: readonly string[]): readonly ChartBreak[] {
  return (measure.breaks ?? []).flatMap(({ from, why }) => {
    const at = labels.findIndex((label) => (periodEnd(label) ?? 0) >= (periodEnd(from) ?? 0));
    return at > 0 ? [{ at, why }] : [];
  });
}

function wordOf(unit: Unit): string {
  return unit === 'GBP' ? 'pounds' : unit;
}

/** The title, with the unit where it does not say it. */
function titleOf({ title }: TrendRequest, unit: Unit): string {
  return title.toLowerCase().includes(wordOf(unit)) ? title : `${title} (${wordOf(unit)})`;
}

function isPoint({ key }: Figure, request: TrendRequest, grain: Grain, period: string): boolean {
  return (
    key.measure === request.measure &&
    programmesOf(request).includes(key.programme) &&
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

function unitOf(figures: readonly Figure[], measure: Measure): PackChart['unit'] {
  const formats = new Set(figures.map(({ quantity }) => formatOf(quantity, measure.unit)));
  return (['money', 'percent', 'decimal'] as const).find((format) => formats.has(format)) ?? 'count';
}
