/** Small makers for tables and relations, so that each return reads like the form it imitates. */
import {
  type Built,
  cellId,
  type RowRole,
  type SimCell,
  type SimColumn,
  type SimKind,
  type SimRelation,
  type SimRow,
  type SimTable,
  type SimTerm,
  type Words,
} from '#test/simulation/model/model.ts';

/** Rounds half up at `decimals`, in integers where the value is a ratio of whole numbers. */
export function halfUp(over: number, under: number, decimals: number): number {
  if (under === 0) return 0;
  const scale = 10 ** decimals;
  return Math.floor((2 * over * scale + under) / (2 * under)) / scale;
}

/** A fraction to the whole percent, half up. */
export const share = (over: number, under: number): number => halfUp(over, under, 2);

export const count = (id: string, value: number, zero?: 'always'): SimCell => ({
  id,
  print: 'count',
  value,
  ...(zero ? { zero } : {}),
});
/** The same count with a remark after it, where it is not zero. */
export const remarked = (cell: SimCell, note: string): SimCell => (cell.value ? { ...cell, note } : cell);
export const text = (id: string, words: string): SimCell => ({ id, print: 'text', value: null, text: words });
export const percent = (id: string, over: number, under: number): SimCell => ({
  id,
  print: 'percent',
  value: share(over, under),
  ...(under > 0 && !isTie(over, under) ? { exact: over / under } : {}),
});
export const mean = (id: string, over: number, under: number): SimCell => ({
  id,
  print: 'mean',
  value: halfUp(over, under, 1),
});
export const thousands = (id: string, pounds: number): SimCell => ({
  id,
  print: 'money-k',
  value: Math.round(pounds / 1000) * 1000,
  exact: pounds,
});

/** A binary fraction may fall on the wrong side of a tie: such cells keep their rounded value only. */
function isTie(over: number, under: number): boolean {
  return Math.abs((((over / under) * 100) % 1) - 0.5) < 1e-6;
}

export const plus = (...at: readonly string[]): SimTerm[] => at.map((each) => ({ at: each, factor: 1 }));

/** `result = Σ parts`. */
export function sum(kind: SimKind, result: string, parts: readonly string[]): SimRelation {
  const terms = [{ at: result, factor: -1 }, ...plus(...parts)];
  return { id: `${kind}:${result}=${parts[0]}+${parts.length}`, kind, shape: 'linear', terms };
}

export const same = (kind: SimKind, a: string, b: string): SimRelation => sum(kind, a, [b]);

/** `result = first − rest`. */
export function difference(kind: SimKind, result: string, first: string, rest: string): SimRelation {
  const terms = [
    { at: result, factor: -1 },
    { at: first, factor: 1 },
    { at: rest, factor: -1 },
  ];
  return { id: `${kind}:${result}=${first}-`, kind, shape: 'linear', terms };
}

export function ratio(
  kind: SimKind,
  result: string,
  over: readonly string[],
  under: readonly string[],
): SimRelation {
  return {
    id: `${kind}:${result}=${over[0]}/${under[0]}`,
    kind,
    shape: 'ratio',
    result,
    over: plus(...over),
    under: plus(...under),
  };
}

export const possible = (result: string, under: string): SimRelation => ({
  id: `possible:${result}/${under}`,
  kind: 'percent',
  shape: 'possible',
  result,
  under,
});

/** The mean of a list of scores. */
export function average(result: string, scores: readonly string[]): SimRelation {
  const id = `average:${result}=${scores[0]}`;
  return {
    id,
    kind: 'average',
    shape: 'ratio',
    result,
    over: plus(...scores),
    under: [],
    cases: scores.length,
  };
}

export const soft = (relation: SimRelation): SimRelation => ({ ...relation, soft: true });

export interface Named {
  readonly key: string;
  readonly label: Words;
}

export interface CrossSpec {
  readonly code: string;
  readonly period: string;
  readonly caption: Words;
  readonly sheet: string;
  readonly stub: Words;
  readonly stubTop?: Words;
  readonly rows: readonly Named[];
  readonly columns: readonly (Named & { readonly group?: Words })[];
  readonly value: (row: string, column: string) => number;
  /** Label of the total row and the total column; left out, there is none. */
  readonly totalRow?: Words;
  readonly totalColumn?: Words;
  readonly totalGroup?: Words;
  readonly zero?: 'always';
  readonly notes?: readonly string[];
}

/** Counts by two categories with totals, and the sums that hold in it. */
export function cross(spec: CrossSpec): Built {
  const at = (row: string, column: string) => cellId(spec.period, spec.code, row, column);
  const all = (key: string, from: readonly Named[], total: boolean) =>
    key === 'total' && total ? from.map((each) => each.key) : [key];
  const value = (row: string, column: string) =>
    all(row, spec.rows, true).reduce(
      (total, r) => all(column, spec.columns, true).reduce((s, c) => s + spec.value(r, c), total),
      0,
    );
  const columns: SimColumn[] = spec.columns.map((each) => ({ ...each, role: 'body' }));
  if (spec.totalColumn)
    columns.push({
      key: 'total',
      label: spec.totalColumn,
      role: 'total',
      ...(spec.totalGroup ? { group: spec.totalGroup } : {}),
    });
  const row = (named: Named, role: RowRole): SimRow => ({
    key: named.key,
    labels: [named.label],
    role,
    cells: columns.map((each) => count(at(named.key, each.key), value(named.key, each.key), spec.zero)),
  });
  const rows = spec.rows.map((each) => row(each, 'body'));
  if (spec.totalRow) rows.push(row({ key: 'total', label: spec.totalRow }, 'total'));
  const table: SimTable = { ...spec, stub: [spec.stub], columns, rows, orderFree: true };
  return { tables: [table], relations: crossSums(spec, columns, rows, at) };
}

function crossSums(
  spec: CrossSpec,
  columns: readonly SimColumn[],
  rows: readonly SimRow[],
  at: (row: string, column: string) => string,
): SimRelation[] {
  const found: SimRelation[] = [];
  const bodyRows = spec.rows.map((each) => each.key);
  const bodyColumns = spec.columns.map((each) => each.key);
  if (spec.totalRow)
    for (const { key } of columns)
      found.push(
        sum(
          'total',
          at('total', key),
          bodyRows.map((r) => at(r, key)),
        ),
      );
  if (spec.totalColumn)
    for (const { key } of rows)
      found.push(
        sum(
          'total',
          at(key, 'total'),
          bodyColumns.map((c) => at(key, c)),
        ),
      );
  return found;
}

export function join(...parts: readonly Built[]): Built {
  return {
    tables: parts.flatMap((each) => each.tables),
    relations: parts.flatMap((each) => each.relations),
  };
}
