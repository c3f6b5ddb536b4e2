/**
 * Tables side by side: where, within a band of rows, a second table starts.
 *
 * A blank column alone says little, since many tables are spaced with one. What tells two tables apart is that
 * either side has labels of its own, or that a caption stands over each; without a blank column, that the
 * heading or the labels of the first column come again.
 */
import { type Region, range, rowCells, type View, weights } from '#shared/table/view.ts';
import { isTotal, plainLabel } from '#shared/table/words.ts';

export interface Sides {
  readonly left: Region;
  readonly right: Region;
}

function isBlankRow(view: View, row: number, region: Region): boolean {
  return range(region.left, region.right).every((col) => view.over(row, col) === null);
}

function isBlankColumn(view: View, col: number, region: Region): boolean {
  return range(region.top, region.bottom).every((row) => view.over(row, col) === null);
}

/** Without its blank edges; null where nothing is left. */
export function trimmed(view: View, region: Region): Region | null {
  let { top, bottom, left, right } = region;
  while (top <= bottom && isBlankRow(view, top, region)) top += 1;
  while (bottom >= top && isBlankRow(view, bottom, region)) bottom -= 1;
  if (top > bottom) return null;
  const tall = { ...region, top, bottom };
  while (left < right && isBlankColumn(view, left, tall)) left += 1;
  while (right > left && isBlankColumn(view, right, tall)) right -= 1;
  return { top, bottom, left, right };
}

/** Places of a column where the sides' labels could stand: a column of 1, 2, 3 … before them is passed over. */
function labelColumn(view: View, region: Region): number | null {
  const rows = range(region.top, region.bottom);
  return (
    [region.left, region.left + 1].find((col, i) => {
      if (col > region.right) return false;
      const count = weights(view, col, rows);
      const before = i === 1 ? weights(view, region.left, rows) : null;
      const numbering = before === null || (before.text <= 1 && isCounting(view, region.left, rows));
      return count.text > count.number && count.text >= 2 && numbering;
    }) ?? null
  );
}

function isCounting(view: View, col: number, rows: readonly number[]): boolean {
  const values = rows.flatMap((row) => {
    const printed = view.printed(row, col);
    return printed.kind === 'quantities' ? (printed.quantities[0]?.quantity.value ?? []) : [];
  });
  return values.length > 0 && values.every((value, i) => value === i + 1);
}

/** Cases under a heading, and a name above it perhaps, numbered 1, 2, 3 …, without other labels. */
function isNumbered(view: View, region: Region): boolean {
  const named = rowCells(view, region.top, region).length === 1;
  const top = region.top + (named ? 1 : 0);
  const rows = range(top, region.bottom);
  const count = weights(view, region.left, rows);
  const headed = view.weight(top, region.left) === 'text';
  return headed && count.text === 1 && count.number >= 3 && isCounting(view, region.left, rows);
}

/** A side that could be a table alone: labels of its own and numbers beside them. */
function standsAlone(view: View, region: Region | null): region is Region {
  if (!region || region.right === region.left || region.bottom === region.top) return false;
  const rows = range(region.top, region.bottom);
  const label = labelColumn(view, region) ?? (isNumbered(view, region) ? region.left : null);
  if (label === null) return false;
  return range(label + 1, region.right).some((col) => weights(view, col, rows).number > 0);
}

/** Labels anywhere, as in a list whose names stand after its numbers. */
function hasLabels(view: View, region: Region | null): region is Region {
  if (!region || region.right === region.left || region.bottom === region.top) return false;
  const rows = range(region.top, region.bottom);
  return range(region.left, region.right).some((col) => {
    const count = weights(view, col, rows);
    return count.text >= 2 && count.text > count.number;
  });
}

function isCaptionRow(view: View, row: number, starts: readonly number[], region: Region): boolean {
  const cells = rowCells(view, row, region);
  const text = cells.every((cell) => view.weight(row, cell.col) === 'text');
  return text && cells.length >= 2 && starts.every((col) => view.at(row, col) !== null);
}

/** A caption over either side: a line of text above both, a blank row away or too long for a heading. */
function captionsOver(view: View, band: Region, starts: readonly number[]): boolean {
  const length = (row: number) =>
    Math.min(...starts.map((col) => view.at(row, col)?.text.trim().length ?? 0));
  const first = band.top;
  if (isCaptionRow(view, first, starts, band) && length(first) > 24) {
    return rowCells(view, first, band).length < rowCells(view, first + 1, band).length;
  }
  const above = range(Math.max(0, band.top - 5), band.top - 1).findLast(
    (row) => !isBlankRow(view, row, band),
  );
  if (above === undefined || above === band.top - 1) return false;
  return isCaptionRow(view, above, starts, band);
}

function labelsOf(view: View, region: Region): readonly string[] {
  const col = labelColumn(view, region) ?? region.left;
  return range(region.top, region.bottom).map((row) => plainLabel(view.at(row, col)?.text ?? ''));
}

/** Labels that name rows, not states that come again. */
function namesRows(labels: readonly string[]): boolean {
  const filled = labels.filter((label) => label !== '');
  return new Set(filled).size >= filled.length * 0.8;
}

/** The first column's heading or labels once more, totals on both sides, or sides of different heights. */
function startsAgain(view: View, left: Region, right: Region): boolean {
  const [mine, theirs] = [labelsOf(view, left), labelsOf(view, right)];
  const heading = mine.find((label) => label !== '');
  if (heading !== undefined && heading === theirs.find((label) => label !== '')) return true;
  const shared = new Set(theirs.filter((label) => label !== '' && mine.includes(label)));
  const total = (labels: readonly string[]) => labels.some((label) => isTotal(label));
  return shared.size >= 3 || (total(mine) && total(theirs)) || Math.abs(left.bottom - right.bottom) >= 2;
}

function sidesAt(view: View, band: Region, end: number, start: number): Sides | null {
  const left = trimmed(view, { ...band, right: end });
  const right = trimmed(view, { ...band, left: start });
  if (!left || !right) return null;
  const gap = end < start - 1;
  const alone = standsAlone(view, left) && standsAlone(view, right) && namesRows(labelsOf(view, right));
  if (alone && (gap || startsAgain(view, left, right))) return { left, right };
  const captioned =
    hasLabels(view, left) && hasLabels(view, right) && captionsOver(view, band, [left.left, right.left]);
  return captioned ? { left, right } : null;
}

/** Parted by a blank column. */
function sidesByGap(view: View, band: Region): Sides | null {
  for (const col of range(band.left + 1, band.right - 1)) {
    if (!isBlankColumn(view, col, band)) continue;
    const start = range(col + 1, band.right).find((next) => !isBlankColumn(view, next, band));
    const sides = start === undefined ? null : sidesAt(view, band, col - 1, start);
    if (sides) return sides;
  }
  return null;
}

/** With no blank column: a second column of labels after numbers. */
function sidesByLabels(view: View, band: Region): Sides | null {
  const rows = range(band.top, band.bottom);
  for (const col of range(band.left + 2, band.right - 1)) {
    const count = weights(view, col, rows);
    if (count.text < 2 || count.text <= count.number) continue;
    const sides = sidesAt(view, band, col - 1, col);
    if (sides) return sides;
  }
  return null;
}

/** The leftmost table of a band and what stands beside it; null where the band is one table. */
export function sidesOf(view: View, band: Region): Sides | null {
  return sidesByGap(view, band) ?? sidesByLabels(view, band);
}
