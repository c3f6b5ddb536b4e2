/** The rows and columns of a table as lines: label path, section, role and level. */
import type { GridCell } from '#shared/grid/grid.ts';
import { type Frame, headingCells, headingPath } from '#shared/table/headers.ts';
import type { Labelling } from '#shared/table/labels.ts';
import { markSections } from '#shared/table/sections.ts';
import { withSpanTotals } from '#shared/table/spans.ts';
import type { Line, LineRole } from '#shared/table/table.ts';
import { range, type View, weights } from '#shared/table/view.ts';
import {
  bareLabel,
  hasBullet,
  indentOf,
  isGrand,
  isOfWhich,
  isProse,
  plainLabel,
  roleOfLabel,
} from '#shared/table/words.ts';

/** The label cells of a row; blank cells of outer label columns take the label above (a group named once). */
function labelCellsOf(view: View, frame: Frame, labelling: Labelling, at: number): readonly GridCell[] {
  const row = frame.bodyRows[at] ?? 0;
  const inner = labelling.labels.at(-1);
  const cells = labelling.labels.flatMap((col) => {
    const own = view.over(row, col);
    if (own || col === inner) return own ?? [];
    return isLabelled(view, row, labelling, col) ? (groupAbove(view, frame, at, col) ?? []) : [];
  });
  if (cells.length > 0 || labelling.numbering === null) return cells;
  const numbered = view.at(row, labelling.numbering);
  return numbered && view.weight(row, labelling.numbering) === 'text' ? [numbered] : [];
}

function isLabelled(view: View, row: number, labelling: Labelling, col: number): boolean {
  return labelling.labels.some((other) => other > col && view.at(row, other) !== null);
}

function groupAbove(view: View, frame: Frame, at: number, col: number): GridCell | null {
  for (let i = at - 1; i >= 0; i -= 1) {
    const cell = view.over(frame.bodyRows[i] ?? 0, col);
    if (cell) return roleOfLabel(bareLabel(cell.text)) === 'total' ? null : cell;
  }
  return null;
}

/** Depth by bullets, indents and "of which", made relative to the least in the table. */
function levelsOf(texts: readonly (string | null)[]): readonly number[] {
  const depth = texts.map((text) => {
    if (text === null) return null;
    return indentOf(text) + (hasBullet(text) ? 100 : 0) + (isOfWhich(bareLabel(text)) ? 50 : 0);
  });
  const steps = [...new Set(depth.filter((one): one is number => one !== null))].sort((a, b) => a - b);
  const first = depth.find((one): one is number => one !== null) ?? 0;
  return depth.map((one) => {
    const level = one === null ? 0 : steps.indexOf(one);
    return Math.max(0, level - Math.max(0, steps.indexOf(first)));
  });
}

function pathOf(cells: readonly GridCell[]): readonly string[] {
  const path = cells.map((cell) => bareLabel(cell.text) || cell.text.trim());
  return path.filter((label, i) => i === 0 || label !== path[i - 1]);
}

function isHiddenRow(view: View, row: number, frame: Frame): boolean {
  const cells = frame.columns.flatMap((col) => view.at(row, col) ?? []);
  return cells.length > 0 && cells.every((cell) => cell.hidden);
}

/** A total that a later grand total takes in is a subtotal. */
function withSubtotals(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, i) => {
    const own = line.path.at(-1) ?? '';
    if (line.role !== 'total' || isGrand(own)) return line;
    const grand = lines.some(
      (other, j) => j > i && other.role === 'total' && isGrand(other.path.at(-1) ?? ''),
    );
    return grand ? { ...line, role: 'subtotal' as const } : line;
  });
}

/** The nearest row above of a lower level: the row that a bulleted line belongs to. */
function parentLabel(
  levels: readonly number[],
  paths: readonly (readonly string[])[],
  at: number,
): readonly string[] {
  const level = levels[at] ?? 0;
  if (level === 0) return [];
  for (let i = at - 1; i >= 0; i -= 1) {
    if ((levels[i] ?? 0) < level) {
      return [...parentLabel(levels, paths, i), ...(paths[i] ?? [])];
    }
  }
  return [];
}

