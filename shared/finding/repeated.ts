/** Rows that stand twice in one table: pasted twice, or the same label with two different figures. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, cellOfAssertion, type DraftCell, tableWords } from '#shared/finding/place.ts';
import { countOf, listOf, normal, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { Line } from '#shared/table/table.ts';

interface Repeat {
  readonly name: string;
  /** Same figures in every occurrence. */
  readonly same: boolean;
  readonly assertions: readonly Assertion[];
  /** What stands there again: every occurrence but the first. */
  readonly copies: readonly Assertion[];
}

/** The rows of one table that stand in it more than once. */
export interface RepeatedRows {
  readonly from: UnderstoodReturn;
  readonly table: UnderstoodTable;
  readonly repeats: readonly Repeat[];
}

/** The sums a row counted twice breaks: told with it, not beside it. */
export interface Broken {
  readonly relations: readonly string[];
  readonly arithmetic: readonly string[];
  readonly results: readonly DraftCell[];
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
    if (line.role !== 'body' || !figures || !/\p{L}[\p{L}\d]/u.test(name)) return [];
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
        copies: group.slice(1).flatMap(({ figures }) => figures),
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

function wordsOf(board: Board, { from, table, repeats }: RepeatedRows, same: boolean, broken: Broken) {
  const names = repeats.map((repeat) => quote(repeat.name));
  const one = names.length === 1;
  const [stand, them] = one ? ['stands', 'it'] : ['stand', 'they'];
  const sums = broken.results.map((cell) => quote(cell.label));
  const apart =
    sums.length === 0
      ? ''
      : ` ${listOf(sums, 4)} ${sums.length === 1 ? 'adds' : 'add'} up only when each is counted once.`;
  const where = tableWords(board, table, from);
  return {
    title: one
      ? `${short(repeats[0]?.name ?? '')} is listed twice ${same ? 'with the same figures' : 'with different figures'}`
      : `${tableName(board, table, 50)}: ${countOf(names.length, 'row')} listed twice ${same ? 'with the same figures' : 'with different figures'}`,
    message: same
      ? `In ${where} ${listOf(names)} ${stand} more than once with the same figures, so ${them} would be counted twice.${apart} Please confirm which rows to keep.`
      : `In ${where} ${listOf(names)} ${stand} more than once with different figures. Please say which row is right, or what each of them is.`,
  };
}

/** Of rows with the same figures the later one is likelier the copy; of different ones either may be wrong. */
function blamed(repeats: readonly Repeat[], same: boolean): Pick<Draft, 'suspect' | 'alternatives'> {
  const all = repeats.flatMap(({ assertions }) => assertions);
  const copies = new Set(repeats.flatMap((repeat) => repeat.copies));
  const places = all.flatMap((assertion, at) => (copies.has(assertion) ? [at] : []));
  const [suspect = null, ...alternatives] = places;
  return same ? { suspect, alternatives } : { suspect: null };
}

function draft(board: Board, rows: RepeatedRows, same: boolean, broken: Broken): Draft {
  const { from, table, repeats } = rows;
  const cells = repeats.flatMap(({ assertions }) =>
    assertions.map((assertion) => cellOfAssertion({ assertion, table, from })),
  );
  return {
    rule: same ? 'row.pasted-twice' : 'row.label-twice',
    kind: 'duplicate',
    severity: 'medium',
    provider: from.ref.provider,
    period: from.ref.period,
    ...wordsOf(board, rows, same, broken),
    cells: [...cells, ...broken.results],
    ...blamed(repeats, same),
    suggestion: same ? 'Count each row once' : null,
    about: [same ? 'same' : 'different'],
    arithmetic: broken.arithmetic,
    relations: broken.relations,
  };
}

/** Every table with rows that stand in it more than once. */
export function repeatedRows(board: Board): readonly RepeatedRows[] {
  return board.returns.flatMap((from) =>
    from.tables.flatMap((table) => {
      if (table.shape.layout === 'cases') return [];
      const repeats = repeatsIn(table);
      return repeats.length === 0 || isStacked(table, repeats) ? [] : [{ from, table, repeats }];
    }),
  );
}

const NOTHING: Broken = { relations: [], arithmetic: [], results: [] };

/** @param broken the sums that hold once the copies among these rows are left out */
export function repeatedRowDrafts(
  board: Board,
  repeated: readonly RepeatedRows[],
  broken: (rows: RepeatedRows) => Broken,
): readonly Draft[] {
  return repeated.flatMap((rows) =>
    [true, false].flatMap((same) => {
      const group = rows.repeats.filter((repeat) => repeat.same === same);
      return group.length === 0
        ? []
        : [draft(board, { ...rows, repeats: group }, same, same ? broken(rows) : NOTHING)];
    }),
  );
}
