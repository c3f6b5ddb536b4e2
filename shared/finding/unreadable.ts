/** Cells that hold digits nobody could read with certainty: kept as printed, and asked about. */
import type { UnreadCell } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfText, type DraftCell, labelOf, refOf, tableWords } from '#shared/finding/place.ts';
import { countOf, listOf, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { wordedCells } from '#shared/table/worded.ts';

/** A reason as an aside: without its capital and full stop. */
const aside = (why: string): string => `${why.charAt(0).toLowerCase()}${why.slice(1)}`.replace(/\.$/, '');

/** More than this in one table is one finding. */
const MANY = 3;

/** Row and column label of an address in a table; the address where the table does not list it. */
export function labelAt(table: UnderstoodTable, address: string, sheet: string): string {
  const body = table.shape.body.find((cell) => cell.address === address && cell.sheet === sheet);
  if (!body) return address;
  const row = table.shape.rows.find((line) => line.index === body.row);
  const column = table.shape.columns.find((line) => line.index === body.col);
  return labelOf(row?.path ?? [], column?.path ?? []) || address;
}

function draft(
  board: Board,
  from: UnderstoodReturn,
  table: UnderstoodTable,
  group: readonly { readonly unread: UnreadCell; readonly cell: DraftCell }[],
): Draft {
  const texts = group.map(({ cell }) => `${quote(cell.ref.text)} (${cell.label})`);
  const first = group[0];
  const one = group.length === 1 && first !== undefined;
  return {
    rule: 'cell.unread',
    kind: 'unreadable',
    severity: table.code === null ? 'low' : 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    title: one
      ? `${short(first.cell.label, 56)}: ${quote(short(first.cell.ref.text, 20))} could not be read as a figure`
      : `${countOf(group.length, 'cell')} of ${tableName(board, table, 60)} could not be read as figures`,
    message: `In ${tableWords(board, table, from)} we could not read ${listOf(texts, 6)} as ${one ? 'one figure' : 'figures'}${one ? ` (${aside(first.unread.why)})` : ''}. Please send ${one ? 'the figure' : 'the figures'} in ${one ? 'a cell of its own' : 'cells of their own'}; until then ${one ? 'it is' : 'they are'} shown as printed and counted in no total.`,
    cells: group.map(({ cell }) => cell),
    stated: one ? first.cell.ref.text : null,
  };
}

/**
 * A column of remarks: the definition counts nothing in it, or no number was read anywhere in it and its cells are
 * mostly words. Digits in a remark ("ends Mar 21") are not figures.
 */
function isRemark(table: UnderstoodTable, { source }: UnreadCell): boolean {
  const body = table.shape.body.find((cell) => cell.address === source.cell && cell.sheet === source.sheet);
  if (!body || table.assertions.some((assertion) => assertion.col === body.col)) return false;
  const at = table.shape.columns.findIndex((line) => line.index === body.col);
  const facets = table.columnFacets[at];
  const aside = facets !== null && facets !== undefined && Object.keys(facets).length === 0;
  const words = source.text.match(/\p{L}{3,}/gu) ?? [];
  return aside || table.shape.columns[at]?.role === 'words' || words.length >= 3;
}

export function unreadableDrafts(board: Board): readonly Draft[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) => {
      const told = new Set(table.unread.map(({ source }) => `${source.sheet}!${source.cell}`));
      const unreadCells = [
        ...table.unread.filter((unread) => !isRemark(table, unread)),
        ...wordedCells(table.shape)
          .filter(({ cell }) => !told.has(`${cell.sheet}!${cell.address}`))
          .map(({ cell, why }) => ({ source: refOf(from, cell), why })),
      ];
      const cells = unreadCells.map((unread) => ({
        unread,
        cell: cellOfText(from, table, unread.source, labelAt(table, unread.source.cell, unread.source.sheet)),
      }));
      if (cells.length === 0) return [];
      return cells.length > MANY
        ? [draft(board, from, table, cells)]
        : cells.map((cell) => draft(board, from, table, [cell]));
    }),
  );
}
