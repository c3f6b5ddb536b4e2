/**
 * One column of last quarter's table left standing in this quarter's, while the columns beside it changed.
 *
 * Only what happens anew each quarter is compared: of a stock (cases open) the same number twice is no surprise.
 */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { isCurrent, isTelling, lineAt, ownFigures } from '#shared/finding/numbers.ts';
import {
  type Board,
  cellOfAssertion,
  labelOf,
  ownPath,
  tableIdentity,
  tableWords,
} from '#shared/finding/place.ts';
import { normal, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { periodEnd } from '#shared/period/period.ts';

/** Fewer numbers than this agree by chance. */
const LEAST = 5;

interface Sheet {
  readonly from: UnderstoodReturn;
  readonly table: UnderstoodTable;
  /** Main numbers of each column by row label, columns in order. */
  readonly columns: readonly ReadonlyMap<string, Assertion>[];
}

/** Numbers of flows: what is added up over quarters starts from nothing each time. */
function flows(board: Board, table: UnderstoodTable): readonly Assertion[] {
  const measures = new Set(
    board.definition.measures.filter((m) => m.overQuarters === 'sum').map(({ code }) => code),
  );
  return ownFigures(table).filter(
    (a) => a.role === 'main' && isCurrent(a) && a.key !== null && measures.has(a.key.measure),
  );
}

function sheetOf(board: Board, from: UnderstoodReturn, table: UnderstoodTable): Sheet {
  const columns = [...Map.groupBy(flows(board, table), ({ col }) => col)]
    .toSorted(([a], [b]) => a - b)
    .map(([, figures]) => new Map(figures.map((a) => [a.rowPath.map(normal).join('|'), a])));
  return { from, table, columns };
}

/** Every number of a column the same in the same lines. */
function isSame(now: ReadonlyMap<string, Assertion>, before: ReadonlyMap<string, Assertion>): boolean {
  return (
    now.size === before.size &&
    [...now].every(([row, a]) => before.get(row)?.quantity.value === a.quantity.value)
  );
}

function draft(board: Board, now: Sheet, before: Sheet, figures: readonly Assertion[]): Draft {
  const { from, table } = now;
  const column = lineAt(table.shape.columns, figures[0]?.col ?? -1);
  const name = labelOf([], ownPath(table, column?.path ?? [])) || 'one column';
  const was = before.from.ref.period;
  return {
    rule: 'column.pasted',
    kind: 'duplicate',
    severity: 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${tableName(board, table, 40)}: ${quote(short(name, 30))} repeats the figures of ${was}`,
    message: `In ${tableWords(board, table, from)} all ${figures.length} figures of ${quote(name)} are the same as in the return for ${was} (${before.from.file}), while the columns beside it changed. Please check whether the earlier column was left standing.`,
    cells: figures.map((assertion) => cellOfAssertion({ assertion, table, from })),
    about: [was],
  };
}

/** Columns repeated between two returns of one service that otherwise differ. */
function repeatedBetween(board: Board, now: Sheet, before: Sheet): readonly Draft[] {
  if (now.columns.length < 2 || now.columns.length !== before.columns.length) return [];
  const same = now.columns.map((column, i) => isSame(column, before.columns[i] ?? new Map()));
  const telling = now.columns.filter((column, i) => {
    const values = [...column.values()].map((a) => a.quantity.value);
    return same[i] && isTelling(values, LEAST);
  });
  const changed = same.filter((one) => !one).length;
  if (changed < telling.length) return [];
  return telling.map((column) => draft(board, now, before, [...column.values()]));
}

export function pastedColumnDrafts(board: Board): readonly Draft[] {
  const last = new Map<string, Sheet>();
  const inTime = board.returns.toSorted(
    (a, b) => (periodEnd(a.ref.period) ?? 0) - (periodEnd(b.ref.period) ?? 0),
  );
  return inTime.flatMap((from) =>
    from.tables.flatMap((table) => {
      const name = `${from.ref.provider}|${tableIdentity(table)}`;
      const now = sheetOf(board, from, table);
      const before = last.get(name);
      last.set(name, now);
      const other = before && before.from.ref.period !== from.ref.period;
      return other && before.from.ref.sha256 !== from.ref.sha256 ? repeatedBetween(board, now, before) : [];
    }),
  );
}
