/**
 * A service's category filed under another of the board's categories than the definition files it.
 *
 * Example: the service counts 4 children "White/Black Caribbean"; the definition puts them under Dual Heritage, the
 * board's table counts them under Black Caribbean. The two tables then differ in two categories and agree in total,
 * and moving that one detailed category makes every category agree again.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { CategorySet } from '#shared/definition/definition.ts';
import type { Board } from '#shared/finding/place.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';

/** One table's count of one measure by the categories of one set. */
export interface Breakdown {
  readonly set: string;
  readonly table: UnderstoodTable;
  readonly from: UnderstoodReturn;
  /** By member code. */
  readonly cells: ReadonlyMap<string, readonly Assertion[]>;
  /** Members the table has a line for, blank or not. */
  readonly lines: ReadonlySet<string>;
}

/** A detailed category counted in another place than the definition has it. */
export interface Move {
  readonly member: string;
  readonly value: number;
  /** Where the definition puts it, and where the compiled table has it. */
  readonly from: string;
  readonly to: string;
}

export interface Misfiling {
  readonly compiled: Breakdown;
  readonly service: Breakdown;
  readonly moves: readonly Move[];
}

const MOST_MOVES = 3;

/** Quantities that differ only in the member of `set`. */
function groupKey(assertion: Assertion, set: string): string | null {
  const { key } = assertion;
  if (key === null || key.aspect !== 'value' || key.dims[set] === undefined || !assertion.quantity.whole)
    return null;
  const { [set]: _member, ...dims } = key.dims;
  return keyText({ ...key, dims });
}

function linesOf(table: UnderstoodTable, set: string): ReadonlySet<string> {
  const facets = [...table.rowFacets, ...table.columnFacets];
  return new Set(facets.flatMap((facet) => facet?.dims?.[set] ?? []));
}

/** Every breakdown of the board by a set that has finer and coarser members, gathered by what is counted. */
function breakdowns(board: Board, set: CategorySet): ReadonlyMap<string, readonly Breakdown[]> {
  const groups = new Map<string, Breakdown[]>();
  for (const from of board.returns)
    for (const table of from.tables) {
      const found = Map.groupBy(table.assertions, (assertion) => groupKey(assertion, set.code));
      for (const [name, assertions] of found) {
        if (name === null) continue;
        const cells = Map.groupBy(assertions, ({ key }) => key?.dims[set.code] ?? '');
        const lines = new Set([...linesOf(table, set.code), ...cells.keys()]);
        groups.set(name, [...(groups.get(name) ?? []), { set: set.code, table, from, cells, lines }]);
      }
    }
  return groups;
}

/** The compiled table's line a member is counted in: itself or the nearest coarser member the table knows. */
function fileUnder(set: CategorySet, lines: ReadonlySet<string>, member: string): string {
  let at = member;
  while (!lines.has(at)) {
    const up = set.members.find((candidate) => candidate.code === at)?.partOf ?? null;
    if (up === null) return at;
    at = up;
  }
  return at;
}

const sum = (assertions: readonly Assertion[] = []): number =>
  assertions.reduce((total, a) => total + a.quantity.value, 0);

type Gaps = ReadonlyMap<string, number>;

/** Compiled less service, by the compiled table's categories. */
function gapsOf(set: CategorySet, compiled: Breakdown, service: Breakdown): Gaps {
  const gaps = new Map<string, number>();
  const add = (code: string, value: number): Map<string, number> =>
    gaps.set(code, (gaps.get(code) ?? 0) + value);
  for (const [code, assertions] of compiled.cells) add(code, sum(assertions));
  for (const [code, assertions] of service.cells) add(fileUnder(set, compiled.lines, code), -sum(assertions));
  return new Map([...gaps].filter(([, value]) => value !== 0));
}

/** The fewest moves that close every gap, depth first from a category that has too many. */
function search(gaps: Gaps, sources: readonly Move[], depth: number): readonly Move[] | null {
  const [to] = [...gaps].filter(([, value]) => value > 0).toSorted(([a], [b]) => (a < b ? -1 : 1))[0] ?? [];
  if (to === undefined) return gaps.size === 0 ? [] : null;
  if (depth === 0) return null;
  for (const source of sources) {
    if (source.from === to) continue;
    const after = new Map(gaps);
    after.set(to, (after.get(to) ?? 0) - source.value);
    after.set(source.from, (after.get(source.from) ?? 0) + source.value);
    const left = new Map([...after].filter(([, value]) => value !== 0));
    const rest = search(
      left,
      sources.filter((other) => other !== source),
      depth - 1,
    );
    if (rest) return [{ ...source, to }, ...rest];
  }
  return null;
}

/** Moves that explain all differences, at least one of them of a category finer than the compiled table's. */
function movesBetween(set: CategorySet, compiled: Breakdown, service: Breakdown): readonly Move[] {
  const gaps = gapsOf(set, compiled, service);
  const total = [...gaps.values()].reduce((a, b) => a + b, 0);
  if (gaps.size === 0 || gaps.size > MOST_MOVES * 2 || total !== 0) return [];
  const sources = [...service.cells]
    .map(([member, cells]) => ({
      member,
      value: sum(cells),
      from: fileUnder(set, compiled.lines, member),
      to: '',
    }))
    .filter(({ member, from, value }) => value > (member === from ? 1 : 0))
    .toSorted(
      (a, b) => Number(a.member === a.from) - Number(b.member === b.from) || (a.member < b.member ? -1 : 1),
    );
  for (let depth = 1; depth <= MOST_MOVES; depth += 1) {
    const moves = search(gaps, sources, depth);
    if (moves) return moves.some((move) => move.member !== move.from) ? moves : [];
  }
  return [];
}

/** Every pair of tables in which the finer one's categories were filed elsewhere than the definition has them. */
export function misfilings(board: Board): readonly Misfiling[] {
  return board.definition.sets
    .filter((set) => set.members.some((member) => member.partOf !== null))
    .flatMap((set) =>
      [...breakdowns(board, set).values()].flatMap((tables) =>
        tables.flatMap((compiled) =>
          tables.flatMap((service) => {
            const coarser = [...service.cells.keys()].some((code) => !compiled.lines.has(code));
            if (service === compiled || !coarser || compiled.cells.size < 3) return [];
            const moves = movesBetween(set, compiled, service);
            return moves.length === 0 ? [] : [{ compiled, service, moves }];
          }),
        ),
      ),
    );
}
