/** Rows that stand twice in one table: pasted twice, or the same label with two different figures. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Board, cellOfAssertion, tableTitle, tableWords } from '#shared/finding/place.ts';
import { countOf, listOf, normal, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { Line } from '#shared/table/table.ts';

interface Repeat {
  readonly name: string;
  /** Same figures in every occurrence. */
  readonly same: boolean;
  readonly assertions: readonly Assertion[];
}

/** The label a line stands under: the nearest line above with less indentation, all the way up. */
function ancestry(rows: readonly Line[], at: number): string {
  const names: string[] = [];
  let level = rows[at]?.level ?? 0;
  for (let i = at - 1; i >= 0 && level > 0; i -= 1) {
    const line = rows[i];
    if (line && line.level < level) {
      names.push(`${line.index}`);
      level = line.level;
    }
  }
  return names.join('<');
}

function repeatsIn(table: UnderstoodTable): readonly Repeat[] {
  const { rows } = table.shape;
  const byRow = Map.groupBy(table.assertions, (assertion) => assertion.row);
  const own = rows.flatMap((line, at) => {
    const figures = byRow.get(line.index);
    const name = line.path.join(', ');
    if (line.role !== 'body' || !figures || !/\p{L}{2}/u.test(name)) return [];
    return [{ line, name, figures, key: [line.section ?? '', ancestry(rows, at), normal(name)].join('|') }];
  });
  return [...Map.groupBy(own, (row) => row.key).values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < 2) return [];
    const texts = group.map(({ figures }) =>
      figures
        .toSorted((a, b) => a.col - b.col)
        .map((a) => `${a.col}=${a.quantity.value}`)
        .join(' '),
    );
    return [
      {
        name: first.name,
        same: new Set(texts).size === 1,
        assertions: group.flatMap(({ figures }) => figures),
      },
    ];
  });
}

/** A table whose labels mostly come twice with other figures is two tables stacked, not a mistake. */
function isStacked(table: UnderstoodTable, repeats: readonly Repeat[]): boolean {
  const body = table.shape.rows.filter((line) => line.role === 'body').length;
  const differing = repeats.filter((repeat) => !repeat.same).length;
  return differing >= 3 && differing * 2 >= body * 0.6;
}

function draft(
  board: Board,
  from: UnderstoodReturn,
  table: UnderstoodTable,
  repeats: readonly Repeat[],
  same: boolean,
): Draft {
  const names = repeats.map((repeat) => quote(repeat.name));
  const one = names.length === 1;
  const cells = repeats.flatMap(({ assertions }) =>
    assertions.map((assertion) => cellOfAssertion({ assertion, table, from })),
  );
  const how = same ? 'with the same figures' : 'with different figures';
  return {
    rule: same ? 'row.pasted-twice' : 'row.label-twice',
    kind: 'duplicate',
    severity: 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    title: one
      ? `${short(repeats[0]?.name ?? '')} is listed twice ${how}`
      : `${short(tableTitle(board, table), 50)}: ${countOf(names.length, 'row')} listed twice ${how}`,
    message: same
      ? `In ${tableWords(board, table, from)} ${listOf(names)} ${one ? 'stands' : 'stand'} more than once with the same figures, so ${one ? 'it' : 'they'} would be counted twice. Please confirm which rows to keep.`
      : `In ${tableWords(board, table, from)} ${listOf(names)} ${one ? 'stands' : 'stand'} more than once with different figures. Please say which row is right, or what each of them is.`,
    cells,
    suggestion: same ? 'Count each row once' : null,
    about: [same ? 'same' : 'different'],
  };
}

export function repeatedRowDrafts(board: Board): readonly Draft[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) => {
      if (table.shape.layout === 'cases') return [];
      const repeats = repeatsIn(table);
      if (isStacked(table, repeats)) return [];
      return [true, false].flatMap((same) => {
        const group = repeats.filter((repeat) => repeat.same === same);
        return group.length === 0 ? [] : [draft(board, from, table, group, same)];
      });
    }),
  );
}
