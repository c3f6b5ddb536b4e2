/**
 * A small linear program with bounded variables: the cheapest x with A·x = b and 0 ≤ x ≤ upper.
 *
 * Primal simplex on a dense tableau in two phases, upper bounds handled by turning a variable round (Dantzig 1955;
 * Chvátal 1983, chapter 8). Meant for some hundreds of columns; what it returns is checked by whoever uses it.
 */

export interface Program {
  readonly rows: readonly (readonly number[])[];
  readonly equals: readonly number[];
  readonly cost: readonly number[];
  /** Highest value of each variable; `Infinity` where there is none. */
  readonly upper: readonly number[];
}

const NEAR = 1e-9;
const MOST_STEPS = 4000;
/** From here on the first column that helps is taken, which cannot cycle (Bland 1977). */
const CAREFUL = 400;

/**
 * Rows of the tableau hold the program's own columns only. The variables that make up for what a row lacks at the
 * start (positions from `width` on) never come back once they have left, so their columns are never needed.
 */
interface Tableau {
  readonly rows: Float64Array[];
  readonly values: number[];
  readonly upper: number[];
  readonly basis: number[];
  readonly turned: boolean[];
  readonly width: number;
}

/** The cheapest solution, or null where there is none (or none was found in a bounded number of steps). */
export function cheapest(program: Program): readonly number[] | null {
  const width = program.cost.length;
  const tableau = start(program);
  if (!descend(tableau, (j) => (j < width ? 0 : 1))) return null;
  if (tableau.basis.some((j, i) => j >= width && (tableau.values[i] ?? 0) > 1e-7)) return null;
  for (let i = 0; i < program.rows.length; i++) tableau.upper[width + i] = 0;
  return descend(tableau, (j) => program.cost[j] ?? 0) ? solutionOf(tableau) : null;
}

function start({ rows, equals, upper, cost }: Program): Tableau {
  const width = cost.length;
  return {
    rows: rows.map((row, i) => Float64Array.from((equals[i] ?? 0) < 0 ? row.map((a) => -a) : row)),
    values: equals.map(Math.abs),
    upper: [...upper, ...rows.map(() => Number.POSITIVE_INFINITY)],
    basis: rows.map((_, i) => width + i),
    turned: new Array<boolean>(width + rows.length).fill(false),
    width,
  };
}

function solutionOf({ values, basis, turned, upper, width }: Tableau): readonly number[] {
  const x = new Array<number>(width).fill(0);
  basis.forEach((j, i) => {
    if (j < width) x[j] = values[i] ?? 0;
  });
  return x.map((value, j) => (turned[j] ? (upper[j] ?? 0) - value : value));
}

type Cost = (column: number) => number;

/** Reduced costs of the columns as they stand, turned ones included. */
function reducedCosts({ rows, basis, turned, width }: Tableau, cost: Cost): Float64Array {
  const at = (j: number) => (turned[j] ? -cost(j) : cost(j));
  const reduced = Float64Array.from({ length: width }, (_, j) => at(j));
  basis.forEach((b, i) => {
    const row = rows[i];
    if (row) subtract(reduced, row, at(b));
  });
  return reduced;
}

/** Improves until nothing does; false where that took too long or has no end. */
function descend(tableau: Tableau, cost: Cost): boolean {
  const reduced = reducedCosts(tableau, cost);
  for (let step = 0; step < MOST_STEPS; step++) {
    const column = entering(tableau, reduced, step > CAREFUL);
    if (column < 0) return true;
    if (!enter(tableau, reduced, column)) return false;
  }
  return false;
}

function entering({ upper, width }: Tableau, reduced: Float64Array, first: boolean): number {
  let best = -1;
  let least = -NEAR;
  for (let j = 0; j < width; j++) {
    const value = reduced[j] ?? 0;
    if (value >= least || (upper[j] ?? 0) <= 0) continue;
    best = j;
    if (first) return best;
    least = value;
  }
  return best;
}

/** How far the entering variable can go, and which row stops it (-1: its own bound). */
function limitOf({ rows, values, upper, basis }: Tableau, column: number) {
  let limit = upper[column] ?? 0;
  let row = -1;
  for (let i = 0; i < rows.length; i++) {
    const a = rows[i]?.[column] ?? 0;
    if (a <= NEAR && a >= -NEAR) continue;
    const value = values[i] ?? 0;
    const room = a > 0 ? value / a : ((upper[basis[i] ?? 0] ?? 0) - value) / -a;
    if (room > limit) continue;
    const closer = row >= 0 && (basis[i] ?? 0) < (basis[row] ?? 0);
    if (room < limit - NEAR || closer) {
      limit = Math.max(0, room);
      row = i;
    }
  }
  return { limit, row };
}

function enter(tableau: Tableau, reduced: Float64Array, column: number): boolean {
  const { limit, row } = limitOf(tableau, column);
  if (limit === Number.POSITIVE_INFINITY) return false;
  if (row < 0) {
    turnColumn(tableau, reduced, column);
    return true;
  }
  if ((tableau.rows[row]?.[column] ?? 0) < 0) turnRow(tableau, row);
  pivot(tableau, reduced, row, column);
  return true;
}

/** Measures a variable outside the basis from its other bound. */
function turnColumn({ rows, values, upper, turned }: Tableau, reduced: Float64Array, j: number): void {
  const bound = upper[j] ?? 0;
  rows.forEach((row, i) => {
    const a = row[j] ?? 0;
    values[i] = (values[i] ?? 0) - a * bound;
    row[j] = -a;
  });
  reduced[j] = -(reduced[j] ?? 0);
  turned[j] = !turned[j];
}

/** Measures a basic variable from its other bound. */
function turnRow({ rows, values, upper, basis, turned }: Tableau, i: number): void {
  const b = basis[i] ?? 0;
  const row = rows[i];
  if (!row) return;
  for (let j = 0; j < row.length; j++) if (j !== b) row[j] = -(row[j] ?? 0);
  values[i] = (upper[b] ?? 0) - (values[i] ?? 0);
  turned[b] = !turned[b];
}

function pivot({ rows, values, basis }: Tableau, reduced: Float64Array, at: number, column: number): void {
  const row = rows[at];
  if (!row) return;
  const by = row[column] ?? 1;
  if (by !== 1) for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) / by;
  const value = (values[at] ?? 0) / by;
  values[at] = value;
  for (let i = 0; i < rows.length; i++) {
    const other = rows[i];
    const factor = other?.[column] ?? 0;
    if (i === at || !other || factor === 0) continue;
    subtract(other, row, factor);
    values[i] = (values[i] ?? 0) - factor * value;
  }
  subtract(reduced, row, reduced[column] ?? 0);
  basis[at] = column;
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < row.length; j++) {
    const value = row[j];
    if (value) from[j] = (from[j] ?? 0) - factor * value;
  }
}
