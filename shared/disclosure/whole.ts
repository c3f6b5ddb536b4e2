/**
 * The cheapest solution in whole numbers: branch and bound over the linear program (Land and Doig 1960).
 *
 * Sums of rows and columns nearly always have whole corners; only tangled sets of tables need any branching. The
 * search is cut off after a number of branches: what it returns is right, but now and then not the cheapest.
 */
import { cheapest, type Program } from '#shared/disclosure/simplex.ts';

/** Branches spent on finding a solution, and on looking for a cheaper one. */
const MOST_BRANCHES = { none: 120, some: 30 };
const NEAR = 1e-6;

interface Node {
  readonly least: ReadonlyMap<number, number>;
  readonly most: ReadonlyMap<number, number>;
}

/** The program with its variables counted from their least values. */
function narrowed({ rows, equals, cost, upper }: Program, { least, most }: Node): Program | null {
  const bounds = upper.map((bound, j) => Math.min(bound, most.get(j) ?? bound) - (least.get(j) ?? 0));
  if (bounds.some((bound) => bound < 0)) return null;
  const moved = equals.map((value, i) =>
    [...least].reduce((sum, [j, at]) => sum - (rows[i]?.[j] ?? 0) * at, value),
  );
  return { rows, equals: moved, cost, upper: bounds };
}

function solved(program: Program, node: Node): readonly number[] | null {
  const inner = narrowed(program, node);
  const x = inner ? cheapest(inner) : null;
  return x ? x.map((value, j) => value + (node.least.get(j) ?? 0)) : null;
}

/** Position of the value furthest from a whole number, -1 where all are whole. */
function mostBroken(x: readonly number[]): number {
  let worst = -1;
  let distance = NEAR;
  x.forEach((value, j) => {
    const off = Math.abs(value - Math.round(value));
    if (off <= distance) return;
    distance = off;
    worst = j;
  });
  return worst;
}

export function cheapestWhole(program: Program): readonly number[] | null {
  const price = (x: readonly number[]) =>
    x.reduce((sum, value, j) => sum + value * (program.cost[j] ?? 0), 0);
  const open: Node[] = [{ least: new Map(), most: new Map() }];
  let best: readonly number[] | null = null;
  for (let branches = 0; open.length > 0 && branches < MOST_BRANCHES[best ? 'some' : 'none']; branches++) {
    const node = open.pop();
    const x = node && solved(program, node);
    if (!x || (best && price(x) >= price(best) - NEAR)) continue;
    const j = mostBroken(x);
    if (j < 0) {
      best = x.map(Math.round);
      continue;
    }
    const value = x[j] ?? 0;
    const below: Node = { ...node, most: new Map([...node.most, [j, Math.floor(value)]]) };
    const above: Node = { ...node, least: new Map([...node.least, [j, Math.ceil(value)]]) };
    // The nearer whole number is tried first.
    open.push(...(value % 1 < 0.5 ? [above, below] : [below, above]));
  }
  return best;
}
