/** What an error needs to know of the simulation it is put into. */

import type { Edit } from '#test/simulation/errors/edit.ts';
import { cellsIn } from '#test/simulation/model/evaluate.ts';
import {
  cellsOf,
  type SimCell,
  type SimKind,
  type SimRelation,
  type SimReturn,
  type SimRow,
  type SimTable,
  type Simulation,
} from '#test/simulation/model/model.ts';
import { must, type Random } from '#test/simulation/model/prng.ts';

export interface Spot {
  readonly cell: SimCell;
  readonly row: SimRow;
  readonly table: SimTable;
  readonly value: SimReturn;
}

export interface Context {
  readonly simulation: Simulation;
  readonly rng: Random;
  readonly cells: ReadonlyMap<string, SimCell>;
  readonly spots: ReadonlyMap<string, Spot>;
  /** Hard relations by cell. */
  readonly relations: ReadonlyMap<string, readonly SimRelation[]>;
}

/** An error before it is known whether anything can reveal it. */
export interface Draft {
  readonly provider: string;
  readonly period: string;
  readonly table: string | null;
  readonly edits: readonly Edit[];
  /** Identities of the cells, labels or captions that are wrong; the first is the heart of it. */
  readonly cells: readonly string[];
  /** Shows without any relation: a blank, an unknown label, a return that is not there. */
  readonly plain: boolean;
}

export function contextOf(simulation: Simulation, rng: Random): Context {
  const spots = new Map<string, Spot>();
  for (const value of simulation.returns)
    for (const table of value.tables)
      for (const row of table.rows)
        for (const cell of row.cells) if (cell) spots.set(cell.id, { cell, row, table, value });
  const relations = new Map<string, SimRelation[]>();
  for (const relation of simulation.relations) {
    if (relation.soft) continue;
    for (const cell of cellsIn(relation)) {
      const mine = relations.get(cell);
      if (mine) mine.push(relation);
      else relations.set(cell, [relation]);
    }
  }
  return { simulation, rng, cells: cellsOf(simulation), spots, relations };
}

export const relationsAt = (context: Context, id: string): readonly SimRelation[] =>
  context.relations.get(id) ?? [];

export const hasKind = (context: Context, id: string, kind: SimKind): boolean =>
  relationsAt(context, id).some((each) => each.kind === kind);

/** Every cell tied to one of these by a relation: no second error goes there. */
export function neighbourhood(context: Context, ids: readonly string[]): Set<string> {
  const found = new Set(ids);
  for (const id of ids)
    for (const relation of relationsAt(context, id)) for (const each of cellsIn(relation)) found.add(each);
  return found;
}

/** Draws a cell of a quarter that passes a test, every table being as likely; null when none does. */
export function draw(context: Context, period: string, test: (spot: Spot) => boolean): Spot | null {
  const fit = [...context.spots.values()].filter((each) => each.table.period === period && test(each));
  const tables = [...Map.groupBy(fit, (each) => each.table.code).values()];
  return tables.length ? context.rng.pick(context.rng.pick(tables)) : null;
}

export const spotOf = (context: Context, id: string): Spot => must(context.spots.get(id), `cell ${id}`);

export const draftAt = (
  spot: Spot,
  edits: readonly Edit[],
  cells: readonly string[],
  plain = false,
): Draft => ({
  provider: spot.value.provider,
  period: spot.table.period,
  table: spot.table.code,
  edits,
  cells,
  plain,
});
