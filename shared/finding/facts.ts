/** What stands behind a relation's variables: the cell, its printed number, its table and return. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { DraftCell, Place } from '#shared/finding/place.ts';
import {
  type Board,
  cellOfAssertion,
  labelOf,
  ownPath,
  refOf,
  tableIdentity,
} from '#shared/finding/place.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import { clean } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

export interface Fact {
  readonly variable: string;
  readonly cell: DraftCell;
  /** Null for a blank cell. */
  readonly assertion: Assertion | null;
  readonly quantity: Quantity;
  readonly table: UnderstoodTable;
  readonly from: UnderstoodReturn;
  readonly row: number;
  readonly col: number;
  readonly rowPath: readonly string[];
  readonly colPath: readonly string[];
  /** The programme's name, where the cell is known to be of one. */
  readonly programme: string | null;
}

export type Facts = (variable: string) => Fact | null;

const ZERO: Quantity = { value: 0, step: 0, low: 0, high: 0, unit: null, whole: true, approximate: false };

/** The quantity with the unit the table gives it where the printing shows none: `450k` under Cost is money. */
function measured({ quantity, key }: Assertion): Quantity {
  const unit = key?.unit === 'GBP' || key?.unit === 'percent' ? key.unit : null;
  return quantity.unit === null && unit !== null ? { ...quantity, unit } : quantity;
}

function factOf(board: Board, { assertion, table, from }: Place): Fact {
  const programme = board.definition.programmes.find(({ code }) => code === assertion.key?.programme);
  return {
    programme: programme?.name ?? null,
    variable: assertion.id,
    cell: cellOfAssertion({ assertion, table, from }),
    assertion,
    quantity: measured(assertion),
    table,
    from,
    row: assertion.row,
    col: assertion.col,
    rowPath: assertion.rowPath,
    colPath: ownPath(table, assertion.colPath),
  };
}

/** A blank cell that a sum counts as nothing; its id is `blank:sha:sheet:address`. */
function blankFact(board: Board, variable: string): Fact | null {
  for (const from of board.returns) {
    const prefix = `blank:${from.ref.sha256}:`;
    if (!variable.startsWith(prefix)) continue;
    for (const table of from.tables) {
      const body = table.shape.body.find((cell) => `${prefix}${cell.sheet}:${cell.address}` === variable);
      if (!body) continue;
      const rowPath = table.shape.rows.find((line) => line.index === body.row)?.path ?? [];
      const column = table.shape.columns.find((line) => line.index === body.col);
      const colPath = ownPath(table, column?.path ?? []);
      const label = labelOf(rowPath, colPath) || body.address;
      const { provider, period } = from.ref;
      const key = ['blank', provider, period, tableIdentity(table), ...rowPath, '/', ...colPath].join('|');
      const cell = { ref: refOf(from, body), assertion: null, label, key, period, provider };
      return {
        variable,
        cell,
        assertion: null,
        quantity: ZERO,
        table,
        from,
        row: body.row,
        col: body.col,
        rowPath,
        colPath,
        programme: null,
      };
    }
  }
  return null;
}

/** A function from variable to fact; null for a variable nobody printed. */
export function factsOf(board: Board): Facts {
  const known = new Map<string, Fact | null>();
  return (variable) => {
    const held = known.get(variable);
    if (held !== undefined) return held;
    const place = board.places.get(variable);
    const fact = place ? factOf(board, place) : blankFact(board, variable);
    known.set(variable, fact);
    return fact;
  };
}

/** The number as the return prints it; `blank` for a blank cell. */
export function saidBy(fact: Fact): string {
  return fact.assertion === null ? 'blank' : (fact.assertion.said ?? formatQuantity(fact.quantity));
}

/** A value printed the way another quantity is: same unit, same precision, a finer one where that would hide it. */
export function printedLike(like: Quantity, value: number): string {
  const unit = like.unit;
  const whole = like.whole && Number.isInteger(clean(value));
  const step = like.whole && !whole ? 0.1 : like.step;
  return formatQuantity({ ...like, unit, value: clean(value), low: value, high: value, step, whole });
}
