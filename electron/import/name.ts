/** Whether a file's name agrees with what is in it. */
import { ReadProblem } from '#electron/import/problem.ts';
import type { Sniffed } from '#electron/import/sniff.ts';

const WORKBOOKS = ['xlsx', 'xlsm', 'xltx', 'xltm'];
const DOCUMENTS = ['docx', 'docm', 'dotx', 'dotm'];
const PAGES = ['html', 'htm', 'xhtml', 'xls', 'doc'];
const TEXTS = ['csv', 'txt', 'tsv', 'tab', 'text', 'prn', 'xls'];

const NAMED: Readonly<
  Record<Sniffed['kind'], { readonly extensions: readonly string[]; readonly what: string }>
> = {
  xlsx: { extensions: WORKBOOKS, what: 'an Excel workbook' },
  docx: { extensions: DOCUMENTS, what: 'a Word document' },
  ods: { extensions: ['ods', 'ots'], what: 'an OpenDocument spreadsheet' },
  ole: { extensions: ['xls', 'xlt', 'doc', 'dot', ...WORKBOOKS, ...DOCUMENTS], what: 'an older Office file' },
  html: { extensions: ['html', 'htm', 'xhtml'], what: 'a web page' },
  csv: { extensions: ['csv', 'txt', 'tsv', 'tab', 'text', 'prn'], what: 'plain text' },
};

/** The extension in lower case, without its dot; empty when there is none. */
export function extensionOf(file: string): string {
  return /\.([^.\\/]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

/**
 * A warning when a file named as one thing was read as another. Throws `ReadProblem` (misnamed) when the
 * program that belongs to the name could not have opened it either, so that nobody has looked at it.
 */
export function checkName(file: string, sniffed: Sniffed): string[] {
  const extension = extensionOf(file);
  const { extensions, what } = NAMED[sniffed.kind];
  if (extension === '' || extensions.includes(extension)) return [];
  const readable = sniffed.kind === 'html' ? PAGES : sniffed.kind === 'csv' ? TEXTS : null;
  if (readable && !readable.includes(extension)) {
    throw new ReadProblem(
      'misnamed',
      `“${file}” is named .${extension} but is ${what} inside, so it was not read. ` +
        'Open it in the program that made it, save it as .xlsx or .docx, and import that copy.',
    );
  }
  return [`“${file}” is named .${extension} but is ${what} inside. It was read as ${what}.`];
}
