/**
 * The cheapest way one count could be another: which others would have to be withheld for a reader to believe it.
 *
 * Moving one count by a given amount and keeping every sum is a flow through the tables; the cheapest flow names
 * the further cells to withhold (network suppression: Kelly, Golden and Assad 1992; Fischetti and Salazar 2001).
 * Only the surroundings of the count take part, widened until a way is found, so that large packs stay quick.
 */
import type { Disclosure, Move } from '#shared/disclosure/problem.ts';
import { type Core, completed, coreOf } from '#shared/disclosure/slack.ts';
import { cheapestWhole } from '#shared/disclosure/whole.ts';

export interface Network extends Disclosure {
  /** Positions in `sums`, by count. */
  readonly sumsOf: readonly (readonly number[])[];
}

/** The network without sums that bind nothing, and the whole of it for when they do. */
export interface Networks {
  readonly whole: Network;
  readonly light: Network;
  readonly core: Core;
}

function networkOf(problem: Disclosure): Network {
  const sumsOf: number[][] = problem.counts.map(() => []);
  problem.sums.forEach(({ terms }, s) => {
    for (const { count } of terms) sumsOf[count]?.push(s);
  });
  return { ...problem, sumsOf };
}

export function networksOf(problem: Disclosure): Networks {
  const core = coreOf(problem);
  return { whole: networkOf(problem), light: networkOf({ ...problem, sums: core.sums }), core };
}

/** Cost of moving a count by one; null where it must not move. */
export type Price = (count: number) => number | null;

const WIDTHS = [2, 3, 5, 9, 40];
const MOST_COUNTS = 260;

/** Counts that may move, nearest first, within so many sums of the one that must. */
function surroundings(network: Network, from: number, width: number, price: Price): readonly number[] {
  const found = new Set([from]);
  const passed = new Set<number>();
  let edge: readonly number[] = [from];
  for (let step = 0; step < width && edge.length > 0 && found.size < MOST_COUNTS; step++) {
    const next: number[] = [];
    for (const sum of edge.flatMap((count) => network.sumsOf[count] ?? [])) {
      if (passed.has(sum)) continue;
      passed.add(sum);
      for (const { count } of network.sums[sum]?.terms ?? []) {
        if (found.has(count) || price(count) === null) continue;
        found.add(count);
        next.push(count);
      }
    }
    edge = next;
  }
  found.delete(from);
  return [...found];
}

interface Column {
  readonly count: number;
  readonly sign: 1 | -1;
  readonly upper: number;
  readonly cost: number;
}

function columnsOf(network: Network, movable: readonly number[], price: Price): readonly Column[] {
  return movable.flatMap((count) => {
    const { value = 0, least = 0, most = Number.POSITIVE_INFINITY } = network.counts[count] ?? {};
    const cost = price(count) ?? 0;
    const up: Column = { count, sign: 1, upper: most - value, cost };
    const down: Column = { count, sign: -1, upper: value - least, cost };
    return [up, down].filter(({ upper }) => upper > 0);
  });
}

/** One row for each sum that the moving counts touch. */
function rowsOf(network: Network, target: number, by: number, columns: readonly Column[]) {
  const touched = new Set(
    [target, ...columns.map(({ count }) => count)].flatMap((c) => network.sumsOf[c] ?? []),
  );
  const factorsOf = [...touched].map(
    (sum) => new Map((network.sums[sum]?.terms ?? []).map(({ count, factor }) => [count, factor])),
  );
  return {
    rows: factorsOf.map((factors) => columns.map(({ count, sign }) => sign * (factors.get(count) ?? 0))),
    equals: factorsOf.map((factors) => -by * (factors.get(target) ?? 0)),
  };
}

function moveOf(target: number, by: number, columns: readonly Column[], x: readonly number[]): Move {
  const move = new Map<number, number>([[target, by]]);
  columns.forEach(({ count, sign }, j) => {
    const amount = (move.get(count) ?? 0) + sign * (x[j] ?? 0);
    if (amount === 0) move.delete(count);
    else move.set(count, amount);
  });
  return move;
}

/** Moves `target` by `by` at the least cost; null where no such move of whole numbers was found. */
export function cheapestMove(networks: Networks, target: number, by: number, price: Price): Move | null {
  const light = moveIn(networks.light, target, by, price);
  if (!light) return null;
  return completed(light, networks.core, networks.whole) ?? moveIn(networks.whole, target, by, price);
}

function moveIn(network: Network, target: number, by: number, price: Price): Move | null {
  if (by === 0) return new Map();
  let before = -1;
  for (const width of WIDTHS) {
    const movable = surroundings(network, target, width, price);
    if (movable.length === before) return null;
    before = movable.length;
    const columns = columnsOf(network, movable, price);
    const { rows, equals } = rowsOf(network, target, by, columns);
    const cost = columns.map((column) => column.cost);
    const x = cheapestWhole({ rows, equals, cost, upper: columns.map(({ upper }) => upper) });
    if (x) return moveOf(target, by, columns, x);
  }
  return null;
}
