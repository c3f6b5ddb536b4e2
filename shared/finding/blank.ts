/**
 * Blanks where a number is missing, which no sum can tell.
 *
 * Blank is not zero, but many tables leave their zeros blank. A blank is asked about where the return before had a
 * number in the same place, where an earlier year is empty and a later one is not, or where it is the only blank of a
 * table that prints its zeros. A total that holds without it shows a blank to be nought.
 */
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { isOwn, lineAt } from '#shared/finding/numbers.ts';
import { type Board, cellOfText, labelOf, refOf, tableIdentity, tableWords } from '#shared/finding/place.ts';
import { normal, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import type { BodyCell } from '#shared/table/table.ts';

/** Tables smaller than this are blank here and there without meaning anything by it. */
const LEAST_CELLS = 12;
/** Of a line's other cells, this share must be numbers for a blank to stand out. */
const MOSTLY = 0.75;

interface Seen {
  readonly from: UnderstoodReturn;
  /** Numbers by row and column label, listed when first asked for: most tables have no blank to ask about. */
  readonly numbers: () => ReadonlyMap<string, string>;
}

function placeName(table: UnderstoodTable, cell: Pick<BodyCell, 'row' | 'col'>): string {
  const row = lineAt(table.shape.rows, cell.row)?.path ?? [];
  const column = lineAt(table.shape.columns, cell.col)?.path ?? [];
  return [...row, '/', ...column].map(normal).join('|');
}

function numbersOf(table: UnderstoodTable): Seen['numbers'] {
  let known: ReadonlyMap<string, string> | null = null;
  return () => {
    known ??= new Map(
      table.assertions
        .filter(({ role, quantity }) => role === 'main' && quantity.value !== 0)
        .map((a) => [placeName(table, a), a.source.text]),
    );
    return known;
  };
}

const isNumber = ({ printed }: BodyCell): boolean => printed.kind === 'quantities';

function mostly(line: readonly BodyCell[], cell: BodyCell): boolean {
  const others = line.filter((other) => other !== cell);
  return others.length >= 2 && others.filter(isNumber).length >= others.length * MOSTLY;
}

/** The first year of the period a column is about; null where its cells name none. */
function yearOf(table: UnderstoodTable, col: number): number | null {
  const key = table.assertions.find((a) => a.col === col && a.key?.aspect === 'value')?.key;
  const period = key ? parsePeriod(key.period) : null;
  return period?.kind === 'year' ? period.year : null;
}

/** A year left empty although the row has a number for a later one. */
function skipsYear(table: UnderstoodTable, cell: BodyCell): boolean {
  const year = yearOf(table, cell.col);
  return (
    year !== null &&
    table.assertions.some(
      (a) => a.row === cell.row && a.quantity.value !== 0 && (yearOf(table, a.col) ?? -Infinity) > year,
    )
  );
}

/** Why a blank stands out, in words; null where it does not. */
function reasonFor(
  table: UnderstoodTable,
  cell: BodyCell,
  own: readonly BodyCell[],
  before: Seen | undefined,
) {
  const was = before?.numbers().get(placeName(table, cell));
  if (was !== undefined) return `the return for ${before?.from.ref.period} had ${was} there`;
  const column = own.filter(({ col }) => col === cell.col);
  if (!mostly(column, cell)) return null;
  if (skipsYear(table, cell)) return 'the row has a figure for a later year';
  const zeros = own.some(
    ({ printed }) =>
      printed.kind === 'quantities' && printed.quantities.some(({ quantity }) => quantity.value === 0),
  );
  const only = own.filter(({ printed }) => printed.kind === 'blank').length === 1;
  return own.length >= LEAST_CELLS && zeros && only
    ? 'every other cell of the table is filled, zeros too'
    : null;
}

function draft(
  board: Board,
  from: UnderstoodReturn,
  table: UnderstoodTable,
  cell: BodyCell,
  why: string,
): Draft {
  const row = lineAt(table.shape.rows, cell.row)?.path ?? [];
  const column = lineAt(table.shape.columns, cell.col)?.path ?? [];
  const label = labelOf(row.slice(-1), column.slice(-1)) || cell.address;
  return {
    rule: 'cell.blank',
    kind: 'missing',
    severity: 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${tableName(board, table, 40)}: ${quote(short(label, 48))} is blank`,
    message: `In ${tableWords(board, table, from)} ${quote(labelOf(row, column) || cell.address)} is blank, but ${why}. Please send the figure, or confirm that it is nought.`,
    cells: [cellOfText(from, table, refOf(from, cell), label)],
    suspect: 0,
  };
}

function blanksOf(board: Board, from: UnderstoodReturn, table: UnderstoodTable, before: Seen | undefined) {
  const { shape } = table;
  if (table.code === null || shape.layout === 'cases') return [];
  const rows = new Map(shape.rows.map((line) => [line.index, line]));
  const columns = new Map(shape.columns.map((line) => [line.index, line]));
  const own = shape.body.filter((cell) => isOwn(rows.get(cell.row)) && isOwn(columns.get(cell.col)));
  const blanks = own.filter(({ printed }) => printed.kind === 'blank');
  const nought = new Set(shape.relations.flatMap(({ held, parts }) => (held ? parts : [])));
  const sparse = blanks.length * 10 > own.length;
  return blanks.flatMap((cell) => {
    const why = reasonFor(table, cell, own, sparse ? undefined : before);
    return why === null || nought.has(cell.address) || (sparse && !skipsYear(table, cell))
      ? []
      : [draft(board, from, table, cell, why)];
  });
}

/** @param told places other findings speak of already */
export function blankDrafts(
  board: Board,
  told: (file: string, sheet: string, cell: string) => boolean,
): readonly Draft[] {
  const last = new Map<string, Seen>();
  const inTime = board.returns.toSorted(
    (a, b) => (periodEnd(a.ref.period) ?? 0) - (periodEnd(b.ref.period) ?? 0),
  );
  return inTime.flatMap((from) =>
    from.tables.flatMap((table) => {
      const name = `${from.ref.provider}|${tableIdentity(table)}|${normal(table.shape.sheet)}`;
      const before = last.get(name);
      last.set(name, { from, numbers: numbersOf(table) });
      return blanksOf(board, from, table, before).filter(
        ({ cells }) => !cells.some(({ ref }) => told(ref.file, ref.sheet, ref.cell)),
      );
    }),
  );
}
