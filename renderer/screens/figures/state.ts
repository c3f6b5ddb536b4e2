/**
 * Figures side by side: rows of the same thing, one column a period.
 *
 * The table comes in columns of indices, and stays so: a row here is the text of its key without the period,
 * and where in the table each of its periods stands. 200,000 figures become a few thousand rows.
 */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { FigureTable } from '#shared/figure/rows.ts';
import { type Period, parsePeriod, periodEnd } from '#shared/period/period.ts';

export type PeriodKind = Period['kind'];

export interface FigureFilter {
  readonly measure: string;
  readonly programme: string;
  readonly kind: PeriodKind;
  readonly search: string;
}

export const ANY = '';

export const startFigures: FigureFilter = { measure: ANY, programme: ANY, kind: 'quarter', search: '' };

export const periodKinds: readonly { readonly kind: PeriodKind; readonly words: string }[] = [
  { kind: 'quarter', words: 'Quarters' },
  { kind: 'month', words: 'Months' },
  { kind: 'ytd', words: 'Year to date' },
  { kind: 'year', words: 'Years' },
  { kind: 'to-date', words: 'Since the start' },
];

export interface CompareRow {
  readonly id: string;
  /** Index of any of its figures: measure, programme, category and unit are read there. */
  readonly sample: number;
  /** Canonical period to index of the figure. */
  readonly at: ReadonlyMap<string, number>;
}

export interface Comparison {
  readonly rows: readonly CompareRow[];
  /** Oldest first. */
  readonly periods: readonly string[];
}

/** The entry of a column at a row. Throws a RangeError where the table's columns do not fit together. */
export function at<T>(list: readonly T[], column: readonly number[], row: number): T {
  const index = column[row];
  const found = index === undefined ? undefined : list[index];
  if (found === undefined) throw new RangeError(`The table of figures lacks entry ${index} of row ${row}`);
  return found;
}

export function keyAt(table: FigureTable, row: number): QuantityKey {
  return {
    measure: at(table.measures, table.measure, row),
    programme: at(table.programmes, table.programme, row),
    period: at(table.periods, table.period, row),
    aspect: at(table.aspects, table.aspect, row),
    unit: at(table.units, table.unit, row),
    dims: at(table.dimensions, table.dims, row),
  };
}

/** What `figure.explain` asks for. */
export const idAt = (table: FigureTable, row: number): string => keyText(keyAt(table, row));

/** Which entries of a list are wanted, as a lookup by index. */
function wanted<T>(list: readonly T[], fits: (word: T) => boolean): readonly boolean[] {
  return list.map(fits);
}

/** The figures that fit, gathered by everything but their period. */
export function compare(
  table: FigureTable,
  filter: FigureFilter,
  wordsOf: (row: number) => string,
): Comparison {
  const measure = wanted(table.measures, (code) => filter.measure === ANY || code === filter.measure);
  const programme = wanted(table.programmes, (code) => filter.programme === ANY || code === filter.programme);
  const kind = wanted(table.periods, (name) => parsePeriod(name)?.kind === filter.kind);
  const gathered = new Map<number, { sample: number; at: Map<string, number> }>();
  const periods = new Set<string>();
  for (let row = 0; row < table.value.length; row += 1) {
    const of = table.period[row] ?? 0;
    if (!kind[of] || !measure[table.measure[row] ?? 0] || !programme[table.programme[row] ?? 0]) continue;
    const code = codeOf(table, row);
    const known = gathered.get(code) ?? { sample: row, at: new Map<string, number>() };
    if (known.sample === row) gathered.set(code, known);
    const name = at(table.periods, table.period, row);
    known.at.set(name, row);
    periods.add(name);
  }
  const rows = [...gathered].map(([code, row]) => ({ id: String(code), ...row }));
  return { rows: searched(rows, filter.search, wordsOf), periods: ordered(periods) };
}

/** One number for a figure's key without its period. */
function codeOf(table: FigureTable, row: number): number {
  let code = table.measure[row] ?? 0;
  code = code * table.programmes.length + (table.programme[row] ?? 0);
  code = code * table.aspects.length + (table.aspect[row] ?? 0);
  code = code * table.units.length + (table.unit[row] ?? 0);
  return code * table.dimensions.length + (table.dims[row] ?? 0);
}

function searched(rows: readonly CompareRow[], search: string, wordsOf: (row: number) => string) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ sample }) => {
    const text = wordsOf(sample).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function ordered(periods: ReadonlySet<string>): readonly string[] {
  return [...periods].sort((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0));
}
