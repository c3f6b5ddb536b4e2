/** The series of a chart: colours, dashes, gaps, names. */
import type { ChartDataset, LegendItem } from 'chart.js';
import type { EndLabel } from '#electron/export/chart/labels.ts';
import { overlayNames, pointLook } from '#electron/export/chart/overlay.ts';
import { breakLines, widest } from '#electron/export/chart/words.ts';
import { INK, PALETTE } from '#electron/export/house.ts';
import type { PackChart } from '#shared/pack/document.ts';

/** Widest a name may be set beside a line. */
const NAME_WIDTH = 150;

/** The palette in order; targets are dark grey whatever their place. */
function colourOf(chart: PackChart, index: number): string {
  if (chart.series[index]?.dashed) return '#3D3D3D';
  const before = chart.series.slice(0, index).filter((series) => !series.dashed).length;
  return PALETTE[before % PALETTE.length] ?? INK;
}

function dashOf(chart: PackChart, index: number): number[] {
  if (chart.series[index]?.dashed) return [6, 4];
  return index >= PALETTE.length ? [2, 3] : [];
}

/** One series as Chart.js wants it. */
export function dataset(chart: PackChart, index: number): ChartDataset<'line' | 'bar', (number | null)[]> {
  const series = chart.series[index];
  const colour = colourOf(chart, index);
  const base = { label: series?.name ?? '', data: [...(series?.values ?? [])] };
  if (chart.type === 'bar' && !series?.dashed) {
    return {
      ...base,
      type: 'bar',
      backgroundColor: colour,
      categoryPercentage: 0.76,
      barPercentage: 0.94,
      order: 2,
    };
  }
  return {
    ...base,
    type: 'line',
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: series?.dashed ? 2 : 2.5,
    borderDash: dashOf(chart, index),
    ...(series?.dashed ? { pointRadius: 0 } : pointLook(chart, index, colour)),
    spanGaps: false,
    order: 1,
  };
}

/** Names of the lines to be set at their ends, or none where they would not fit and a legend serves. */
export function namesAtEnds(chart: PackChart): readonly EndLabel[] {
  const own = chart.series.map(({ name }, index) => ({
    index,
    lines: breakLines(name, NAME_WIDTH),
    colour: colourOf(chart, index),
    dash: dashOf(chart, index),
  }));
  const drawn = overlayNames(chart, chart.series.length + edges(chart).length);
  // A series alone is named by the caption.
  const labels = [
    ...own.filter(({ index }) => chart.series[index]?.dashed || own.length > 1 + dashed(chart)),
    ...drawn,
  ];
  const fits = labels.every(({ lines }) => lines.length <= 2 && widest(lines) <= NAME_WIDTH);
  return chart.type === 'line' && labels.length > 0 && labels.length <= 7 && fits ? labels : [];
}

function dashed(chart: PackChart): number {
  return chart.series.filter((series) => series.dashed).length;
}

/** A white edge under each line that crosses bars, so that it is seen on them; it has no entry of its own. */
export function edges(chart: PackChart): readonly ChartDataset<'line', (number | null)[]>[] {
  if (chart.type !== 'bar') return [];
  return chart.series
    .filter((series) => series.dashed)
    .map(({ values }) => ({
      type: 'line' as const,
      data: [...values],
      borderColor: '#FFFFFF',
      borderWidth: 6,
      pointRadius: 0,
      spanGaps: false,
      order: 1.5,
    }));
}

/** The legend, in the order of the series, each with the mark it is drawn with. */
export function legendItems(chart: PackChart): LegendItem[] {
  return chart.series.map(({ name, dashed }, index) => ({
    text: name,
    datasetIndex: index,
    fillStyle: colourOf(chart, index),
    strokeStyle: colourOf(chart, index),
    fontColor: INK,
    lineWidth: chart.type === 'bar' && !dashed ? 0 : 2.5,
    lineDash: dashOf(chart, index),
    pointStyle: chart.type === 'bar' && !dashed ? ('rect' as const) : ('line' as const),
  }));
}
