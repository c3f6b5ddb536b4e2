/** The words of a document that is to be an exempt appendix: its paragraphs, and the rows of its tables. */
import { decodeText } from '#electron/import/plain/encoding.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { readDocx } from '#electron/import/word/docx.ts';
import { openZip } from '#electron/import/zip.ts';
import type { Grid } from '#shared/grid/grid.ts';

/** Longer than any appendix of case studies. */
const LIMIT = 400_000;

/** Throws `ReadProblem` in plain English for what it cannot read. */
export function wordsOf(file: string, bytes: Uint8Array): readonly string[] {
  const paragraphs = linesOf(file, bytes)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (paragraphs.length === 0) {
    throw new ReadProblem('no-content', `There are no words in “${file}”. Choose the document itself.`);
  }
  if (paragraphs.join('').length > LIMIT) {
    throw new ReadProblem('too-large', `“${file}” is too long for an appendix. Split it, and add the parts.`);
  }
  return paragraphs;
}

function linesOf(file: string, bytes: Uint8Array): readonly string[] {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8));
  if (start.startsWith('PK')) {
    const { text, grids } = readDocx(file, openZip(file, bytes));
    return [...text.map((line) => line.text), ...grids.flatMap(rowsOf)];
  }
  if (/\.(txt|text|md)$/i.test(file)) return decodeText(file, bytes).split(/\r?\n/);
  throw new ReadProblem(
    'unsupported',
    `“${file}” is no Word document or plain text. Open it, save it as Word (.docx) or text (.txt), and add that: a picture of words, as in a PDF, cannot be checked for names.`,
  );
}

function rowsOf({ rows, cells }: Grid): readonly string[] {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text }) => text)
      .join('; '),
  );
}
