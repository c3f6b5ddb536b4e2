/** Files as received or sent: their bytes under their SHA-256, kept once and for good. */
import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, sql, write } from '#db/sql.ts';

export interface FileContent {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps a file; the same bytes again are kept once, under the first name. */
export function storeFile(db: WriteDb, { name, sha256, bytes }: FileContent): void {
  write(
    db,
    sql`INSERT INTO file (sha256, name, size, bytes) VALUES (${sha256}, ${name}, ${bytes.length}, ${bytes})
      ON CONFLICT (sha256) DO NOTHING`,
  );
}

/** The bytes exactly as they came; null where the board has no such file. */
export function fileBytes(db: ReadDb, sha256: string): Uint8Array | null {
  return (
    first<{ readonly bytes: Uint8Array }>(db, sql`SELECT bytes FROM file WHERE sha256 = ${sha256}`)?.bytes ??
    null
  );
}
