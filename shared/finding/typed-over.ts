/**
 * A number typed over a formula: its neighbours in the row or column are worked out alike, this one is not, and it is
 * not what their formula gives. Where it is, nobody is asked: the sheet is right today.
 */
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfAssertion, tableWords } from '#shared/finding/place.ts';
import { quote, short } from '#shared/finding/words.ts';
import { parseAddress } from '#shared/grid/address.ts';
import { shiftedFormula } from '#shared/grid/formula.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { formulaValue, type ValueAt } from '#shared/table/formula.ts';
import type { BodyCell } from '#shared/table/table.ts';

/** Fewer neighbours worked out alike are no pattern. */
const PATTERN = 2;

const printedValue = (cell: BodyCell | undefined): number | null =>
  cell?.printed.kind === 'quantities' ? (cell.printed.quantities[0]?.quantity.value ?? null) : null;

/** A neighbour's formula as it would read in this cell. */
function movedTo(cell: BodyCell, neighbour: BodyCell): string | null {
  const [here, there] = [parseAddress(cell.address), parseAddress(neighbour.address)];
  const formula = neighbour.cell?.formula;
  if (!here || !there || formula === undefined) return null;
  return shiftedFormula(formula, here.row - there.row, here.col - there.col);
}

/** The formula that most cells of a line share, as it would read here; null where it is none, or these are few. */
function patternFor(cell: BodyCell, line: readonly BodyCell[]): string | null {
  const filled = line.filter((other) => other !== cell && printedValue(other) !== null);
  const moved = filled.map((other) => movedTo(cell, other));
  const counts = Map.groupBy(moved, (formula) => formula);
  const [best] = [...counts]
    .filter(([formula]) => formula !== null)
    .sort(([, a], [, b]) => b.length - a.length);
  const [formula = null, alike = []] = best ?? [];
  return alike.length >= PATTERN && alike.length === filled.length ? formula : null;
}

function draft(
  board: Board,
  from: UnderstoodReturn,
  table: UnderstoodTable,
  cell: BodyCell,
  gives: number,
): Draft | null {
  const assertion = table.assertions.find(
    (one) => one.source.cell === cell.address && one.source.sheet === cell.sheet && one.role === 'main',
  );
  if (!assertion) return null;
  const place = cellOfAssertion({ assertion, table, from });
  const stated = assertion.source.text.trim();
  const expected = gives.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  return {
    rule: 'formula.typed-over',
    kind: 'total',
    severity: 'low',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${tableName(board, table, 40)}: ${quote(short(place.label, 40))} was typed over a formula`,
    message: `In ${tableWords(board, table, from)} the cells beside ${quote(place.label)} (${cell.address}) are worked out by a formula; this one is typed, ${stated}, where the formula gives ${expected}. Please restore the formula, or tell us why the figure differs.`,
    cells: [place],
    stated,
    expected,
    suspect: 0,
    suggestion: `${expected} instead of ${stated}`,
    proposal: gives,
  };
}

function typedOver(board: Board, from: UnderstoodReturn, table: UnderstoodTable): readonly Draft[] {
  const { body } = table.shape;
  if (!body.some(({ cell }) => cell?.formula !== undefined)) return [];
  const at = new Map(body.map((cell) => [cell.address, cell]));
  const valueAt: ValueAt = (address) => (at.has(address) ? (printedValue(at.get(address)) ?? 0) : null);
  const [rows, columns] = [Map.groupBy(body, ({ row }) => row), Map.groupBy(body, ({ col }) => col)];
  return body.flatMap((cell) => {
    const value = printedValue(cell);
    if (value === null || cell.cell?.formula !== undefined || typeof cell.cell?.value !== 'number') return [];
    for (const line of [rows.get(cell.row) ?? [], columns.get(cell.col) ?? []]) {
      const formula = patternFor(cell, line);
      const gives = formula === null ? null : formulaValue(formula, valueAt);
      const quantity = cell.printed.kind === 'quantities' ? cell.printed.quantities[0]?.quantity : undefined;
      if (gives === null || !quantity || (gives >= quantity.low && gives <= quantity.high)) continue;
      const made = draft(board, from, table, cell, gives);
      if (made) return [made];
    }
    return [];
  });
}

/** @param told places other findings speak of already */
export function typedOverDrafts(
  board: Board,
  told: (file: string, sheet: string, cell: string) => boolean,
): readonly Draft[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) =>
      typedOver(board, from, table).filter(
        ({ cells }) => !cells.some(({ ref }) => told(ref.file, ref.sheet, ref.cell)),
      ),
    ),
  );
}
