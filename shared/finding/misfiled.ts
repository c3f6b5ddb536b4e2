/** Misfiled categories as findings. */
import type { Draft } from '#shared/finding/draft.ts';
import type { Misfiling, Move } from '#shared/finding/mapping.ts';
import { tableName } from '#shared/finding/name.ts';
import {
  type Board,
  cellOfAssertion,
  type DraftCell,
  providerName,
  tableWords,
} from '#shared/finding/place.ts';
import { listOf, quote, short } from '#shared/finding/words.ts';

function memberName(board: Board, set: string, code: string): string {
  const members = board.definition.sets.find((candidate) => candidate.code === set)?.members ?? [];
  return members.find((candidate) => candidate.code === code)?.name ?? code;
}

/** The label the service itself uses. */
function labelIn({ service }: Misfiling, board: Board, move: Move): string {
  const assertion = service.cells.get(move.member)?.[0];
  if (!assertion) return memberName(board, service.set, move.member);
  const { shape, columnFacets } = service.table;
  const at = shape.columns.findIndex((line) => line.index === assertion.col);
  const across = columnFacets[at]?.dims?.[service.set] !== undefined;
  const path = across ? assertion.colPath : assertion.rowPath;
  return path.at(-1) ?? memberName(board, service.set, move.member);
}

function cellsOf({ compiled, service, moves }: Misfiling): readonly DraftCell[] {
  const touched = [...new Set(moves.flatMap((move) => [move.to, move.from]))];
  const here = touched.flatMap((code) => compiled.cells.get(code) ?? []);
  const there = moves.flatMap((move) => service.cells.get(move.member) ?? []);
  return [
    ...here.map((assertion) => cellOfAssertion({ assertion, table: compiled.table, from: compiled.from })),
    ...there.map((assertion) => cellOfAssertion({ assertion, table: service.table, from: service.from })),
  ];
}

export function misfiledDraft(board: Board, misfiling: Misfiling): Draft {
  const { compiled, service, moves } = misfiling;
  const name = (code: string): string => quote(memberName(board, compiled.set, code));
  const told = moves.map(
    (move) =>
      `${quote(labelIn(misfiling, board, move))} (${move.value}) under ${name(move.to)}, where the board’s definition has ${name(move.from)}`,
  );
  const first = moves[0];
  const label = first ? labelIn(misfiling, board, first) : '';
  const more = moves.length > 1 ? ` and ${moves.length - 1} more` : '';
  return {
    rule: 'mapping',
    kind: 'mapping',
    severity: 'high',
    provider: compiled.from.ref.provider,
    period: compiled.from.ref.period,
    title: `${tableName(board, compiled.table, 34)}: ${quote(short(label, 28))}${more} counted under ${first ? name(first.to) : ''}`,
    message: `${tableWords(board, compiled.table, compiled.from)} seems to count, of the figures from ${providerName(board, service.from.ref.provider)} in ${tableWords(board, service.table, service.from)}, ${listOf(told)}. That would explain every difference between the two tables. Please confirm which category each belongs in.`,
    cells: cellsOf(misfiling),
    stated: moves.map((move) => memberName(board, compiled.set, move.to)).join(', '),
    expected: moves.map((move) => memberName(board, compiled.set, move.from)).join(', '),
    suspect: 0,
    suggestion: `Count ${listOf(moves.map((move) => `${quote(labelIn(misfiling, board, move))} under ${name(move.from)}`))}`,
    arithmetic: moves.map(
      (move) =>
        `${labelIn(misfiling, board, move)} ${move.value}: ${memberName(board, compiled.set, move.from)} → ${memberName(board, compiled.set, move.to)}`,
    ),
  };
}
