/** The Chart.js configuration of a pack's chart: zero-based, gaps for missing values, no decoration. */
import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { barValues, endLabels, paper } from '#electron/export/chart/labels.ts';
import {
  brackets,
  breakLines as definitionBreaks,
  highest,
  overlaySets,
  referenceLine,
} from '#electron/export/chart/overlay.ts';
import { dataset, edges, legendItems, namesAtEnds } from '#electron/export/chart/series.ts';
import { breakLines, TEXT, widest, widestWord } from '#electron/export/chart/words.ts';
import { GREY, INK, RULE } from '#electron/export/house.ts';
import { overlays, readSeries } from '#shared/chart/overlay.ts';
import { writerOf } from '#shared/chart/scale.ts';
import type { PackChart } from '#shared/pack/document.ts';

/** The drawing's typeface; registered under a name of its own so that no installed font can stand in for it. */
export const CHART_FONT = 'Board Sans';

export const WIDTH = 640;

function slotOf(chart: PackChart): number {
  return (WIDTH - 70) / Math.max(1, chart.labels.length) - 6;
}

/** Periods run from left to right; where they crowd, some labels are left out rather than the bars laid over. */
function isTime(chart: PackChart): boolean {
  return chart.labels.every((label) => /\b(19|20)\d\d\b|^Q[1-4]\b/.test(label));
}

/** Whether bars lie on their side, which category names need that do not fit under a bar in three lines. */
export function isSideways(chart: PackChart): boolean {
  const slot = slotOf(chart);
  const tight = (label: string) => widestWord(label) > slot || breakLines(label, slot).length > 3;
  return chart.type === 'bar' && !isTime(chart) && chart.labels.some(tight);
}

/** Height of the drawing in pixels: bars on their side need a line each. */
export function heightOf(chart: PackChart): number {
  if (!isSideways(chart)) return readSeries(chart) ? 270 : 330;
  const each = Math.max(26, 18 * chart.series.length + 10);
  return Math.min(860, Math.max(200, 70 + each * chart.labels.length));
}

function bounds(chart: PackChart): { min: number; max: number | undefined } {
  const drawn = [...chart.series, ...overlays(chart)];
  const values = drawn.flatMap((series) => series.values).filter((value) => value !== null);
  const share = chart.unit === 'percent' && values.every((value) => value <= 1);
  return { min: Math.min(0, ...values), max: share && Math.max(0, ...values) > 0.7 ? 1 : undefined };
}

function valueAxis(chart: PackChart) {
  const { min, max } = bounds(chart);
  const top = highest(chart);
  return {
    beginAtZero: true,
    ...(top === undefined ? {} : { suggestedMax: top }),
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
    ticks: { color: INK, padding: 4, maxRotation: 0, autoSkip: !sideways, autoSkipPadding: 6 },
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
        labels: {
          usePointStyle: true,
          pointStyleWidth: 22,
          boxHeight: 11,
          generateLabels: () => legendItems(chart),
        },
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
  const bracketed = chart.series.some(({ intervals }) => intervals);
  const bars = chart.type === 'bar' && !bracketed && chart.labels.length * chart.series.length <= 16;
  return {
    type: chart.type,
    data: {
      labels: chart.labels.map((label) =>
        breakLines(label, isSideways(chart) ? 190 : Math.max(44, slotOf(chart))),
      ),
      datasets: [
        ...chart.series.map((_, index) => dataset(chart, index)),
        ...edges(chart),
        ...overlaySets(chart),
      ],
    },
    options: options(chart, padding, ratio),
    plugins: [
      paper,
      definitionBreaks(chart, `12px "${CHART_FONT}"`),
      brackets(chart, isSideways(chart)),
      referenceLine(chart, `12px "${CHART_FONT}"`, isSideways(chart)),
      ...(names.length > 0 ? [endLabels(names, font)] : []),
      ...(bars ? [barValues(writerOf(chart), `12px "${CHART_FONT}"`, isSideways(chart))] : []),
    ],
  };
}
