/** Labels that should name a member of a category set and name none: questions, never new categories. */
import type { Context } from '#shared/meaning/elements.ts';
import type { LineMeaning } from '#shared/meaning/lines.ts';
import type { UnknownLabel } from '#shared/meaning/understood.ts';
import { ranked } from '#shared/meaning/vocabulary.ts';
import type { Line, ShapeTable } from '#shared/table/table.ts';

const OFFERED = 3;

/** The members nearest to a label by wording, best first; those with nothing in common are left out. */
export function nearestMembers(label: string, set: string, context: Context): readonly string[] {
  const members = context.vocabulary.sets.get(set) ?? [];
  return ranked(label, members, context.vocabulary.expand)
    .filter((one) => one.score > 0)
    .slice(0, OFFERED)
    .map((one) => one.code);
}

function unknownOf(
  file: string,
  line: Line,
  meaning: LineMeaning,
  used: (set: string) => number,
  context: Context,
): readonly UnknownLabel[] {
  const [set] = (meaning.unknown?.sets ?? []).toSorted((a, b) => used(b) - used(a));
  const cell = line.labelCells.at(-1);
  if (!meaning.unknown || !set || !cell) return [];
  const { label } = meaning.unknown;
  const source = { file, sheet: cell.sheet, cell: cell.address, text: cell.text };
  return [{ source, set, label, nearest: nearestMembers(label, set, context) }];
}

/** The unknown labels of a recognised table, rows first. */
export function unknownLabels(
  file: string,
  shape: ShapeTable,
  rows: readonly LineMeaning[],
  columns: readonly LineMeaning[],
  context: Context,
): readonly UnknownLabel[] {
  const holds = (axis: 'row' | 'col', index: number) =>
    shape.body.some((cell) => cell[axis] === index && cell.printed.kind === 'quantities');
  const along = (lines: readonly Line[], meanings: readonly LineMeaning[], axis: 'row' | 'col') => {
    const used = (set: string) => meanings.filter(({ facets }) => facets?.dims?.[set] !== undefined).length;
    return lines.flatMap((line, at) => {
      const meaning = meanings[at];
      return meaning && holds(axis, line.index) && line.role !== 'words' && line.role !== 'number'
        ? unknownOf(file, line, meaning, used, context)
        : [];
    });
  };
  return [...along(shape.rows, rows, 'row'), ...along(shape.columns, columns, 'col')];
}
