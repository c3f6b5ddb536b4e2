/**
 * Figures on their way to the window: columns of small numbers, each an index into a list of words.
 *
 * A board of ten years has some 200,000 figures. As objects they would take 100 MB and seconds to cross; so
 * they take 5 MB, and `figureRows` opens them in the window.
 */
import { type Aspect, dimsText, keyTextWith, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Figure, FigureStatus } from '#shared/figure/figure.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

type Dims = Readonly<Record<string, string>>;

/** One entry a figure in every column; all but the numbers are indices into the lists of the same name. */
export interface FigureTable {
  readonly measures: readonly string[];
  readonly programmes: readonly (string | null)[];
  readonly periods: readonly string[];
  readonly aspects: readonly Aspect[];
  readonly units: readonly Unit[];
  readonly dimensions: readonly Dims[];
  readonly statuses: readonly FigureStatus[];
  readonly measure: readonly number[];
  readonly programme: readonly number[];
  readonly period: readonly number[];
  readonly aspect: readonly number[];
  readonly unit: readonly number[];
  readonly dims: readonly number[];
  readonly status: readonly number[];
  /** In base units: pounds, fractions. */
  readonly value: readonly number[];
  /** As printed in the pack: `£2,390k`. */
  readonly text: readonly string[];
  /** Numbers of cells, decisions and findings beneath the figure. */
  readonly sources: readonly number[];
  readonly decisions: readonly number[];
  readonly findings: readonly number[];
}

export interface FigureRow extends QuantityKey {
  /** Text of the key: what `figure.explain` asks for. */
  readonly id: string;
  readonly status: FigureStatus;
  readonly value: number;
  readonly text: string;
  readonly sources: number;
  readonly decisions: number;
  readonly findings: number;
}

interface Words<T> {
  readonly list: T[];
  readonly at: (word: T, name: string) => number;
}

function words<T>(): Words<T> {
  const list: T[] = [];
  const places = new Map<string, number>();
  const at = (word: T, name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, list.length);
    list.push(word);
    return list.length - 1;
  };
  return { list, at };
}

function column<T>(figures: readonly Figure[], of: (figure: Figure) => readonly [T, string]) {
  const { list, at } = words<T>();
  const indices = figures.map((figure) => at(...of(figure)));
  return { list, indices };
}

/** Packs figures into columns, in the order given. */
export function figureTable(figures: readonly Figure[]): FigureTable {
  const measure = column(figures, ({ key }) => [key.measure, key.measure]);
  const programme = column(figures, ({ key }) => [key.programme, JSON.stringify(key.programme)]);
  const period = column(figures, ({ key }) => [key.period, key.period]);
  const aspect = column(figures, ({ key }) => [key.aspect, key.aspect]);
  const unit = column(figures, ({ key }) => [key.unit, key.unit]);
  const dims = column(figures, ({ key }) => [key.dims, dimsText(key.dims)]);
  const status = column(figures, (figure) => [figure.status, figure.status]);
  return {
    measures: measure.list,
    programmes: programme.list,
    periods: period.list,
    aspects: aspect.list,
    units: unit.list,
    dimensions: dims.list,
    statuses: status.list,
    measure: measure.indices,
    programme: programme.indices,
    period: period.indices,
    aspect: aspect.indices,
    unit: unit.indices,
    dims: dims.indices,
    status: status.indices,
    value: figures.map((figure) => figure.quantity.value),
    text: figures.map((figure) => formatQuantity(figure.quantity)),
    sources: figures.map((figure) => figure.sources.length),
    decisions: figures.map((figure) => figure.decisions.length),
    findings: figures.map((figure) => figure.findings.length),
  };
}

function entry<T>(list: readonly T[], column: readonly number[], row: number): T {
  const index = column[row];
  const found = index === undefined ? undefined : list[index];
  if (found === undefined) throw new RangeError(`A figure table lacks entry ${index} of row ${row}`);
  return found;
}

function rowAt(table: FigureTable, row: number, dimsTexts: readonly string[]): FigureRow {
  const key: QuantityKey = {
    measure: entry(table.measures, table.measure, row),
    programme: entry(table.programmes, table.programme, row),
    period: entry(table.periods, table.period, row),
    aspect: entry(table.aspects, table.aspect, row),
    unit: entry(table.units, table.unit, row),
    dims: entry(table.dimensions, table.dims, row),
  };
  return {
    ...key,
    id: keyTextWith(key, entry(dimsTexts, table.dims, row)),
    status: entry(table.statuses, table.status, row),
    value: table.value[row] ?? Number.NaN,
    text: table.text[row] ?? '',
    sources: table.sources[row] ?? 0,
    decisions: table.decisions[row] ?? 0,
    findings: table.findings[row] ?? 0,
  };
}

/** Opens a table of figures into rows. Throws a RangeError on a table whose columns do not fit together. */
export function figureRows(table: FigureTable): readonly FigureRow[] {
  const dimsTexts = table.dimensions.map(dimsText);
  return table.value.map((_, row) => rowAt(table, row, dimsTexts));
}
