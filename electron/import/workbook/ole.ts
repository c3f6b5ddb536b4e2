/** The container of older Office files: a workbook, a Word document to be refused, or a file under a password. */
import { CFB } from '@e965/xlsx';
import { corrupt, protectedFile, ReadProblem, unsupported } from '#electron/import/problem.ts';
import { isWholeBiff } from '#electron/import/workbook/biff.ts';
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
  const book = streams.get('workbook') ?? streams.get('book');
  if (!book) throw unsupported(file, 'an older Office file that holds neither a workbook nor a document');
  if (!isWholeBiff(book)) throw corrupt(file, 'its records break off');
  return readXls(file, alone(book), streams.has('_vba_project_cur'));
}

/** The workbook in a container of its own: properties, previews and macros are not worth the risk of parsing. */
function alone(book: Buffer): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', book);
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** The container's top streams by name in lower case; storages are listed with no bytes. */
function topStreams(file: string, bytes: Uint8Array): Map<string, Buffer> {
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const paths: string[] = container.FullPaths;
    return new Map(
      paths.flatMap((path, at): [string, Buffer][] => {
        const [, name = '', deeper] = path.toLowerCase().split('/');
        if (name === '' || deeper) return [];
        return [[name, Buffer.from(container.FileIndex[at]?.content ?? [])]];
      }),
    );
  } catch {
    throw corrupt(file, 'its container cannot be followed');
  }
}
