/** Tangles of many errors in one connected set of relations, of the kinds that cost a search most. */
import type { Relation, Variable } from '#shared/relation/relation.ts';
import { exact, ratio, relation, rounded, sum, variablesIn } from '#test/relation/build.ts';

export interface Tangle {
  readonly name: string;
  readonly relations: readonly Relation[];
  readonly variables: ReadonlyMap<string, Variable>;
}

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at);

/** The same numbers every time, scattered enough. */
const scattered = (at: number, below: number): number => ((at * 7919 + 104_729) % 10_007) % below;

/** A table with totals both ways and a grand total, its cells changed by `wrong`. */
function table(
  name: string,
  size: number,
  wrong: (row: number, col: number, value: number) => number,
): Tangle {
  const value = (row: number, col: number) => scattered(row * size + col, 40) + 1;
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const lines = range(size);
  const row = (r: number) => total(lines.map((c) => value(r, c)));
  const col = (c: number) => total(lines.map((r) => value(r, c)));
  const cells = lines.flatMap((r) => lines.map((c) => exact(`${r}.${c}`, wrong(r, c, value(r, c)))));
  const totals = lines.flatMap((at) => [exact(`row${at}`, row(at)), exact(`col${at}`, col(at))]);
  return {
    name,
    variables: variablesIn(...cells, ...totals, exact('all', total(lines.map(row)))),
    relations: [
      ...lines.map((r) => relation(`across ${r}`, sum(`row${r}`, ...lines.map((c) => `${r}.${c}`)))),
      ...lines.map((c) => relation(`down ${c}`, sum(`col${c}`, ...lines.map((r) => `${r}.${c}`)))),
      relation('rows', sum('all', ...lines.map((r) => `row${r}`))),
      relation('columns', sum('all', ...lines.map((c) => `col${c}`))),
    ],
  };
}

/** Every relation ties a dozen cells drawn from all, and none holds. */
function random(cells: number, relations: number): Tangle {
  const ids = range(cells).map((at) => `x${at}`);
  const parts = (at: number) =>
    [...new Set(range(12).map((k) => `x${scattered(at * 13 + k, cells)}`))].filter(
      (id) => id !== `x${at % cells}`,
    );
  return {
    name: 'relations drawn at random',
    variables: variablesIn(...ids.map((id, at) => exact(id, scattered(at, 500)))),
    relations: range(relations).map((at) => relation(`r${at}`, sum(`x${at % cells}`, ...parts(at)))),
  };
}

/** Many sources of one quantity, no two of which agree. */
function disagreeing(sources: number): Tangle {
  const at = range(sources);
  return {
    name: 'sources of one quantity that all differ',
    variables: variablesIn(...at.map((one) => exact(`s${one}`, one * 3 + 1))),
    relations: at.flatMap((a) => at.slice(a + 1).map((b) => relation(`${a}=${b}`, sum(`s${a}`, `s${b}`)))),
  };
}

/** Percentages of one whole, a third of them wrong, and the whole wrong too. */
function shares(count: number): Tangle {
  const at = range(count);
  const top = (one: number) => scattered(one, 90) + 1;
  const rate = (one: number) => Math.round((100 * top(one)) / 5000) / 100 + (one % 3 === 0 ? 0.2 : 0);
  return {
    name: 'percentages of one wrong whole',
    variables: variablesIn(
      exact('whole', 4100),
      ...at.flatMap((one) => [exact(`n${one}`, top(one)), rounded(`p${one}`, rate(one), 0.01)]),
    ),
    relations: [
      ...at.map((one) => relation(`share ${one}`, ratio(`p${one}`, `n${one}`, 'whole'))),
      relation('sum', sum('whole', ...at.map((one) => `n${one}`))),
    ],
  };
}

/** Counts of one beside pounds by the hundred million, wrong by one and by a factor of ten. */
function farApart(levels: number): Tangle {
  const at = range(levels);
  const value = (one: number) => (one % 2 === 0 ? 1 : 100_000_000);
  let running = 0;
  const sums = at.map((one) => {
    running += value(one);
    return exact(`to${one}`, running + (one % 5 === 0 ? 1 : 0) + (one % 7 === 0 ? 900_000_000 : 0));
  });
  return {
    name: 'values of 1 and 100,000,000 in one system',
    variables: variablesIn(...at.map((one) => exact(`v${one}`, value(one))), ...sums),
    relations: at.slice(1).map((one) => relation(`step ${one}`, sum(`to${one}`, `to${one - 1}`, `v${one}`))),
  };
}

export function tangles(): readonly Tangle[] {
  const off = (by: number) => (row: number, col: number, value: number) =>
    scattered(row * 31 + col, by) === 0 ? value * 10 : value;
  return [
    table('a few wrong cells in every line', 30, off(9)),
    table('every cell of a block a thousand times too large', 20, (row, col, value) =>
      row < 12 && col < 12 ? value * 1000 : value,
    ),
    table('every cell wrong', 40, (row, col, value) => value + scattered(row + col * 3, 7)),
    random(120, 150),
    disagreeing(40),
    shares(80),
    farApart(120),
  ];
}
