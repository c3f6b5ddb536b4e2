/** Totals that hold only with a row or column the reader cannot see. */
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfAssertion, tableWords } from '#shared/finding/place.ts';
import { listOf, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { Line } from '#shared/table/table.ts';

/** Hidden lines among visible ones; where everything is hidden there is nothing they are hidden from. */
function hiddenLines(lines: readonly Line[]): readonly Line[] {
  const hidden = lines.filter((line) => line.hidden);
  return hidden.length === lines.length ? [] : hidden;
}

function draft(
  board: Board,
  from: UnderstoodReturn,
  table: UnderstoodTable,
  line: Line,
  down: boolean,
): Draft | null {
  const at = (row: number, col: number): boolean => (down ? row : col) === line.index;
  const inside = new Set(
    table.shape.body.filter((cell) => at(cell.row, cell.col)).map((cell) => cell.address),
  );
  const sums = table.shape.relations.filter(
    (relation) =>
      relation.kind === 'sum' &&
      relation.held &&
      !inside.has(relation.result) &&
      relation.parts.some((part) => inside.has(part)),
  );
  const figures = table.assertions.filter((a) => at(a.row, a.col) && a.quantity.value !== 0);
  if (sums.length === 0 || figures.length === 0) return null;
  const results = table.assertions.filter(
    (a) => a.role === 'main' && sums.some((sum) => sum.result === a.source.cell),
  );
  const name = line.path.join(', ') || `${down ? 'row' : 'column'} ${line.index + 1}`;
  const what = down ? 'row' : 'column';
  return {
    rule: 'line.hidden',
    kind: 'total',
    severity: 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${tableName(board, table)}: a hidden ${what}, ${quote(short(name, 30))}, is counted in the totals`,
    message: `In ${tableWords(board, table, from)} the ${what} ${quote(name)} is hidden, but the totals hold only when its figures (${listOf(figures.map((a) => a.source.text))}) are counted. Please show it, or confirm that it belongs in the totals.`,
    cells: [...figures, ...results].map((assertion) => cellOfAssertion({ assertion, table, from })),
    suspect: 0,
    alternatives: figures.slice(1).map((_, at) => at + 1),
  };
}

export function hiddenDrafts(board: Board): readonly Draft[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) => [
      ...hiddenLines(table.shape.rows).flatMap((line) => draft(board, from, table, line, true) ?? []),
      ...hiddenLines(table.shape.columns).flatMap((line) => draft(board, from, table, line, false) ?? []),
    ]),
  );
}