export function rowLines(view: View, frame: Frame, labelling: Labelling): readonly Line[] {
  const cells = frame.bodyRows.map((_, at) => labelCellsOf(view, frame, labelling, at));
  const texts = cells.map((list) => list.at(-1)?.text ?? null);
  const levels = labelling.cases ? texts.map(() => 0) : levelsOf(texts);
  const sections = labelling.cases ? texts.map(() => null) : markSections(view, frame, labelling, levels);
  const paths = cells.map((list) => pathOf(list));
  const lines = frame.bodyRows.map((index, at): Line => {
    const section = sections[at] ?? null;
    const isSection = section?.own === true;
    const own = paths[at] ?? [];
    const under = isSection ? [] : parentLabel(levels, paths, at).filter((label) => label !== section?.label);
    const role = isSection ? 'section' : labelling.cases ? 'body' : rowRole(own);
    return {
      index,
      path: [...under, ...own],
      labelCells: cells[at] ?? [],
      section: isSection ? null : (section?.label ?? null),
      role,
      level: isSection ? 0 : (levels[at] ?? 0),
      hidden: isHiddenRow(view, index, frame),
    };
  });
  return withoutSection(withSubtotals(labelling.cases ? lines : withSpanTotals(lines)));
}

/** A total of subtotals stands under no section, though it comes last. */
function withoutSection(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, i) => {
    const grand = line.role === 'total' && lines.some((other, j) => j < i && other.role === 'subtotal');
    return grand ? { ...line, section: null } : line;
  });
}

function rowRole(path: readonly string[]): LineRole {
  const roles = path.map((label) => roleOfLabel(label));
  return roles.findLast((role) => role !== 'body') ?? 'body';
}

/** The role of a column by its headings and, where they say nothing, by what it holds. */
function columnRole(
  view: View,
  frame: Frame,
  col: number,
  path: readonly string[],
  numbered: boolean,
): LineRole {
  if (numbered) return 'number';
  const count = weights(view, col, frame.bodyRows);
  if (count.text > count.number) return 'words';
  if (path.some(isProse) && !holdsFigures(view, frame, col)) return 'words';
  const named = path.map((label) => roleOfLabel(label)).findLast((role) => role !== 'body');
  if (named && !(named === 'percent' && holdsCounts(view, frame, col))) return named;
  return holdsPercents(view, frame, col) ? 'percent' : 'body';
}

/** A column headed Comments that all the same holds figures and nothing else. */
function holdsFigures(view: View, frame: Frame, col: number): boolean {
  const read = frame.bodyRows.map((row) => view.printed(row, col)).filter((one) => one.kind !== 'blank');
  return read.length > 0 && read.every((one) => one.kind === 'quantities' && one.note === null && !one.nil);
}

function mains(view: View, frame: Frame, col: number) {
  return frame.bodyRows.flatMap((row) => {
    const printed = view.printed(row, col);
    return printed.kind === 'quantities' && !printed.nil ? (printed.quantities[0]?.quantity ?? []) : [];
  });
}

/** `Number (%)` heads counts with their share beside them, not percentages. */
function holdsCounts(view: View, frame: Frame, col: number): boolean {
  const shared = frame.bodyRows.filter((row) => {
    const printed = view.printed(row, col);
    return printed.kind === 'quantities' && printed.quantities.some((one) => one.role === 'share');
  });
  return shared.length > 0;
}

function holdsPercents(view: View, frame: Frame, col: number): boolean {
  const units = mains(view, frame, col).map((one) => one.unit);
  return units.length > 0 && units.filter((unit) => unit === 'percent').length * 2 > units.length;
}

export function columnLines(view: View, frame: Frame, labelling: Labelling): readonly Line[] {
  const data = frame.columns.filter((col) => !labelling.labels.includes(col));
  const lines = data.map((index): Line => {
    const labelCells = headingCells(view, frame, index, labelling.labels);
    const path = headingPath(labelCells);
    const role = columnRole(view, frame, index, path, index === labelling.numbering);
    return {
      index,
      path,
      labelCells,
      section: null,
      role,
      level: 0,
      hidden: isHiddenColumn(view, frame, index),
    };
  });
  return withSubtotals(withSpanTotals(lines));
}

function isHiddenColumn(view: View, frame: Frame, col: number): boolean {
  const rows = [...frame.headerRows, ...frame.bodyRows];
  const cells = rows.flatMap((row) => view.at(row, col) ?? []).filter((cell) => cell.colSpan === 1);
  return cells.length > 0 && cells.every((cell) => cell.hidden);
}

/** Label plain forms of body rows, for telling repeated labels. */
export function plainLabels(view: View, rows: readonly number[], cols: readonly number[]): readonly string[] {
  return rows.map((row) => plainLabel(cols.map((col) => view.over(row, col)?.text ?? '').join(' ')));
}

export function columnSpan(frame: Frame): readonly number[] {
  return range(frame.region.left, frame.region.right);
}
