/** The cells that are asked about as a small workbook, for files that cannot carry comments (csv, xls, ods). */
import type { CellNote, Signature } from '#electron/export/comments/note.ts';
import { writePack } from '#electron/export/write.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Pack, PackTable, TableCell } from '#shared/pack/document.ts';

export interface ListHeading {
  /** The return the cells are in. */
  readonly file: string;
  readonly period: string;
  readonly definition: BoardDefinition;
}

/** Writes the list: sheet, cell, printed text and query, one row a cell. The same notes give the same bytes. */
export async function writeList(
  heading: ListHeading,
  notes: readonly CellNote[],
  signature: Signature,
): Promise<Uint8Array> {
  const [written] = await writePack(packOf(heading, notes, signature), ['xlsx']);
  if (!written) throw new Error('The list was not written.');
  return written.bytes;
}

function packOf(
  { file, period, definition }: ListHeading,
  notes: readonly CellNote[],
  signature: Signature,
): Pack {
  const title = `Queries on ${file}`;
  return {
    title,
    council: definition.council,
    board: definition.board,
    period,
    edition: 'board',
    marking: 'OFFICIAL-SENSITIVE',
    date: signature.date,
    front: [],
    sections: [{ code: 'queries', title, appendix: false, exempt: null, blocks: [tableOf(file, notes)] }],
  };
}

function tableOf(file: string, notes: readonly CellNote[]): PackTable {
  return {
    kind: 'table',
    id: 'queries',
    caption: `Cells of ${file} that are asked about`,
    summary: 'Each row names a sheet and cell of the file, what it says and what is asked about it.',
    header: ['Sheet', 'Cell', 'Printed', 'Query'],
    rows: notes.map(({ sheet, cell, printed, text }) => ({
      label: sheet,
      cells: [words(cell), words(printed), words(text)],
      total: false,
    })),
    notes: [],
    sources: [],
  };
}

function words(text: string): TableCell {
  return { text, value: null, format: 'text', key: null };
}
