/** Packs that were sent out: what went, to whom it was addressed by edition, and what it published. */
import type { ReadDb } from '#db/handle.ts';
import { all, sql } from '#db/sql.ts';
import type { Json } from '#shared/operation/json.ts';
import type { IssuedPack } from '#shared/operation/stored.ts';

type PackRow = Omit<IssuedPack, 'files' | 'published'> & {
  readonly files: string;
  readonly published: string;
};

/** In the order they were issued. The files' bytes are in `file`, under their SHA-256. */
export function issuedPacks(db: ReadDb, edition: IssuedPack['edition'] | null = null): readonly IssuedPack[] {
  const rows = all<PackRow>(
    db,
    sql`SELECT * FROM issued_pack WHERE ${edition} IS NULL OR edition = ${edition} ORDER BY id`,
  );
  return rows.map((row) => ({
    ...row,
    files: JSON.parse(row.files) as IssuedPack['files'],
    published: JSON.parse(row.published) as Json,
  }));
}
