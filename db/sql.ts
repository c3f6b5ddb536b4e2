/**
 * SQL only through a tagged template: values are always bound, never pasted in.
 *
 * `` all<Row>(db, sql`SELECT name FROM file WHERE sha256 = ${sha256}`) ``
 */
import type { Bindable, Connection, Statement } from '#db/driver.ts';
import type { ReadDb, WriteDb } from '#db/handle.ts';

export interface Query {
  readonly text: string;
  readonly values: readonly Bindable[];
}

export function sql(strings: TemplateStringsArray, ...parts: (Bindable | Query)[]): Query {
  let text = strings[0] ?? '';
  const values: Bindable[] = [];
  parts.forEach((part, i) => {
    const query = isQuery(part) ? part : { text: '?', values: [part] };
    text += query.text + (strings[i + 1] ?? '');
    values.push(...query.values);
  });
  return { text, values };
}

function isQuery(part: Bindable | Query): part is Query {
  return typeof part === 'object' && part !== null && 'text' in part;
}

/** A table's or column's name as part of a query; throws on anything but a plain lower-case name. */
export function named(name: string): Query {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new TypeError(`Not a table or column name: ${name}`);
  return { text: name, values: [] };
}

export function joined(queries: readonly Query[], separator: string): Query {
  return { text: queries.map((q) => q.text).join(separator), values: queries.flatMap((q) => [...q.values]) };
}

export function all<T>(db: ReadDb, query: Query): readonly T[] {
  return statement(db.connection, query.text).all(...query.values) as T[];
}

export function first<T>(db: ReadDb, query: Query): T | undefined {
  return statement(db.connection, query.text).get(...query.values) as T | undefined;
}

/** Runs a change and gives the number of rows it touched. */
export function write(db: WriteDb, query: Query): number {
  return statement(db.connection, query.text).run(...query.values).changes;
}

/** A change to exactly one row; anything else is a bug and undoes the transaction. */
export function writeOne(db: WriteDb, query: Query): void {
  const changes = write(db, query);
  if (changes !== 1) throw new Error(`Expected to change one row, changed ${changes}: ${query.text}`);
}

/** All or nothing. Takes the write lock at once, so that what `work` reads cannot change under it. */
export function transaction<T>(db: WriteDb, work: () => T): T {
  return db.connection.transaction(work).immediate();
}

const prepared = new WeakMap<Connection, Map<string, Statement>>();

function statement(connection: Connection, text: string): Statement {
  const known = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, known);
  const found = known.get(text) ?? connection.prepare(text);
  known.set(text, found);
  return found;
}

/** Writes a compact copy of the whole database to a new file; an encrypted one stays encrypted. */
export function vacuumInto(db: ReadDb, path: string): void {
  statement(db.connection, 'VACUUM INTO ?').run(path);
}
