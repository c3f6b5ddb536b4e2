/** The series of a native chart: colours, gaps where values are missing, names and values set beside the data. */

import { INK, PALETTE } from '#electron/export/house.ts';
import { rangeOf } from '#electron/export/slides/data.ts';
import type { DrawnChart } from '#electron/export/slides/overlaid.ts';
import { emu, fill } from '#electron/export/slides/shape.ts';
import { el, escapeXml } from '#electron/export/xml.ts';
import { formatCodeOf } from '#shared/chart/scale.ts';
import type { PackChart } from '#shared/pack/document.ts';

/** Type size of all words on a chart, in points. */
export const CHART_TYPE = 14;

/** Line ends closer than this share of the scale would be written over each other. */
const CLOSEST = 0.07;

/** Most bars that still leave room for a value on each. */
const MOST_VALUES = 16;

const TARGET = '#3D3D3D';

const SIGNAL = '#F46A25';

export function val(name: string, value: string | number): string {
  return el(`c:${name}`, { val: value });
}

/** Properties of text on a chart. */
export function chartText(colour: string = INK, bold = false): string {
  const type = el('a:defRPr', { lang: 'en-GB', sz: CHART_TYPE * 100, b: bold ? 1 : 0 }, fill(colour));
  const body = el('a:bodyPr', {}) + el('a:lstStyle', {});
  return el('c:txPr', {}, body, `<a:p><a:pPr>${type}</a:pPr><a:endParaRPr lang="en-GB"/></a:p>`);
}

function colourOf(chart: PackChart, index: number): string {
  if (chart.series[index]?.dashed) return TARGET;
  const before = chart.series.slice(0, index).filter((series) => !series.dashed).length;
  return PALETTE[before % PALETTE.length] ?? INK;
}

/** Whether a series is drawn as a line: all of a line chart, the targets of a bar chart. */
export function isLine(chart: PackChart, index: number): boolean {
  return chart.type === 'line' || chart.series[index]?.dashed === true;
}

function lastOf(values: readonly (number | null)[], count: number): number {
  return values.slice(0, count).findLastIndex((value) => value !== null);
}

/** Whether the lines' names stand at their ends: there are several, and their ends are far enough apart. */
export function namesAtEnds(chart: PackChart): boolean {
  if (chart.type !== 'line' || chart.series.length < 2 || chart.series.length > 7) return false;
  const values = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const span = Math.max(0, ...values) - Math.min(0, ...values);
  const ends = chart.series.map(({ values: each }) => each[lastOf(each, chart.labels.length)]);
  const known = ends.filter((end) => typeof end === 'number').sort((a, b) => a - b);
  const apart = known.every((end, n) => n === 0 || end - (known[n - 1] ?? end) >= span * CLOSEST);
  return apart && known.length === ends.length && chart.series.every(({ name }) => name.length <= 40);
}

/** Whether every bar carries its value. */
export function valuesOnBars(chart: PackChart): boolean {
  const bars = chart.series.filter((_, index) => !isLine(chart, index)).length;
  const bracketed = chart.series.some(({ intervals }) => intervals);
  return chart.type === 'bar' && !bracketed && bars * chart.labels.length <= MOST_VALUES;
}

function shows(value: boolean, name: boolean): string {
  return (
    val('showLegendKey', 0) +
    val('showVal', value ? 1 : 0) +
    val('showCatName', 0) +
    val('showSerName', name ? 1 : 0) +
    val('showPercent', 0) +
    val('showBubbleSize', 0)
  );
}

function labels(chart: PackChart, index: number): string {
  const code = el('c:numFmt', { formatCode: formatCodeOf(chart), sourceLinked: 0 });
  if (!isLine(chart, index) && valuesOnBars(chart)) {
    return el('c:dLbls', {}, code, noBox(), chartText(), val('dLblPos', 'outEnd'), shows(true, false));
  }
  const last = lastOf(chart.series[index]?.values ?? [], chart.labels.length);
  if (!namesAtEnds(chart) || last < 0) return '';
  const text = chartText(colourOf(chart, index), true);
  const end = el('c:dLbl', {}, val('idx', last), noBox(), text, val('dLblPos', 'r'), shows(false, true));
  return el('c:dLbls', {}, end, shows(false, false));
}

function noBox(): string {
  return el('c:spPr', {}, el('a:noFill', {}), el('a:ln', {}, el('a:noFill', {})));
}

const ADDED_DASH = { centre: 'solid', limit: 'sysDot', former: 'solid' } as const;

