/** Returns and their versions: which file counts for a provider and quarter, and which did before. */
import type { ReadDb } from '#db/handle.ts';
import { all, first, sql } from '#db/sql.ts';
import type { Hints } from '#shared/meaning/understood.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { ReturnStatus, ReturnVersion } from '#shared/operation/stored.ts';

interface ReturnRow {
  readonly id: number;
  readonly line: number;
  readonly version: number;
  readonly provider: string;
  readonly period: string;
  readonly name: string;
  readonly file: string;
  readonly size: number;
  readonly status: ReturnStatus;
  readonly superseded_by: number | null;
  readonly table_codes: string;
  readonly hints: string;
  readonly definition: number;
  readonly recogniser: string;
  readonly imported_at: string;
  readonly imported_by: string;
}

const RETURNS = sql`SELECT return_version.*, file.size, assertion_set.definition, assertion_set.recogniser
  FROM return_version
  JOIN file ON file.sha256 = return_version.file
  JOIN assertion_set ON assertion_set.id = return_version.assertion_set`;

/** The returns that count, by period, provider and order of import; of one period when given. */
export function currentReturns(db: ReadDb, period: string | null = null): readonly ReturnVersion[] {
  const rows = all<ReturnRow>(
    db,
    sql`${RETURNS} WHERE status = 'current' AND (${period} IS NULL OR period = ${period})
      ORDER BY period, provider, return_version.id`,
  );
  return rows.map(returnOf);
}

/** Every version ever imported and still on the board's books, in order of import. */
export function allReturns(db: ReadDb): readonly ReturnVersion[] {
  return all<ReturnRow>(db, sql`${RETURNS} ORDER BY return_version.id`).map(returnOf);
}

export function returnById(db: ReadDb, id: number): ReturnVersion | null {
  const row = first<ReturnRow>(db, sql`${RETURNS} WHERE return_version.id = ${id}`);
  return row ? returnOf(row) : null;
}

/** Every version of one provider's returns for one period, in order of import. */
export function returnsFrom(db: ReadDb, provider: string, period: string): readonly ReturnVersion[] {
  const rows = all<ReturnRow>(
    db,
    sql`${RETURNS} WHERE provider = ${provider} AND period = ${period} ORDER BY return_version.id`,
  );
  return rows.map(returnOf);
}

/** The row as it stands, for a difference. Throws where there is none. */
export function returnRow(db: ReadDb, id: number): Row {
  const row = first<Row>(db, sql`SELECT * FROM return_version WHERE id = ${id}`);
  if (!row) throw new Error(`There is no return ${id}`);
  return row;
}

export type NewReturn = Omit<ReturnVersion, 'size' | 'status' | 'supersededBy' | 'definition' | 'recogniser'>;

export function newReturnRow(version: NewReturn, assertionSet: number): Row {
  return {
    id: version.id,
    line: version.line,
    version: version.version,
    provider: version.provider,
    period: version.period,
    name: version.name,
    file: version.sha256,
    status: 'current',
    superseded_by: null,
    assertion_set: assertionSet,
    table_codes: JSON.stringify(version.tableCodes),
    hints: JSON.stringify(version.hints),
    imported_at: version.at,
    imported_by: version.by,
  };
}

function returnOf(row: ReturnRow): ReturnVersion {
  return {
    id: row.id,
    line: row.line,
    version: row.version,
    provider: row.provider,
    period: row.period,
    name: row.name,
    sha256: row.file,
    size: row.size,
    status: row.status,
    supersededBy: row.superseded_by,
    tableCodes: JSON.parse(row.table_codes) as string[],
    hints: JSON.parse(row.hints) as Hints,
    definition: row.definition,
    recogniser: row.recogniser,
    at: row.imported_at,
    by: row.imported_by,
  };
}
