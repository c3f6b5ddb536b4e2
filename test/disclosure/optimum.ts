/**
 * The cheapest safe pattern of one table with totals, exactly: what the chooser is measured against.
 *
 * Whether a pattern protects a cell is a question of flow (Kelly, Golden and Assad 1992); a minimum cut that stops it
 * names cells of which at least one must be withheld. The cheapest set that meets every cut found so far, over and
 * over until nothing is unprotected, is the optimum (implicit hitting sets: Moreno-Centeno and Karp 2013).
 */
import type { Table } from '#test/disclosure/linked.ts';

interface Problem {
  readonly table: Table;
  readonly threshold: number;
  readonly cost: readonly number[];
}

interface Demand {
  readonly cell: number;
  readonly way: 1 | -1;
  readonly amount: number;
}

/** Nodes are rows, then columns; a cell is an edge. Returns the nodes reached where the flow falls short, else null. */
function shortfall(
  { table }: Problem,
  open: ReadonlySet<number>,
  demand: Demand,
): ReadonlySet<number> | null {
  const [height, width] = [table.length, table[0]?.length ?? 0];
  const value = (c: number) => table[Math.floor(c / width)]?.[c % width] ?? 0;
  const sign = (c: number) =>
    (Math.floor(c / width) === height - 1 ? -1 : 1) * (c % width === width - 1 ? -1 : 1);
  const moved = new Map<number, number>();
  // A cell's flow runs from its row to its column when it grows, and back when it shrinks; totals the other way.
  const room = (c: number, forward: boolean) => {
    const grows = sign(c) > 0 === forward;
    const by = moved.get(c) ?? 0;
    return grows ? Number.POSITIVE_INFINITY : value(c) + by - 1;
  };
  const row = Math.floor(demand.cell / width);
  const column = height + (demand.cell % width);
  const grows = demand.way * sign(demand.cell) > 0;
  const [from, to] = grows ? [column, row] : [row, column];
  let left = demand.amount;
  while (left > 0) {
    const came = new Map<number, readonly [number, number, boolean]>([[from, [-1, -1, true]]]);
    const queue = [from];
    for (const node of queue) {
      if (node === to) break;
      for (const c of open) {
        if (c === demand.cell) continue;
        const [r, k] = [Math.floor(c / width), height + (c % width)];
        if (node !== r && node !== k) continue;
        const next = node === r ? k : r;
        if (came.has(next) || room(c, node === r) <= 0) continue;
        came.set(next, [node, c, node === r]);
        queue.push(next);
      }
    }
    if (!came.has(to)) return new Set(came.keys());
    const path: (readonly [number, boolean])[] = [];
    for (let node = to; node !== from; ) {
      const [before, c, forward] = came.get(node) ?? [from, 0, true];
      path.push([c, forward]);
      node = before;
    }
    const by = Math.min(left, ...path.map(([c, forward]) => room(c, forward)));
    for (const [c, forward] of path) {
      moved.set(c, (moved.get(c) ?? 0) + (sign(c) > 0 === forward ? by : -by));
    }
    left -= by;
  }
  return null;
}

/** Cells that would let more flow out of what was reached: at least one of them has to be withheld. */
function cutOf(
  { table }: Problem,
  open: ReadonlySet<number>,
  reached: ReadonlySet<number>,
  all: readonly number[],
) {
  const [height, width] = [table.length, table[0]?.length ?? 0];
  return all.filter((c) => {
    const [r, k] = [Math.floor(c / width), height + (c % width)];
    return !open.has(c) && reached.has(r) !== reached.has(k);
  });
}

/** The cheapest set with a cell of every cut; null where that takes too long to prove. */
function hittingSet(cuts: readonly (readonly number[])[], cost: readonly number[], steps: { left: number }) {
  let best = Number.POSITIVE_INFINITY;
  let found: readonly number[] = [];
  const bound = (left: readonly (readonly number[])[]) => {
    const used = new Set<number>();
    let sum = 0;
    for (const cut of [...left].sort((a, b) => a.length - b.length)) {
      if (cut.some((c) => used.has(c))) continue;
      for (const c of cut) used.add(c);
      sum += Math.min(...cut.map((c) => cost[c] ?? 1));
    }
    return sum;
  };
  const visit = (
    taken: readonly number[],
    spent: number,
    left: readonly (readonly number[])[],
    barred: ReadonlySet<number>,
  ) => {
    if (steps.left-- <= 0 || spent + bound(left) >= best - 1e-9) return;
    const next = left.reduce<readonly number[] | null>((a, b) => (a && a.length <= b.length ? a : b), null);
    if (!next) {
      [best, found] = [spent, taken];
      return;
    }
    const off = new Set(barred);
    for (const c of [...next].sort((a, b) => (cost[a] ?? 1) - (cost[b] ?? 1))) {
      const rest = left.filter((cut) => !cut.includes(c)).map((cut) => cut.filter((one) => !off.has(one)));
      if (rest.every((cut) => cut.length > 0)) visit([...taken, c], spent + (cost[c] ?? 1), rest, off);
      off.add(c);
    }
  };
  visit([], 0, cuts, new Set());
  return steps.left > 0 && best < Number.POSITIVE_INFINITY ? found : null;
}

/** Further cells of the cheapest safe pattern, by position row by row; null where none was proved the cheapest. */
export function optimum(problem: Problem): readonly number[] | null {
  const { table, threshold, cost } = problem;
  const values = table.flat();
  const all = values.flatMap((value, c) => (value === 0 ? [] : [c]));
  const small = all.filter((c) => (values[c] ?? 0) <= threshold);
  const everything = new Set(all);
  const demands = small.flatMap((cell): readonly Demand[] => {
    const value = values[cell] ?? 0;
    const up: Demand = { cell, way: 1, amount: threshold + 1 - value };
    const downs = Array.from(
      { length: value - 1 },
      (_, i): Demand => ({ cell, way: -1, amount: value - 1 - i }),
    );
    const down = downs.find((demand) => !shortfall(problem, everything, demand));
    return [...(shortfall(problem, everything, up) ? [] : [up]), ...(down ? [down] : [])];
  });
  const cuts: (readonly number[])[] = [];
  const steps = { left: 400_000 };
  for (;;) {
    const chosen = hittingSet(cuts, cost, steps);
    if (!chosen) return null;
    const open = new Set([...small, ...chosen]);
    const before = cuts.length;
    for (const demand of demands) {
      const reached = shortfall(problem, open, demand);
      if (reached) cuts.push(grown(problem, open, demand, reached, all));
    }
    if (cuts.length === before) return chosen;
  }
}

/** The cut of a pattern made as large as it can be while the demand stays unmet: fewer cells, a stronger cut. */
function grown(
  problem: Problem,
  open: ReadonlySet<number>,
  demand: Demand,
  reached: ReadonlySet<number>,
  all: readonly number[],
) {
  const wide = new Set(open);
  let at = reached;
  for (const c of all) {
    if (wide.has(c)) continue;
    wide.add(c);
    const still = shortfall(problem, wide, demand);
    if (still) at = still;
    else wide.delete(c);
  }
  return cutOf(problem, wide, at, all);
}
