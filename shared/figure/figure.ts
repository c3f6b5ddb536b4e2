/** A figure is the value the board stands behind, with the cells and decisions under it. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

/**
 * `stated`: one cell says it. `agreed`: several say the same. `decided`: a decision chose or entered it.
 * `disputed`: an open finding touches it; the value shown is the likeliest, never silently. `derived`: the
 * relations give it from other figures.
 */
export type FigureStatus = 'stated' | 'agreed' | 'decided' | 'disputed' | 'derived';

export interface Figure {
  readonly key: QuantityKey;
  readonly quantity: Quantity;
  readonly status: FigureStatus;
  readonly sources: readonly CellRef[];
  /** Ids of the assertions, decisions and findings it rests on. */
  readonly assertions: readonly string[];
  readonly decisions: readonly string[];
  readonly findings: readonly string[];
}
