/** A recognised table as a few short lines, for tests that compare the whole of it. */
import type { ShapeRelation, ShapeTable } from '#shared/table/table.ts';

function relationText(one: ShapeRelation): string {
  const sign = { sum: ' + ', percent: ' / ', difference: ' - ' }[one.kind];
  const broken = one.held ? '' : ' BROKEN';
  return `${one.result} = ${one.parts.join(sign)}${broken}`;
}

/** `A3:C6 "Caption" matrix, 1 header, labels 0` and its relations, in the order found. */
export function shapeText(table: ShapeTable): readonly string[] {
  const caption = table.caption === null ? 'no caption' : `"${table.caption}"`;
  const labels = table.labelColumns.join(' ') || 'none';
  const head = `${table.range} ${caption}, ${table.layout}, headers ${table.headerRows.length}, labels ${labels}`;
  return [head, ...table.relations.map(relationText)];
}
