/** Labels nobody knows, headings used twice, and captions or headings of another period. */
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfText, type DraftCell, tableWords } from '#shared/finding/place.ts';
import { countOf, listOf, normal, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable, UnknownLabel } from '#shared/meaning/understood.ts';

interface Occurrence {
  readonly from: UnderstoodReturn;
  readonly table: UnderstoodTable;
  readonly unknown: UnknownLabel;
}

function setName(board: Board, set: string): string {
  return board.definition.sets.find((candidate) => candidate.code === set)?.name.toLowerCase() ?? set;
}

/** Display name of a member given by code or by name. */
function memberName(board: Board, set: string, member: string): string {
  const members = board.definition.sets.find((candidate) => candidate.code === set)?.members ?? [];
  return members.find((candidate) => candidate.code === member)?.name ?? member;
}

function unknownDraft(board: Board, group: readonly Occurrence[], first: Occurrence): Draft {
  const { from, table, unknown } = first;
  const nearest = unknown.nearest[0];
  const name = nearest === undefined ? null : memberName(board, unknown.set, nearest);
  const kind = setName(board, unknown.set);
  const also = group.length > 1 ? ` and in ${countOf(group.length - 1, 'other place')}` : '';
  return {
    rule: 'label.unknown',
    kind: 'label',
    severity: name === null ? 'medium' : 'low',
    provider: from.ref.provider,
    period: from.ref.period,
    title: `${quote(short(unknown.label))} is not a known ${kind}`,
    message: `In ${tableWords(board, table, from)}${also} there is ${quote(unknown.label)}, which is none of the board's names for ${kind}${name === null ? '' : `; did you mean ${quote(name)}`}${name === null ? '. Please say what it should be counted as' : '? Please confirm what it should be counted as'}.`,
    cells: group.map((occurrence) =>
      cellOfText(occurrence.from, occurrence.table, occurrence.unknown.source, occurrence.unknown.label),
    ),
    about: [unknown.set, normal(unknown.label)],
    stated: unknown.label,
    expected: name,
    suspect: 0,
    suggestion: name === null ? null : `Read ${quote(unknown.label)} as ${quote(name)}`,
  };
}

/** One finding for a label of a provider and period, however many tables use it. */
function unknownDrafts(board: Board): readonly Draft[] {
  const groups = new Map<string, Occurrence[]>();
  for (const from of board.returns)
    for (const table of from.tables)
      for (const unknown of table.unknownLabels) {
        const key = [from.ref.provider, from.ref.period, unknown.set, normal(unknown.label)].join('|');
        groups.set(key, [...(groups.get(key) ?? []), { from, table, unknown }]);
      }
  return [...groups.values()].flatMap((group) => (group[0] ? [unknownDraft(board, group, group[0])] : []));
}

/** One finding for a period that does not fit, however many headings of a table repeat it. */
function periodDrafts(board: Board, from: UnderstoodReturn, table: UnderstoodTable): readonly Draft[] {
  const byStated = Map.groupBy(
    table.periodConflicts,
    (conflict) => `${conflict.stated}|${conflict.expected}`,
  );
  return [...byStated.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const cells: readonly DraftCell[] = group.map((conflict) =>
      cellOfText(from, table, conflict.source, conflict.source.text || conflict.stated),
    );
    return [
      {
        rule: 'label.period',
        kind: 'label' as const,
        severity: 'medium' as const,
        provider: from.ref.provider,
        period: from.ref.period,
        title: `${tableName(board, table, 50)}: says ${first.stated}, the return is for ${first.expected}`,
        message: `In ${tableWords(board, table, from)} ${quote(first.source.text)} names ${first.stated}, but the return is for ${first.expected}. Please confirm which period the figures are for, and put the heading right.`,
        cells,
        about: [first.expected],
        stated: first.stated,
        expected: first.expected,
        suspect: 0,
        suggestion: `${first.expected} instead of ${first.stated}, if the figures are of this quarter`,
      },
    ];
  });
}

/** Two body columns under exactly the same heading: nobody can tell which is which. */
function headingDrafts(board: Board, from: UnderstoodReturn, table: UnderstoodTable): readonly Draft[] {
  if (table.shape.layout === 'cases') return [];
  const used = new Set(table.assertions.map((assertion) => assertion.col));
  const columns = table.shape.columns.filter((line) => line.role === 'body' && used.has(line.index));
  const groups = Map.groupBy(columns, (line) => line.path.map(normal).join('|'));
  return [...groups].flatMap(([path, group]) => {
    const cells = group.flatMap((line) => line.labelCells.at(-1) ?? []);
    const name = group[0]?.path.join(', ') ?? '';
    if (group.length < 2 || path.replaceAll('|', '') === '' || cells.length < 2) return [];
    return [
      {
        rule: 'label.heading-twice',
        kind: 'label' as const,
        severity: 'low' as const,
        provider: from.ref.provider,
        period: from.ref.period,
        title: `${tableName(board, table, 40)}: ${countOf(group.length, 'column')} headed ${quote(short(name, 40))}`,
        message: `In ${tableWords(board, table, from)} ${countOf(group.length, 'column')} have the heading ${quote(name)}. Please say what each of them is.`,
        cells: cells.map((cell) =>
          cellOfText(
            from,
            table,
            { file: from.file, sheet: cell.sheet, cell: cell.address, text: cell.text },
            name,
          ),
        ),
        about: [
          listOf(
            cells.map((cell) => String(cell.col)),
            99,
          ),
        ],
      },
    ];
  });
}

export function labelDrafts(board: Board): readonly Draft[] {
  const perTable = board.returns.flatMap((from) =>
    from.tables.flatMap((table) => [
      ...periodDrafts(board, from, table),
      ...headingDrafts(board, from, table),
    ]),
  );
  return [...unknownDrafts(board), ...perTable];
}
