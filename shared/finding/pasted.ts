/** Figures sent again: last quarter's block, one programme's column under another's name, one file twice. */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { tableName } from '#shared/finding/name.ts';
import { isCurrent, isOwn, isTelling, lineAt, ownFigures } from '#shared/finding/numbers.ts';
import {
  type Board,
  cellOfAssertion,
  providerName,
  tableIdentity,
  tableWords,
} from '#shared/finding/place.ts';
import { listOf, quote, short } from '#shared/finding/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { periodEnd } from '#shared/period/period.ts';

/** Fewer numbers than this agree by chance. */
const BLOCK = 6;
const COLUMN = 5;

const valuesOf = (figures: readonly Assertion[]): readonly number[] => figures.map((a) => a.quantity.value);

function pastedBlock(
  board: Board,
  [from, table]: readonly [UnderstoodReturn, UnderstoodTable],
  earlier: UnderstoodReturn,
  figures: readonly Assertion[],
): Draft {
  const { provider, period } = from.ref;
  return {
    rule: 'block.pasted',
    kind: 'duplicate',
    severity: 'high',
    provider,
    period,
    title: `${tableName(board, table, 60)} repeats the figures of ${earlier.ref.period}`,
    message: `All ${figures.length} figures of ${tableWords(board, table, from)} are the same as in the return for ${earlier.ref.period} (${earlier.file}). Please check whether the earlier table was sent again, and send the figures for ${period}.`,
    cells: figures.map((assertion) => cellOfAssertion({ assertion, table, from })),
    about: [earlier.ref.period],
  };
}

/** Tables whose every current figure is what the same provider's same table said in the return before. */
function blockDrafts(board: Board): readonly Draft[] {
  const seen = new Map<string, { from: UnderstoodReturn; figures: readonly Assertion[] }>();
  const drafts: Draft[] = [];
  const inTime = board.returns.toSorted(
    (a, b) => (periodEnd(a.ref.period) ?? 0) - (periodEnd(b.ref.period) ?? 0),
  );
  for (const from of inTime)
    for (const table of from.tables) {
      const name = `${from.ref.provider}|${tableIdentity(table)}|${table.shape.columns.length}`;
      const figures = ownFigures(table).filter(isCurrent);
      const before = seen.get(name);
      seen.set(name, { from, figures });
      if (!before || before.from.ref.period === from.ref.period) continue;
      if (before.from.ref.sha256 === from.ref.sha256) continue;
      const values = valuesOf(figures);
      const same =
        values.length === before.figures.length &&
        values.every((v, i) => v === before.figures[i]?.quantity.value);
      if (same && isTelling(values, BLOCK))
        drafts.push(pastedBlock(board, [from, table], before.from, figures));
    }
  return drafts;
}

interface Column {
  readonly from: UnderstoodReturn;
  readonly table: UnderstoodTable;
  readonly name: string;
  readonly programme: string | null;
  readonly figures: readonly Assertion[];
  /** What the figures are of, programme left out, and what they say. */
  readonly signature: string;
}

/** Body columns with enough telling numbers, keyed ones only: without keys nobody knows what is compared. */
function columnsOf(from: UnderstoodReturn, table: UnderstoodTable): readonly Column[] {
  const byColumn = Map.groupBy(ownFigures(table), (assertion) => assertion.col);
  return [...byColumn].flatMap(([col, figures]) => {
    const line = lineAt(table.shape.columns, col);
    const programmes = new Set(figures.map((a) => a.key?.programme ?? null));
    const [programme = null] = programmes;
    if (!isOwn(line) || programme === null || programmes.size > 1 || !isTelling(valuesOf(figures), COLUMN))
      return [];
    const signature = figures
      .map((a) => `${a.key ? keyText({ ...a.key, programme: null }) : ''}=${a.quantity.value}`)
      .toSorted()
      .join('\n');
    return [{ from, table, name: line?.path.join(', ') || programme, programme, figures, signature }];
  });
}

function twinDraft(board: Board, group: readonly Column[], first: Column): Draft {
  const names = group.map(
    (column) => board.definition.programmes.find((p) => p.code === column.programme)?.name ?? column.name,
  );
  return {
    rule: 'column.twin',
    kind: 'duplicate',
    severity: 'high',
    provider: first.from.ref.provider,
    period: first.from.ref.period,
    title: `${listOf(names)} have exactly the same figures`,
    message: `In ${listOf([...new Set(group.map((column) => tableWords(board, column.table, column.from)))])} the ${first.figures.length} figures of ${listOf(names.map(quote))} are all the same. Please check whether one column was copied into the other.`,
    cells: group.flatMap(({ from, table, figures }) =>
      figures.map((assertion) => cellOfAssertion({ assertion, table, from })),
    ),
    // The later column is likelier the copy.
    suspect: first.figures.length,
    alternatives: [0],
  };
}

/** Columns of different programmes, neither part of the other, that say the same of the same things. */
function twinsOf(board: Board): readonly (readonly Column[])[] {
  const parents = new Map(board.definition.programmes.map((p) => [p.code, p.partOf]));
  const related = (a: string | null, b: string | null): boolean =>
    a === b || parents.get(a ?? '') === b || parents.get(b ?? '') === a;
  const columns = board.returns.flatMap((from) => from.tables.flatMap((table) => columnsOf(from, table)));
  return [...Map.groupBy(columns, (column) => column.signature).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const twins = group.filter((column) => column === first || !related(column.programme, first.programme));
    return twins.length > 1 ? [twins] : [];
  });
}

function twinDrafts(board: Board): readonly Draft[] {
  return twinsOf(board).flatMap((twins) => twins.slice(0, 1).map((first) => twinDraft(board, twins, first)));
}

/** Every number of columns that are the same for two programmes, their totals too: one of the columns is not its own. */
export function twinFigures(board: Board): ReadonlySet<string> {
  const columns = twinsOf(board).flat();
  return new Set(
    columns.flatMap(({ table, figures }) => {
      const cols = new Set(figures.map(({ col }) => col));
      return table.assertions.filter(({ col }) => cols.has(col)).map(({ id }) => id);
    }),
  );
}

/** One file standing for two periods or two providers. */
function fileDrafts(board: Board): readonly Draft[] {
  return [...Map.groupBy(board.returns, (from) => from.ref.sha256)].flatMap(([sha256, group]) => {
    const names = [...new Set(group.map(({ ref }) => `${providerName(board, ref.provider)}, ${ref.period}`))];
    const last = group.at(-1);
    if (!last || names.length < 2) return [];
    return [
      {
        rule: 'file.twice',
        kind: 'duplicate' as const,
        severity: 'high' as const,
        provider: last.ref.provider,
        period: last.ref.period,
        title: `${short(last.file)} was sent for ${listOf(names)}`,
        message: `The same file, ${last.file}, stands for ${listOf(names)}. Please check which of them it is for and send the other.`,
        cells: [],
        about: [sha256],
      },
    ];
  });
}

export function pastedDrafts(board: Board): readonly Draft[] {
  return [...blockDrafts(board), ...twinDrafts(board), ...fileDrafts(board)];
}
