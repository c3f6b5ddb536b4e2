/** The board's definition, every version of it; the highest number is in force. */
import type { ReadDb } from '#db/handle.ts';
import { all, first, sql } from '#db/sql.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { Stamp } from '#shared/operation/operation.ts';
import type { DefinitionVersion } from '#shared/operation/stored.ts';

/** The definition in force. Throws on a board without one, which `createBoard` does not make. */
export function currentDefinition(db: ReadDb): BoardDefinition {
  const definition = newest(db);
  if (!definition) throw new Error('The board has no definition');
  return definition;
}

export function newest(db: ReadDb): BoardDefinition | null {
  return parsed(first(db, sql`SELECT definition FROM definition_version ORDER BY version DESC LIMIT 1`));
}

/** An earlier version as it was; null where there is none of that number. */
export function definitionAt(db: ReadDb, version: number): BoardDefinition | null {
  return parsed(first(db, sql`SELECT definition FROM definition_version WHERE version = ${version}`));
}

export function definitionVersions(db: ReadDb): readonly DefinitionVersion[] {
  return all(db, sql`SELECT version, at, by FROM definition_version ORDER BY version`);
}

export function definitionRow(definition: BoardDefinition, { at, by }: Stamp): Row {
  return { version: definition.version, definition: JSON.stringify(definition), at, by };
}

/** The last definitions read, by their text: what is worked out from one object serves as long as it is the same. */
const READ = new Map<string, BoardDefinition>();
const KEPT = 4;

function parsed(row: { readonly definition: string } | undefined): BoardDefinition | null {
  if (!row) return null;
  const known = READ.get(row.definition) ?? (JSON.parse(row.definition) as BoardDefinition);
  READ.delete(row.definition);
  READ.set(row.definition, known);
  for (const oldest of READ.keys()) if (READ.size > KEPT) READ.delete(oldest);
  return known;
}
