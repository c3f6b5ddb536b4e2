/**
 * The file a provider sent, sent back with a comment on every cell that is asked about. Nothing else in it
 * changes, so the corrected file comes back as a new version of the same return.
 *
 * Example: `commentedFile('FGC Q1.docx', bytes, notes, { author: 'Board administrator', date: '2020-06-30' })`.
 */
import type { CellNote, Commented, Signature } from '#electron/export/comments/note.ts';
import { commentWord } from '#electron/export/comments/word.ts';
import { commentWorkbook } from '#electron/export/comments/workbook.ts';
import { sniff } from '#electron/import/sniff.ts';

/**
 * Comments an xlsx, xlsm, docx or docm. Other kinds carry no comments and give null bytes and every note back.
 * Throws `ReadProblem` for bytes that could not have been imported.
 */
export function commentedFile(
  file: string,
  bytes: Uint8Array,
  notes: readonly CellNote[],
  signature: Signature,
): Commented {
  const sniffed = sniff(file, bytes);
  switch (sniffed.kind) {
    case 'xlsx':
      return commentWorkbook(file, sniffed.zip, notes, signature);
    case 'docx':
      return commentWord(file, sniffed.zip, notes, signature);
    default:
      return { bytes: null, unplaced: notes };
  }
}