function outline(chart: DrawnChart, index: number): string {
  const { dashed = false, line } = chart.series[index] ?? {};
  if (line === 'former') return el('a:ln', {}, el('a:noFill', {}));
  const dash = line ? ADDED_DASH[line] : dashed ? 'dash' : index >= PALETTE.length ? 'sysDot' : 'solid';
  return el(
    'a:ln',
    { w: emu(line ? 1.5 : dashed ? 2 : 2.75), cap: 'rnd' },
    fill(colourOf(chart, index)),
    el('a:prstDash', { val: dash }),
    el('a:round', {}),
  );
}

function marker(chart: DrawnChart, index: number): string {
  const { dashed, line } = chart.series[index] ?? {};
  if (line === 'former') return dot('circle', 9, '#FFFFFF', INK);
  if (dashed) return el('c:marker', {}, val('symbol', 'none'));
  return dot('circle', 7, colourOf(chart, index), colourOf(chart, index));
}

function dot(symbol: string, size: number, inside: string, edge: string): string {
  const look = el(
    'c:spPr',
    {},
    fill(inside),
    el('a:ln', { w: emu(inside === edge ? 0.75 : 1.5) }, fill(edge)),
  );
  return el('c:marker', {}, val('symbol', symbol), val('size', size), look);
}

/** Points of a signal: another colour and another shape. */
function signalled(chart: DrawnChart, index: number): string {
  const points = (chart.series[index]?.signals ?? []).map((idx) =>
    el('c:dPt', {}, val('idx', idx), dot('diamond', 11, SIGNAL, INK), val('bubble3D', 0)),
  );
  return points.join('');
}

/** Brackets about shares of few cases. */
function brackets(chart: DrawnChart, index: number, line: boolean): string {
  const { intervals, values = [] } = chart.series[index] ?? {};
  if (!intervals) return '';
  const reach = (of: 'low' | 'high') =>
    chart.labels.map((_, at) => {
      const [interval, value] = [intervals[at], values[at]];
      return interval && typeof value === 'number'
        ? Math.max(0, of === 'low' ? value - interval.low : interval.high - value)
        : 0;
    });
  const literal = (numbers: readonly number[]) =>
    el(
      'c:numLit',
      {},
      val('ptCount', numbers.length),
      ...numbers.map((number, idx) => el('c:pt', { idx }, `<c:v>${number}</c:v>`)),
    );
  return el(
    'c:errBars',
    {},
    line ? val('errDir', 'y') : '',
    val('errBarType', 'both'),
    val('errValType', 'cust'),
    val('noEndCap', 0),
    el('c:plus', {}, literal(reach('high'))),
    el('c:minus', {}, literal(reach('low'))),
    el('c:spPr', {}, el('a:ln', { w: emu(1.25) }, fill(INK))),
  );
}

/** One series, its values as the chart's workbook has them. */
export function seriesXml(chart: DrawnChart, index: number): string {
  const line = isLine(chart, index);
  const look = line ? outline(chart, index) : fill(colourOf(chart, index));
  return el(
    'c:ser',
    {},
    val('idx', index),
    val('order', index),
    el('c:tx', {}, cached('str', rangeOf(index + 2, 1, 1), [chart.series[index]?.name ?? ''])),
    el('c:spPr', {}, look),
    line ? marker(chart, index) + signalled(chart, index) : val('invertIfNegative', 0),
    labels(chart, index),
    brackets(chart, index, line),
    el('c:cat', {}, cached('str', rangeOf(1, 2, chart.labels.length + 1), chart.labels)),
    el('c:val', {}, numbers(chart, index)),
    line ? val('smooth', 0) : '',
  );
}

function numbers(chart: PackChart, index: number): string {
  const values = chart.labels.map((_, at) => chart.series[index]?.values[at] ?? null);
  const range = rangeOf(index + 2, 2, chart.labels.length + 1);
  return cached('num', range, values, el('c:formatCode', {}, escapeXml(formatCodeOf(chart))));
}

/** A reference into the workbook with the values it had; a missing value has no point, and so leaves a gap. */
function cached(
  kind: 'str' | 'num',
  range: string,
  values: readonly (string | number | null)[],
  code = '',
): string {
  const points = values.map((value, idx) =>
    value === null ? '' : el('c:pt', { idx }, `<c:v>${escapeXml(String(value))}</c:v>`),
  );
  const cache = el(`c:${kind}Cache`, {}, code, val('ptCount', values.length), ...points);
  return el(`c:${kind}Ref`, {}, el('c:f', {}, range), cache);
}
