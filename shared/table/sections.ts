/**
 * Section headings inside a table: `In year only figures:` above figures, `Starts by ethnicity` above bullets.
 *
 * A row with a label and no figures may also be a category that had none. It is a section only where
 * something says so: a colon, a merge over the width, bold among plain rows, bullets below, capitals, or the
 * same labels coming again under the next one.
 */
import type { Frame } from '#shared/table/headers.ts';
import type { Labelling } from '#shared/table/labels.ts';
import { type View, weights } from '#shared/table/view.ts';
import { hasBullet, plainLabel } from '#shared/table/words.ts';

export interface Section {
  readonly label: string;
  /** The row is the heading itself. */
  readonly own: boolean;
}

interface Candidate {
  readonly at: number;
  readonly text: string;
  readonly wide: boolean;
  readonly bold: boolean;
}

/** Rows whose only cell is a label. */
function candidates(view: View, frame: Frame, labelling: Labelling): readonly Candidate[] {
  return frame.bodyRows.flatMap((row, at) => {
    const cells = frame.columns.flatMap((col) => view.at(row, col) ?? []);
    const [cell] = cells;
    if (cells.length !== 1 || !cell || view.weight(row, cell.col) !== 'text') return [];
    const labelled = labelling.labels.includes(cell.col) || cell.col === labelling.numbering;
    const wide = cell.colSpan > 1 && cell.colSpan > labelling.labels.length;
    return labelled || wide ? [{ at, text: cell.text, wide, bold: cell.bold === true }] : [];
  });
}

function labelTexts(view: View, frame: Frame, labelling: Labelling): readonly string[] {
  const col = labelling.labels.at(-1) ?? frame.region.left;
  return frame.bodyRows.map((row) => view.at(row, col)?.text ?? '');
}

function fewBold(view: View, frame: Frame, labelling: Labelling): boolean {
  const col = labelling.labels[0] ?? frame.region.left;
  const cells = frame.bodyRows.flatMap((row) => view.at(row, col) ?? []);
  return cells.filter((cell) => cell.bold).length * 2 < cells.length;
}

/** Labels that come again under another candidate: the candidates part one list into groups. */
function groupsRepeat(texts: readonly string[], found: readonly Candidate[]): boolean {
  const groups = found.map((one, i) => texts.slice(one.at + 1, found[i + 1]?.at ?? texts.length));
  const sets = groups.map((group) => new Set(group.map(plainLabel).filter((text) => text !== '')));
  return sets.some((set, i) => {
    const next = sets[i + 1];
    const shared = next ? [...set].filter((label) => next.has(label)).length : 0;
    return shared >= 2 || (shared >= 1 && set.size === 1);
  });
}

function says(view: View, one: Candidate, next: string, fresh: boolean): boolean {
  const text = one.text.trim();
  if (/:$/.test(text) || one.wide) return true;
  if (one.bold && fresh) return true;
  if (!hasBullet(one.text) && hasBullet(next)) return true;
  return (
    view.grid.cells.length > 0 &&
    /[A-Z]{4}/.test(text) &&
    text === text.toUpperCase() &&
    next !== next.toUpperCase()
  );
}

/** The section of every body row, in order; null where there is none. */
export function markSections(
  view: View,
  frame: Frame,
  labelling: Labelling,
  levels: readonly number[],
): readonly (Section | null)[] {
  const texts = labelTexts(view, frame, labelling);
  const found = candidates(view, frame, labelling);
  const plain = fewBold(view, frame, labelling);
  const repeated = groupsRepeat(texts, found);
  const heads = new Set(
    found
      .filter((one) => one.at < frame.bodyRows.length - 1)
      .filter((one) => repeated || says(view, one, texts[one.at + 1] ?? '', plain))
      .map((one) => one.at),
  );
  let label: string | null = null;
  let level = 0;
  return frame.bodyRows.map((_, at): Section | null => {
    if (heads.has(at)) {
      label = (found.find((one) => one.at === at)?.text ?? '').trim().replace(/:$/, '');
      level = levels[at + 1] ?? 0;
      return { label, own: true };
    }
    if ((levels[at] ?? 0) < level) label = null;
    return label === null ? null : { label, own: false };
  });
}

/** True where a column holds nothing but blanks in these rows. */
export function emptyColumn(view: View, col: number, rows: readonly number[]): boolean {
  const count = weights(view, col, rows);
  return count.number + count.text + count.weak === 0;
}
