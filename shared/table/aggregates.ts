import type { ShapeRelation, ShapeTable } from '#shared/table/table.ts';

/** The arithmetic a table's own shape claims. */
export function relationsOf(_table: ShapeTable): readonly ShapeRelation[] {
  return [];
}
