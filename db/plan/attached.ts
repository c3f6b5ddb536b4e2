import { BoardError } from '#db/error.ts';
import { type FileContent, sha256Of } from '#db/table/file.ts';

interface NamedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** Finds the bytes of every file an operation names; throws `invalid` where some are missing or differ. */
export function attached(
  files: readonly NamedFile[],
  contents: readonly Uint8Array[],
): readonly FileContent[] {
  const bySha = new Map(contents.map((bytes) => [sha256Of(bytes), bytes]));
  return files.map(({ name, sha256, size }) => {
    const bytes = bySha.get(sha256);
    if (bytes?.length !== size) {
      throw new BoardError(
        'invalid',
        `The contents of ${name} are not what was announced; it may have changed while it was read. Try again. Nothing was changed.`,
      );
    }
    return { name, sha256, bytes };
  });
}
