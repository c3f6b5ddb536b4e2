/** The Chart.js configuration of a pack's chart: zero-based, gaps for missing values, no decoration. */
import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import { barValues, type EndLabel, endLabels, paper } from '#electron/export/chart/labels.ts';
import { writerOf } from '#electron/export/chart/scale.ts';
import { GREY, INK, PALETTE, RULE } from '#electron/export/house.ts';
import type { PackChart } from '#shared/pack/document.ts';
import { textWidth } from '#shared/pack/fit.ts';

/** The drawing's typeface; registered under a name of its own so that no installed font can stand in for it. */
export const CHART_FONT = 'Board Sans';

const TEXT = 13;
const NAME_WIDTH = 150;
export const WIDTH = 640;

/** Whether bars lie on their side, which long category names need. */
export function isSideways(chart: PackChart): boolean {
  const slot = (WIDTH - 70) / Math.max(1, chart.labels.length);
  return chart.type === 'bar' && chart.labels.some((label) => widestWord(label) > slot - 6);
}

/** Height of the drawing in pixels: bars on their side need a line each. */
export function heightOf(chart: PackChart): number {
  if (!isSideways(chart)) return 330;
  const each = Math.max(26, 18 * chart.series.length + 10);
  return Math.min(860, Math.max(200, 70 + each * chart.labels.length));
}

function widestWord(label: string): number {
  return Math.max(0, ...label.split(' ').map((word) => textWidth(word, TEXT)));
}

function colourOf(chart: PackChart, index: number): string {
  if (chart.series[index]?.dashed) return '#3D3D3D';
  const before = chart.series.slice(0, index).filter((series) => !series.dashed).length;
  return PALETTE[before % PALETTE.length] ?? INK;
}

function dashOf(chart: PackChart, index: number): number[] {
  if (chart.series[index]?.dashed) return [6, 4];
  return index >= PALETTE.length ? [2, 3] : [];
}

function dataset(chart: PackChart, index: number): ChartDataset<'line' | 'bar', (number | null)[]> {
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
    pointRadius: series?.dashed ? 0 : 3.5,
    spanGaps: false,
    order: 1,
  };
}

/** Names of the lines to be set at their ends, or none where they would not fit and a legend serves. */
export function namesAtEnds(chart: PackChart): readonly EndLabel[] {
  const labels = chart.series.map(({ name }, index) => ({
    index,
    lines: breakLines(name, NAME_WIDTH),
    colour: colourOf(chart, index),
    dash: dashOf(chart, index),
  }));
  const fits = labels.every(({ lines }) => lines.length <= 2 && widest(lines) <= NAME_WIDTH);
  return chart.type === 'line' && labels.length > 1 && labels.length <= 7 && fits ? labels : [];
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, TEXT)));
}

function bounds(chart: PackChart): { min: number; max: number | undefined } {
  const values = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const share = chart.unit === 'percent' && values.every((value) => value <= 1);
  return { min: Math.min(0, ...values), max: share && Math.max(0, ...values) > 0.7 ? 1 : undefined };
}

function valueAxis(chart: PackChart) {
  const { min, max } = bounds(chart);
  return {
    beginAtZero: true,
    ...(min < 0 ? { grace: '6%' } : {}),
    ...(max === undefined ? { grace: '6%' } : { max }),
    border: { display: false },
    grid: {
      color: (line: { tick: { value: number } }) => (line.tick.value === 0 ? INK : '#DEE0E2'),
      drawTicks: false,
    },
    ticks: {
      color: GREY,
      padding: 6,
      maxTicksLimit: 7,
      ...(chart.unit === 'count' ? { precision: 0 } : {}),
      callback: (value: number | string, _: number, ticks: { value: number }[]) =>
        writerOf(
          chart,
          ticks.map((tick) => tick.value),
        )(Number(value)),
    },
  };
}

function categoryAxis(sideways: boolean) {
  return {
    border: { color: RULE },
    grid: { display: false },
    ticks: { color: INK, padding: 4, maxRotation: sideways ? 0 : 60, autoSkip: !sideways },
  };
}

function options(chart: PackChart, rightPadding: number, ratio: number): ChartOptions<'line' | 'bar'> {
  const sideways = isSideways(chart);
  const [category, value] = sideways ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const legend = chart.series.length > 1 && rightPadding === 0;
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: ratio,
    locale: 'en-GB',
    indexAxis: category,
    font: { family: CHART_FONT, size: TEXT },
    color: INK,
    layout: {
      padding: {
        top: legend ? 0 : 14,
        right: rightPadding > 0 ? rightPadding : sideways ? 44 : 12,
        bottom: 2,
        left: 2,
      },
    },
    scales: { [category]: categoryAxis(sideways), [value]: valueAxis(chart) },
    plugins: {
      legend: {
        display: legend,
        position: 'top',
        align: 'start',
        labels: { boxWidth: 18, boxHeight: chart.type === 'bar' ? 12 : 2, color: INK },
      },
      tooltip: { enabled: false },
    },
  };
}

/**
 * @param chart what to draw
 * @param ratio pixels of the drawing for one of its units: 2 for a picture, 1 for vectors
 */
export function chartConfig(
  chart: PackChart,
  ratio: number,
): ChartConfiguration<'line' | 'bar', (number | null)[]> {
  const names = namesAtEnds(chart);
  const padding = names.length === 0 ? 0 : 26 + Math.max(...names.map(({ lines }) => widest(lines)));
  const font = `${TEXT}px "${CHART_FONT}"`;
  const bars = chart.type === 'bar' && chart.labels.length * chart.series.length <= 16;
  return {
    type: chart.type,
    data: {
      labels: chart.labels.map((label) => (isSideways(chart) ? breakLines(label, 190) : label)),
      datasets: chart.series.map((_, index) => dataset(chart, index)),
    },
    options: options(chart, padding, ratio),
    plugins: [
      paper,
      ...(names.length > 0 ? [endLabels(names, font)] : []),
      ...(bars ? [barValues(writerOf(chart), `12px "${CHART_FONT}"`, isSideways(chart))] : []),
    ],
  };
}

function breakLines(text: string, limit: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`.trim();
    if (textWidth(joined, TEXT) <= limit) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}
