/** What a file is, by its content; its name is only believed for plain text. */

import { decodeText } from '#electron/import/plain/encoding.ts';
import { ReadProblem, unsupported } from '#electron/import/problem.ts';
import { openZip, type Zip } from '#electron/import/zip.ts';

export type Sniffed =
  | { readonly kind: 'xlsx' | 'ods' | 'docx'; readonly zip: Zip }
  | { readonly kind: 'ole' | 'html' | 'csv' };

/** Recognises the file. Throws `ReadProblem` for kinds that are refused, each with what to do instead. */
export function sniff(file: string, bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) {
    throw new ReadProblem(
      'empty-file',
      `“${file}” is empty: it holds no bytes at all. Ask for it to be sent again.`,
    );
  }
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  if (start.startsWith('PK')) return insideZip(file, openZip(file, bytes));
  if (start.startsWith('ÐÏ\u0011à¡±\u001Aá')) return { kind: 'ole' };
  refuseForeign(file, start);
  return { kind: isHtml(file, bytes, start) ? 'html' : 'csv' };
}

function insideZip(file: string, zip: Zip): Sniffed {
  const names = zip.names.map((name) => name.toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return { kind: 'docx', zip };
  if (has(/^xl\/workbook\d*\.xml$/)) return { kind: 'xlsx', zip };
  if (has(/^xl\/workbook\.bin$/)) throw unsupported(file, 'a binary Excel workbook (.xlsb)');
  if (has(/^ppt\//)) throw unsupported(file, 'a PowerPoint presentation');
  const type = new TextDecoder().decode(zip.read('mimetype') ?? new Uint8Array());
  if (type.includes('opendocument.spreadsheet')) return { kind: 'ods', zip };
  if (type.includes('opendocument')) throw unsupported(file, 'an OpenDocument text or presentation');
  if (has(/^index\/document\.iwa$/)) throw unsupported(file, 'an Apple Pages or Numbers document');
  if (has(/^\[content_types\]\.xml$/)) throw unsupported(file, 'an Office file without a document in it');
  throw new ReadProblem(
    'unsupported',
    `“${file}” is a zip archive. Unpack it and import the files inside one by one.`,
  );
}

const PICTURES = ['\u2030PNG', 'ÿØÿ', 'GIF8', 'II*\u0000', 'MM\u0000*'];

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'a rich text document (.rtf)'],
  [
    /^<\?xml[\s\S]*(?:urn:schemas-microsoft-com:office:spreadsheet|progid="Excel)/,
    'an Excel 2003 XML workbook',
  ],
  [/^<\?xml[\s\S]*(?:wordml|progid="Word)/, 'a Word 2003 XML document'],
  [/^<\?xml(?![\s\S]*<(?:!doctype )?html)/i, 'an XML file'],
  [/^MIME-Version:/i, 'a web page archive (.mht)'],
  [/^(?:Rar!|7z¼¯)/, 'a packed archive'],
];

function refuseForeign(file: string, start: string): void {
  if (/^\s*%PDF-/.test(start)) {
    throw new ReadProblem(
      'pdf',
      `“${file}” is a PDF. Its tables cannot be read safely. Ask for the Word document or workbook it was made from.`,
    );
  }
  if (PICTURES.some((magic) => start.startsWith(magic))) {
    throw new ReadProblem(
      'picture',
      `“${file}” is a picture. Figures in pictures are not read. Ask for the Word document or workbook it was made from.`,
    );
  }
  const foreign = FOREIGN.find(([pattern]) => pattern.test(start.replace(/^ï»¿/, '').trimStart()));
  if (foreign) throw unsupported(file, foreign[1]);
}

/** A page begins with markup; a CSV that mentions a tag somewhere does not. */
function isHtml(file: string, bytes: Uint8Array, start: string): boolean {
  const text = start.includes('\u0000')
    ? decodeText(file, bytes.subarray(0, 4096))
    : start.replace(/^ï»¿/, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|div|style|p)\b/i.test(
    text,
  );
}
