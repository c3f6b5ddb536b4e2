/**
 * Ways to read a table's columns that need no saying: what is counted for a quarter may be spread over its months,
 * what a team returns over its programmes, what two services return over the services. A definition lists what is
 * usual; a service that sets its table out otherwise still says the same thing.
 */
import type { AxisReading, BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import { parsePeriod } from '#shared/period/period.ts';

type Plain = Extract<AxisReading['kind'], 'months' | 'programmes' | 'providers'>;

/** What is counted for the quarter, and nothing else: no years side by side, no line a case, no status to be told apart. */
function isQuarterly({ facets }: TableDefinition, readings: readonly AxisReading[]): boolean {
  if (facets.period !== 'quarter') return false;
  if (facets.measure === undefined && readings.some(({ kind }) => kind === 'set')) return false;
  return !readings.some(({ kind }) => kind === 'years' || kind === 'quarters' || kind === 'cases');
}

/** The table is about a programme that has others below it or beside it in a group of the board's. */
function hasProgrammes(table: TableDefinition, definition: BoardDefinition): boolean {
  const own = definition.programmes.find(({ code }) => code === table.facets.programme);
  const group = definition.programmes.find(({ code }) => code === own?.partOf);
  const below = definition.programmes.some(({ partOf }) => partOf === own?.code);
  return own !== undefined && (below || (group?.partOf ?? null) !== null);
}

/** Services of one kind that return the same table, as members of the board's set of providers. */
export function returnsBesideOthers(table: TableDefinition, definition: BoardDefinition): boolean {
  const members = definition.sets.find(({ code }) => code === 'provider')?.members ?? [];
  return table.providers.filter((code) => members.some((member) => member.code === code)).length > 1;
}

function isKnown(readings: readonly AxisReading[], kind: Plain): boolean {
  return readings.some(
    (one) => one.kind === kind || (kind === 'providers' && one.kind === 'set' && one.set === 'provider'),
  );
}

const MADE = new WeakMap<TableDefinition, readonly AxisReading[]>();

/** The readings of a table's columns: the definition's own, then those that need no saying. */
export function columnReadings(table: TableDefinition, definition: BoardDefinition): readonly AxisReading[] {
  const known = MADE.get(table);
  if (known) return known;
  const own = [...table.rows, ...table.columns];
  const possible: readonly (readonly [Plain, boolean])[] = [
    ['months', isQuarterly(table, own)],
    ['programmes', hasProgrammes(table, definition)],
    ['providers', returnsBesideOthers(table, definition)],
  ];
  const implied = possible.flatMap(([kind, holds]): readonly AxisReading[] =>
    holds && !isKnown(own, kind) ? [{ kind }] : [],
  );
  const made = implied.length ? [...table.columns, ...implied] : table.columns;
  MADE.set(table, made);
  return made;
}

/** Whether lines were read in a way the definition does not list for this table. */
export function isSpread(lines: readonly (Facets | null)[], table: TableDefinition): boolean {
  const own = [...table.rows, ...table.columns];
  return lines.some(
    (facets) =>
      (facets?.programme !== undefined && !isKnown(own, 'programmes')) ||
      (facets?.dims?.provider !== undefined && !isKnown(own, 'providers')) ||
      (facets?.at !== undefined && !isKnown(own, 'months')),
  );
}

/** Whether lines are months in a table about a year to date or an earlier quarter: months say the quarter is meant. */
export function isOutOfTime(lines: readonly (Facets | null)[], table: TableDefinition): boolean {
  const months = new Set(lines.flatMap((facets) => (isMonth(facets?.at) ? [facets?.at] : [])));
  return (
    table.facets.period === 'ytd' && months.size >= 2 && !isKnown([...table.rows, ...table.columns], 'months')
  );
}

function isMonth(at: string | undefined): boolean {
  return at !== undefined && parsePeriod(at)?.kind === 'month';
}

/** Whether the table's own columns are members of a set, and the lines name no member of any: its point is missing. */
export function lacksMembers(lines: readonly (Facets | null)[], { columns }: TableDefinition): boolean {
  const sets = columns.filter(({ kind }) => kind === 'set').length > 0;
  return sets && lines.every((facets) => Object.keys(facets?.dims ?? {}).length === 0);
}
