/**
 * How much the axes of a definition's table say about what it counts. Sources or destinations stand in one table only;
 * programmes, months and ethnicities stand in many, and only a heading tells whether they count referrals or complaints.
 */
import type { AxisReading, BoardDefinition, TableDefinition } from '#shared/definition/definition.ts';

function nameOfReading(reading: AxisReading): string {
  return reading.kind === 'set' ? `set ${reading.set}` : reading.kind;
}

function readingsOfTable(table: TableDefinition): readonly AxisReading[] {
  return [...table.rows, ...table.columns];
}

const MEASURES = new WeakMap<BoardDefinition, ReadonlyMap<string, ReadonlySet<string>>>();

/** The measures counted along each kind of axis. */
function measuresAlong(definition: BoardDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const known = MEASURES.get(definition);
  if (known) return known;
  const made = new Map<string, Set<string>>();
  for (const table of definition.tables) {
    for (const reading of readingsOfTable(table)) {
      const measures = made.get(nameOfReading(reading)) ?? new Set();
      made.set(nameOfReading(reading), measures.add(table.facets.measure ?? table.code));
    }
  }
  MEASURES.set(definition, made);
  return made;
}

function tells(reading: AxisReading, definition: BoardDefinition): boolean {
  if (reading.kind === 'cases') return true;
  if (reading.kind === 'items') return reading.items.some((item) => item.facets.measure !== undefined);
  return reading.kind === 'set' && measuresAlong(definition).get(nameOfReading(reading))?.size === 1;
}

const TELLING = new WeakMap<TableDefinition, boolean>();

/** Whether a table's labels alone tell what it counts. */
export function axesTell(table: TableDefinition, definition: BoardDefinition): boolean {
  const known = TELLING.get(table);
  if (known !== undefined) return known;
  const made = readingsOfTable(table).some((reading) => tells(reading, definition));
  TELLING.set(table, made);
  return made;
}
