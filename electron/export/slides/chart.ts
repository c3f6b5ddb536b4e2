/** A pack's chart as a native chart: zero-based, gaps for missing values, no decoration. */
import { isSideways } from '#electron/export/chart/config.ts';
import { GREY, INK, RULE } from '#electron/export/house.ts';
import type { DrawnChart } from '#electron/export/slides/overlaid.ts';
import {
  chartText,
  isLine,
  namesAtEnds,
  seriesXml,
  val,
  valuesOnBars,
} from '#electron/export/slides/series.ts';
import { emu, fill } from '#electron/export/slides/shape.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { formatCodeOf } from '#shared/chart/scale.ts';
import type { PackChart } from '#shared/pack/document.ts';

const NAMES = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;

/** More names than this under a chart would be broken into pieces: some are left out. */
const MOST_LABELS = 10;

/** The axes' ids, unique within the chart. */
const CATEGORIES = 111_111;
const VALUES = 222_222;

/** The chart part. Its workbook is relationship `rId1`. */
export function chartXml(chart: DrawnChart): string {
  const chartBody = el(
    'c:chart',
    {},
    val('autoTitleDeleted', 1),
    el('c:plotArea', {}, layout(chart), groups(chart), categoryAxis(chart), valueAxis(chart)),
    legend(chart),
    val('plotVisOnly', 1),
    val('dispBlanksAs', 'gap'),
  );
  const data = el('c:externalData', { 'r:id': 'rId1' }, val('autoUpdate', 0));
  return (
    XML_HEAD +
    el(
      'c:chartSpace',
      NAMES,
      val('date1904', 0),
      val('lang', 'en-GB'),
      val('roundedCorners', 0),
      chartBody,
      chartText(),
      data,
    )
  );
}

/** Bars lie on their side where their names need the room; a target line cannot cross such bars. */
function sideways(chart: PackChart): boolean {
  return isSideways(chart) && !chart.series.some((series) => series.dashed);
}

/** Room at the right for names at the lines' ends; else the program lays the chart out. */
function layout(chart: PackChart): string {
  if (!namesAtEnds(chart)) return el('c:layout', {});
  const longest = Math.max(...chart.series.map(({ name }) => name.length));
  const width = Math.max(0.66, 0.9 - longest * 0.012);
  const measures = { x: 0.07, y: 0.04, w: width, h: 0.84 };
  const manual = Object.entries(measures).map(([name, value]) => val(name, value));
  const modes = val('layoutTarget', 'inner') + val('xMode', 'edge') + val('yMode', 'edge');
  return el('c:layout', {}, el('c:manualLayout', {}, modes, ...manual));
}

function groups(chart: DrawnChart): string {
  const all = chart.series.map((_, index) => index);
  const bars = all.filter((index) => !isLine(chart, index));
  const lines = all.filter((index) => isLine(chart, index));
  return (bars.length > 0 ? barGroup(chart, bars) : '') + (lines.length > 0 ? lineGroup(chart, lines) : '');
}

function axes(): string {
  return val('axId', CATEGORIES) + val('axId', VALUES);
}

function barGroup(chart: DrawnChart, series: readonly number[]): string {
  return el(
    'c:barChart',
    {},
    val('barDir', sideways(chart) ? 'bar' : 'col'),
    val('grouping', 'clustered'),
    val('varyColors', 0),
    ...series.map((index) => seriesXml(chart, index)),
    val('gapWidth', 45),
    val('overlap', -6),
    axes(),
  );
}

function lineGroup(chart: DrawnChart, series: readonly number[]): string {
  return el(
    'c:lineChart',
    {},
    val('grouping', 'standard'),
    val('varyColors', 0),
    ...series.map((index) => seriesXml(chart, index)),
    val('marker', 1),
    axes(),
  );
}

function lined(colour: string, points: number): string {
  return el('c:spPr', {}, el('a:ln', { w: emu(points) }, fill(colour)));
}

function categoryAxis(chart: PackChart): string {
  const flat = sideways(chart);
  return el(
    'c:catAx',
    {},
    val('axId', CATEGORIES),
    // Bars on their side are read from the top.
    el('c:scaling', {}, val('orientation', flat ? 'maxMin' : 'minMax')),
    val('delete', 0),
    val('axPos', flat ? 'l' : 'b'),
    el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'low'),
    lined(GREY, 1),
    chartText(INK),
    val('crossAx', VALUES),
    val('crosses', 'autoZero'),
    val('auto', 0),
    val('lblAlgn', 'ctr'),
    val('lblOffset', 100),
    chart.labels.length > MOST_LABELS && !flat
      ? val('tickLblSkip', Math.ceil(chart.labels.length / MOST_LABELS))
      : '',
    val('noMultiLvlLbl', 1),
  );
}

function valueAxis(chart: PackChart): string {
  const flat = sideways(chart);
  return el(
    'c:valAx',
    {},
    val('axId', VALUES),
    scaling(chart),
    val('delete', valuesOnBars(chart) ? 1 : 0),
    val('axPos', flat ? 't' : 'l'),
    valuesOnBars(chart) ? '' : el('c:majorGridlines', {}, lined('#DEE0E2', 0.75)),
    el('c:numFmt', { formatCode: axisCode(chart), sourceLinked: 0 }),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    lined(RULE, 0),
    chartText(GREY),
    val('crossAx', CATEGORIES),
    val('crosses', flat ? 'max' : 'autoZero'),
    val('crossBetween', 'between'),
  );
}

/** Steps of an axis of shares are whole percentages unless all of it is within a few of them. */
function axisCode(chart: PackChart): string {
  const coarse = chart.series.some(({ values }) => values.some((value) => Math.abs(value ?? 0) > 0.1));
  return chart.unit === 'percent' && coarse ? '0%' : formatCodeOf(chart);
}

/** From zero, or from below it where values are; shares that come near the whole end at 100%. */
function scaling(chart: PackChart): string {
  const values = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const largest = Math.max(0, ...values);
  const whole = chart.unit === 'percent' && largest <= 1 && largest > 0.7;
  const lowest = values.some((value) => value < 0) ? '' : val('min', 0);
  return el('c:scaling', {}, val('orientation', 'minMax'), whole ? val('max', 1) : '', lowest);
}

function legend(chart: PackChart): string {
  if (chart.series.length < 2 || namesAtEnds(chart)) return '';
  return el('c:legend', {}, val('legendPos', 't'), val('overlay', 0), chartText());
}
