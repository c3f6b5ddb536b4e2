/**
 * The arithmetic a table's own shape claims: totals, subtotals, parents of bulleted rows, sums no label names,
 * differences and percentages. Every relation is given whether it holds or not: a broken one is the error
 * looked for.
 */
import { adjacentRelations, adjacentSums, type FoundSum, lineKey } from '#shared/table/adjacent.ts';
import { type Axis, axesOf } from '#shared/table/axis.ts';
import { cumulativeSums } from '#shared/table/cumulative.ts';
import { differenceRelations, labelledDifferences } from '#shared/table/differences.ts';
import { isTotalLine, labelledSums } from '#shared/table/labelled.ts';
import { nestedSums } from '#shared/table/nested.ts';
import { percentRelations } from '#shared/table/percents.ts';
import type { ShapeRelation, ShapeTable } from '#shared/table/table.ts';

/** Lines (by index on the axis) that stand in relations as result, and as part. */
function linesIn(axis: Axis, relations: readonly ShapeRelation[]) {
  if (relations.length === 0) return { results: new Set<number>(), parts: new Set<number>() };
  const lineAt = new Map<string, number>();
  for (const i of axis.lines.keys()) {
    for (const j of axis.cross.keys()) lineAt.set(axis.cell(i, j).address, i);
  }
  const results = new Set(relations.flatMap((one) => lineAt.get(one.result) ?? []));
  const parts = new Set(relations.flatMap((one) => one.parts.flatMap((part) => lineAt.get(part) ?? [])));
  return { results, parts };
}

/** Sums inside the body, before any total is looked at: lines that other lines already add up. */
function innerSums(axis: Axis, barred: ReadonlySet<string>): readonly FoundSum[] {
  const totals = new Set(axis.lines.flatMap((line, i) => (isTotalLine(line) ? [i] : [])));
  return adjacentSums(axis, totals, totals, barred);
}

/** Everything found in one direction. */
function alongAxis(axis: Axis): readonly ShapeRelation[] {
  const differences = labelledDifferences(axis);
  const barred = new Set(differences.map((one) => lineKey([one.result, ...one.parts])));
  const inner = innerSums(axis, barred);
  const nested = nestedSums(axis);
  const within = new Set([...inner.flatMap((one) => one.parts), ...linesIn(axis, nested).parts]);
  const known = [...labelledSums(axis, within), ...nested, ...cumulativeSums(axis)];
  const { results, parts } = linesIn(axis, known);
  const fresh = differences.filter((one) => !results.has(one.result));
  const done = new Set([...results, ...fresh.map((one) => one.result)]);
  const kept = inner.filter((one) => !done.has(one.result));
  const found = new Set([...done, ...kept.map((one) => one.result)]);
  const used = new Set([...parts, ...kept.flatMap((one) => one.parts)]);
  return [
    ...known,
    ...differenceRelations(axis, fresh),
    ...adjacentRelations(axis, kept),
    ...(found.size === 0 ? [] : adjacentRelations(axis, adjacentSums(axis, found, used, barred))),
    ...percentRelations(axis),
  ];
}

function keyOf(one: ShapeRelation): string {
  return [one.kind, one.result, [...one.parts].sort().join()].join('|');
}

/** Finds every relation of a table; the same cells are never tied twice in the same way. */
export function relationsOf(table: ShapeTable): readonly ShapeRelation[] {
  if (table.layout === 'cases') return [];
  const all = axesOf(table).flatMap(alongAxis);
  const seen = new Set<string>();
  return all.filter((one) => {
    const fresh = !seen.has(keyOf(one)) && one.parts.length > 0;
    seen.add(keyOf(one));
    return fresh;
  });
}
