/** From findings to what is said about cells: the points of a message, by file and cell. */
import type { CellNote } from '#electron/export/comments/note.ts';
import type { Finding, FindingCell } from '#shared/finding/finding.ts';

/** A file of the provider's, by what names it for good, and the notes on its cells. */
export interface FileNotes<File> {
  readonly file: File;
  readonly notes: readonly CellNote[];
  /** Findings these notes are about. */
  readonly findings: readonly string[];
}

interface Point<File> {
  readonly file: File;
  readonly cell: FindingCell;
  readonly number: number;
  readonly finding: Finding;
}

/**
 * One note a cell, however many points touch it, with the numbers the points have in the message. A point is put
 * on the suspected cell, else on the first, of those in the provider's own files; one without such a cell stands
 * in the message alone.
 *
 * @param fileOf the provider's file a cell is in; null for a cell in anybody else's
 */
export function notesByFile<File>(
  findings: readonly Finding[],
  fileOf: (cell: FindingCell, finding: Finding) => File | null,
): readonly FileNotes<File>[] {
  const points = inOrder(findings).flatMap((finding, index): Point<File>[] => {
    const suspect = finding.cells[finding.suspect ?? 0];
    for (const cell of [...(suspect ? [suspect] : []), ...finding.cells]) {
      const file = fileOf(cell, finding);
      if (file !== null) return [{ file, cell, number: index + 1, finding }];
    }
    return [];
  });
  return [...Map.groupBy(points, ({ file }) => file)].map(([file, ofFile]) => ({
    file,
    notes: [
      ...Map.groupBy(ofFile, ({ cell }) => JSON.stringify([cell.ref.sheet, cell.ref.cell])).values(),
    ].flatMap(noteOf),
    findings: ofFile.map(({ finding }) => finding.id),
  }));
}

/** The order in which the message numbers its points. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return (['high', 'medium', 'low'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}

function noteOf<File>(points: readonly Point<File>[]): readonly CellNote[] {
  const [first] = points;
  if (!first) return [];
  const { sheet, cell, text } = first.cell.ref;
  return [{ sheet, cell, printed: text, text: points.map(wordsOf).join('\n\n') }];
}

function wordsOf<File>({ number, finding }: Point<File>): string {
  const suggestion = finding.suggestion === null ? [] : [`Suggestion: ${finding.suggestion}.`];
  return [`Point ${number}. ${finding.message}`, ...suggestion].join('\n');
}
