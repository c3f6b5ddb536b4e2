/** Charts of an edition: gaps where a point is withheld, everything said of the points made afresh from what is printed. */
import { altText, categoriesAlt } from '#shared/chart/alt.ts';
import { isTime, readAgain } from '#shared/chart/lines.ts';
import { type Mask, roundingNote, symbolNote, textOf } from '#shared/edition/apply.ts';
import type { ChartSeries, PackChart } from '#shared/pack/document.ts';

/**
 * Null where fewer than two points are left to look at. Whatever else a chart carries (limits, former values, marks)
 * rests on all of them and is not taken over; a series printed whole is read again.
 */
export function maskedChart(chart: PackChart, mask: Mask): PackChart | null {
  const hides = (key: string | null) => key !== null && mask.withheld.has(key);
  const series = chart.series.map((one) => publishedSeries(one, mask));
  const figures = series.filter(({ keys }) => keys?.some((key) => key !== null));
  if (figures.flatMap(({ values }) => values.filter((value) => value !== null)).length < 2) return null;
  const bare = {
    kind: chart.kind,
    id: chart.id,
    caption: chart.caption,
    alt: '',
    type: chart.type,
    unit: chart.unit,
    labels: chart.labels,
    series,
    notes: notesOf(chart, figures, mask),
  };
  const judged = isTime(chart) && mask.rounding === null;
  const again = judged ? readAgain(bare, ({ keys }) => keys?.some(hides) === true) : bare;
  return { ...again, alt: altOf(again, mask) };
}

function publishedSeries({ name, values, keys = [], dashed, breaks }: ChartSeries, mask: Mask): ChartSeries {
  const point = (value: number | null, key: string | null) => {
    if (key === null || value === null || mask.rounding === null) return value;
    return mask.said(key)?.value ?? null;
  };
  return {
    name,
    keys,
    values: values.map((value, i) =>
      mask.withheld.has(keys[i] ?? '') ? null : point(value, keys[i] ?? null),
    ),
    ...(dashed ? { dashed } : {}),
    ...(breaks ? { breaks } : {}),
  };
}

function notesOf(
  { labels, unit }: PackChart,
  figures: readonly ChartSeries[],
  mask: Mask,
): readonly string[] {
  const gaps = figures.flatMap(({ name, keys, values }) => {
    const hidden = labels.filter((_, i) => values[i] === null && (keys?.[i] ?? null) !== null);
    return hidden.length === 0 ? [] : [`${name}: not published for ${hidden.join(', ')}.`];
  });
  const missing = figures.flatMap(({ name, keys }) => {
    const absent = labels.filter((_, i) => (keys?.[i] ?? null) === null);
    return absent.length === 0 ? [] : [`${name}: no figure for ${absent.join(', ')}.`];
  });
  const rounded = mask.rounding === null || unit === 'money' ? [] : [roundingNote(mask.rounding)];
  return [...missing, ...rounded, ...(gaps.length > 0 ? [...gaps, symbolNote(mask)] : [])];
}

/** Said again from the published points alone. */
function altOf(chart: PackChart, mask: Mask): string {
  const lines = chart.series
    .filter(({ keys }) => keys?.some((key) => key !== null))
    .map(({ name, keys, values }) => ({
      name,
      values,
      texts: (keys ?? []).map((key) => textOf(key ?? '', mask)),
    }));
  const [only] = lines;
  if (isTime(chart) || !only || lines.length > 1) {
    return altText(chart.caption, chart.message ?? null, chart.labels, lines, null);
  }
  const bars = chart.labels.map((label, i) => ({
    label,
    value: only.values[i] ?? null,
    text: only.texts[i] ?? '',
  }));
  return categoriesAlt(chart.caption, bars);
}
