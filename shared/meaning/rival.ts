/**
 * Two tables of one return that come to mean the same quantities and yet say different numbers nearly everywhere are
 * not one table with twenty errors: what tells them apart was not read (a sheet's name cut off, a caption missing).
 * The worse reading counts for nothing, both where neither is better; a person is then asked which table it is.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';

/** Fewer quantities in common may well be errors. */
const LEAST = 5;
const MOSTLY = 0.6;
/** Readings this near one another are as good. */
const TIE = 0.02;

type Said = ReadonlyMap<string, number>;

function isTold({ key, role }: Assertion): boolean {
  return key !== null && role === 'main' && key.aspect !== 'of-target';
}

function saidBy({ assertions }: UnderstoodTable): Said {
  return new Map(
    assertions.flatMap((one) =>
      one.key && isTold(one) ? [[keyText(one.key), one.quantity.value] as const] : [],
    ),
  );
}

function areRivals(a: Said, b: Said): boolean {
  const shared = [...a].filter(([key]) => b.has(key));
  const differ = shared.filter(([key, value]) => b.get(key) !== value).length;
  const wide = shared.length >= MOSTLY * Math.min(a.size, b.size);
  return wide && differ >= LEAST && differ >= shared.length * MOSTLY;
}

/** Places of the tables whose reading is not to be trusted. */
function doubted(tables: readonly UnderstoodTable[]): ReadonlySet<number> {
  const said = tables.map(saidBy);
  const found = new Set<number>();
  for (const [i, a] of tables.entries()) {
    for (const [j, b] of tables.entries()) {
      const [mine, theirs] = [said[i], said[j]];
      if (j <= i || a.code === null || a.code !== b.code || !mine || !theirs) continue;
      if (!areRivals(mine, theirs)) continue;
      if (a.score < b.score + TIE) found.add(i);
      if (b.score < a.score + TIE) found.add(j);
    }
  }
  return found;
}

/** The table known by its shape only, with the reading it lost as the first to choose from. */
function shapeOnly(table: UnderstoodTable): UnderstoodTable {
  const { code, score } = table;
  return {
    ...table,
    code: null,
    alternatives: [...(code === null ? [] : [{ code, score }]), ...table.alternatives],
    rowFacets: table.rowFacets.map(() => null),
    columnFacets: table.columnFacets.map(() => null),
    assertions: table.assertions.map((one) => ({ ...one, key: null, table: null })),
    unknownLabels: [],
    periodConflicts: [],
  };
}

/** The tables of a return, those that cannot be told apart known by their shape only. */
export function withoutRivals(tables: readonly UnderstoodTable[]): readonly UnderstoodTable[] {
  const lost = doubted(tables);
  return lost.size === 0 ? tables : tables.map((table, at) => (lost.has(at) ? shapeOnly(table) : table));
}
