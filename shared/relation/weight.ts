/**
 * How hard a cell is to doubt: the cost of saying it is wrong.
 *
 * Fellegi and Holt's reliability weights. All stay within [0.8, 1.1], so that blaming one cell is always cheaper than
 * blaming two, and two than three: weights decide between explanations of equal size only. A later return's
 * restatement of an earlier period weighs the same as the earlier figure: either may be the mistake.
 */

/** A cell of a service's own return. */
export const OWN = 1;
/** A cell of a table the board compiles from others' figures: copied once more, so likelier wrong. */
export const COMPILED = 0.9;
/** A typed total or subtotal: worked out by hand from its rows. */
export const TOTAL_LESS = 0.03;
/** A percentage or mean: worked out from counts, so likelier wrong than they are. */
export const RATE_LESS = 0.05;
/** A blank cell in a table that is otherwise full: somebody forgot it. */
export const BLANK_IN_FULL = 0.85;
/** A blank cell in a table that leaves its zeros blank: nothing is missing. */
export const BLANK_IN_SPARSE = 1.05;
/** From this share of blank body cells on a table is taken to leave its zeros blank. */
export const SPARSE_FROM = 0.1;

/** Weight of a printed cell. */
export function cellWeight(cell: {
  readonly compiled: boolean;
  readonly total: boolean;
  readonly rate: boolean;
}): number {
  const base = cell.compiled ? COMPILED : OWN;
  return base - (cell.total ? TOTAL_LESS : 0) - (cell.rate ? RATE_LESS : 0);
}

/** Weight of a blank cell in a table of which `blankShare` (0 to 1) of the body is blank. */
export function blankWeight(blankShare: number): number {
  return blankShare >= SPARSE_FROM ? BLANK_IN_SPARSE : BLANK_IN_FULL;
}
