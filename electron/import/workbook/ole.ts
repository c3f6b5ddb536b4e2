/** The container of older Office files: a workbook, a Word document to be refused, or a file under a password. */
import { CFB } from '@e965/xlsx';
import { corrupt, protectedFile, ReadProblem, unsupported } from '#electron/import/problem.ts';
import { readXls } from '#electron/import/workbook/xls.ts';
import type { WorkbookContent } from '#electron/import/workbook/xlsx.ts';

/** Decides by the streams at the top of the container; those of embedded objects lie deeper. */
export function readOle(file: string, bytes: Uint8Array): WorkbookContent {
  const streams = topStreams(file, bytes);
  if (streams.has('encryptedpackage') || streams.has('encryptioninfo')) throw protectedFile(file);
  if (streams.has('worddocument')) {
    throw new ReadProblem(
      'old-word',
      `“${file}” is a Word document in the old format (.doc), whatever its name says. ` +
        'Open it in Word, choose Save As, Word Document (.docx), and import that copy.',
    );
  }
  if (streams.has('workbook') || streams.has('book')) return readXls(file, bytes);
  throw unsupported(file, 'an older Office file that holds neither a workbook nor a document');
}

function topStreams(file: string, bytes: Uint8Array): Set<string> {
  try {
    const paths: string[] = CFB.read(Buffer.from(bytes), { type: 'buffer' }).FullPaths;
    return new Set(paths.flatMap((path) => path.toLowerCase().split('/').slice(1, 2)));
  } catch {
    throw corrupt(file, 'its container cannot be followed');
  }
}
