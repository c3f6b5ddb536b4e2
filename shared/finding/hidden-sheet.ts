/** Tables nobody sees when the file is opened: their figures would be counted without anybody having read them. */
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfAssertion, tableWords } from '#shared/finding/place.ts';
import { countOf, quote } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';

/** Every figure stands in a hidden cell. */
function isHidden({ shape }: UnderstoodTable): boolean {
  const figures = shape.body.filter(({ printed }) => printed.kind === 'quantities');
  return figures.length > 0 && figures.every(({ cell }) => cell?.hidden === true);
}

function draft(board: Board, from: UnderstoodReturn, table: UnderstoodTable): Draft {
  const figures = table.assertions.filter(({ role }) => role === 'main');
  const counted = table.code !== null;
  return {
    rule: 'table.hidden',
    kind: 'label',
    severity: counted ? 'medium' : 'low',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${tableName(board, table, 40)}: hidden, with ${countOf(figures.length, 'figure')} in it`,
    message: `In ${from.file} ${tableWords(board, table, from)} is hidden and holds ${countOf(figures.length, 'figure')}${counted ? ', which are counted as part of the return' : ''}. Please show it if it belongs to the return (sheet ${quote(table.shape.sheet)}), or remove it.`,
    cells: figures.slice(0, 1).map((assertion) => cellOfAssertion({ assertion, table, from })),
    about: [table.shape.sheet],
  };
}

export function hiddenTableDrafts(board: Board): readonly Draft[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) => (isHidden(table) ? [draft(board, from, table)] : [])),
  );
}
