/** What a file holds by shape alone, without a board. */
import { readReturn } from '#electron/import/read.ts';
import { baseName, expandFolders, readBytes } from '#electron/service/disk.ts';
import { plainMessage } from '#electron/service/problem.ts';
import { inspectReading } from '#shared/table/inspect.ts';

export type Inspected = ReturnType<typeof inspectReading>;

/** Every file that could be read, and a message for each that could not. */
export async function inspectFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly Inspected[]; readonly refused: readonly string[] }> {
  const files: Inspected[] = [];
  const refused: string[] = [];
  for (const path of expandFolders(paths)) {
    try {
      const read = await readReturn(baseName(path), readBytes(path));
      if (read.ok) files.push(inspectReading(read.reading));
      else refused.push(read.error.message);
    } catch (error) {
      refused.push(plainMessage(error));
    }
  }
  return { files, refused };
}
