/**
 * Percentages in a column or row of their own: what they are a share of.
 *
 * Three patterns are tried in both directions: of the total line (7 of 37), of another line in the same place
 * (done of target), and of the nearest base above (a list: 12 opened, 9 of them …). The one that holds most
 * often is taken, with its misses.
 */
import { type Axis, type AxisCell, isPercentLine } from '#shared/table/axis.ts';
import { sharesOfBase } from '#shared/table/base.ts';
import { isTotalLine } from '#shared/table/labelled.ts';
import { tryRatio } from '#shared/table/ratio.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

interface Share {
  readonly cross: number;
  readonly part: AxisCell;
  readonly whole: AxisCell;
}

interface Pattern {
  readonly shares: readonly Share[];
  readonly along: ShapeRelation['along'];
  /** Smaller is nearer and likelier. */
  readonly rank: number;
  /** The percentage is named after the count: `% upheld` beside `Upheld`. */
  readonly namesake: boolean;
}

const REACH = 7;

function isCountLine(axis: Axis, line: number): boolean {
  const role = axis.lines[line]?.role ?? 'words';
  if (['section', 'words', 'number', 'percent', 'mean'].includes(role)) return false;
  return !isPercentLine(axis, line);
}

function innerLabel(axis: Axis, line: number): string {
  return (axis.lines[line]?.path.at(-1) ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Count lines that a percentage line may speak of: near by, nearest first, or with the same inner label. */
function countsNear(axis: Axis, percent: number): readonly number[] {
  const label = innerLabel(axis, percent);
  const found = axis.lines.flatMap((_, i) => {
    const near = Math.abs(i - percent) <= REACH;
    const named = label !== '' && innerLabel(axis, i) === label;
    return i !== percent && isCountLine(axis, i) && (near || named) ? [i] : [];
  });
  const away = (i: number) =>
    Math.abs(i - percent) + (i > percent ? 0.5 : 0) - (innerLabel(axis, i) === label ? 90 : 0);
  return found.sort((a, b) => away(a) - away(b));
}

/** The total that crosses: the first one after a place, else the nearest before it. */
function totalFor(totals: readonly number[], cross: number): number | null {
  return totals.find((j) => j > cross) ?? totals.findLast((j) => j < cross) ?? null;
}

function ofTotal(
  axis: Axis,
  count: number,
  rank: number,
  namesake: boolean,
  which: (cross: number) => number | null,
): Pattern {
  const shares = axis.cross.flatMap((_, cross) => {
    const total = which(cross);
    if (total === null || total === cross) return [];
    return [{ cross, part: axis.cell(count, cross), whole: axis.cell(count, total) }];
  });
  return { shares, along: 'other', rank, namesake };
}

function ofLine(axis: Axis, count: number, base: number, rank: number, namesake: boolean): Pattern {
  const shares = axis.cross.map((_, cross) => ({
    cross,
    part: axis.cell(count, cross),
    whole: axis.cell(base, cross),
  }));
  return { shares, along: axis.along, rank, namesake };
}

/** The words that tell a line from others, endings left out. */
function stems(axis: Axis, line: number): ReadonlySet<string> {
  const words = (axis.lines[line]?.path.at(-1) ?? '').toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const plain = words.filter(
    (word) => !/^(?:with|that|from|number|percent|share|total|which|their|them|been)/.test(word),
  );
  return new Set(plain.map((word) => word.slice(0, 6)));
}

function isNamesake(axis: Axis, percent: number, count: number): boolean {
  if (axis.lines[percent]?.role !== 'percent') return false;
  const own = stems(axis, percent);
  const theirs = stems(axis, count);
  return own.size > 0 && [...own].some((stem) => theirs.has(stem));
}

function patterns(axis: Axis, percent: number): readonly Pattern[] {
  const counts = countsNear(axis, percent);
  const totals = axis.cross.flatMap((line, j) => (isTotalLine(line) ? [j] : []));
  const grand = totals.at(-1) ?? -1;
  const grandOf = (cross: number) => (grand === -1 || isTotalLine(axis.cross[cross]) ? null : grand);
  return counts.flatMap((count, i) => {
    const named = isNamesake(axis, percent, count);
    return [
      ofTotal(axis, count, i * 2, named, (cross) => totalFor(totals, cross)),
      ofTotal(axis, count, i * 2 + 0.5, named, grandOf),
      ...counts.flatMap((base, k) =>
        base === count ? [] : [ofLine(axis, count, base, i * 2 + k + 1, named)],
      ),
    ];
  });
}

interface Judged {
  readonly pattern: Pattern;
  readonly held: number;
  readonly violated: number;
  readonly telling: number;
  readonly weight: number;
}

/** At most this many places, spread evenly, tell whether a pattern holds. */
const ENOUGH = 400;

function sample(shares: readonly Share[]): readonly Share[] {
  const step = Math.ceil(shares.length / ENOUGH);
  return step <= 1 ? shares : shares.filter((_, i) => i % step === 0);
}

function judge(axis: Axis, percent: number, pattern: Pattern): Judged {
  const trials = sample(pattern.shares).map((one) =>
    tryRatio(axis.cell(percent, one.cross), one.part, one.whole),
  );
  return {
    pattern,
    held: trials.filter((one) => one.verdict === 'held').length,
    violated: trials.filter((one) => one.verdict === 'violated').length,
    telling: trials.filter((one) => one.weight > 0).length,
    weight: trials.reduce((sum, one) => sum + one.weight, 0),
  };
}

/**
 * The weight a pattern needs: less where the label says percentage, and less again where it names the count;
 * more the farther its lines stand, since more pairs have been tried by then.
 */
function needed(pattern: Pattern, named: boolean): number {
  const tried = pattern.along === 'other' && pattern.rank < 2 ? 0 : Math.log10(1 + pattern.rank);
  return (named ? 1.2 : 2.5) + (pattern.namesake ? 0 : tried);
}

/** A named percentage needs less proof than one found by its numbers. */
function isProven(one: Judged, named: boolean): boolean {
  const enough = one.telling >= 2 || (one.telling === 1 && named && one.held > 0 && one.violated === 0);
  const majority = one.held > one.violated || (one.held === one.violated && one.weight >= 3);
  return enough && majority && one.weight >= needed(one.pattern, named) && one.telling * 3 >= one.violated;
}

function value(one: Judged): number {
  return (
    one.telling * 1.5 +
    one.held * 0.5 -
    one.violated * 1.5 -
    one.pattern.rank * 0.01 +
    (one.pattern.namesake ? 0.2 : 0)
  );
}

/** Notes that set a cell apart: `56% Current average` among `37% Of target`. */
function isApart(axis: Axis, percent: number, cross: number): boolean {
  const notes = axis.cross.flatMap((_, j) => axis.cell(percent, j).note?.toLowerCase() ?? []);
  const own = axis.cell(percent, cross).note?.toLowerCase();
  return own !== undefined && notes.length >= 3 && notes.filter((note) => note === own).length === 1;
}

/** A cell that is no share of the pattern's whole may be one of the line right above it. */
function otherWhole(axis: Axis, result: AxisCell, one: Share): AxisCell | null {
  const line = axis.lines.findIndex((_, i) => axis.cell(i, one.cross).address === one.part.address);
  const above = [one.cross - 1, one.cross - 2].map((cross) => axis.cell(line, cross));
  return above.find((whole) => tryRatio(result, one.part, whole).weight >= 2) ?? null;
}

function relationsOfPattern(
  axis: Axis,
  percent: number,
  pattern: Pattern,
  named: boolean,
): readonly ShapeRelation[] {
  return pattern.shares.flatMap((one): readonly ShapeRelation[] => {
    const result = axis.cell(percent, one.cross);
    const { verdict } = tryRatio(result, one.part, one.whole);
    if (verdict === 'none' || (verdict === 'violated' && isApart(axis, percent, one.cross))) return [];
    const other = verdict === 'violated' ? otherWhole(axis, result, one) : null;
    const parts = [one.part.address, (other ?? one.whole).address];
    const by = named ? 'both' : 'arithmetic';
    return [
      {
        kind: 'percent',
        result: result.address,
        parts,
        held: other !== null || verdict === 'held',
        by,
        along: pattern.along,
      },
    ];
  });
}

/** The relations of every percentage line along one direction. */
export function percentRelations(axis: Axis): readonly ShapeRelation[] {
  return axis.lines.flatMap((line, percent) => {
    const named = line.role === 'percent';
    if (!named && !isPercentLine(axis, percent)) return [];
    if (['section', 'words', 'number', 'mean'].includes(line.role)) return [];
    const judged = patterns(axis, percent).map((pattern) => judge(axis, percent, pattern));
    const proven = judged.filter((one) => isProven(one, named));
    const [first] = proven;
    if (!first) return axis.along === 'row' ? sharesOfBase(axis, percent, countsNear(axis, percent)[0]) : [];
    const best = proven.reduce((top, one) => (value(one) > value(top) ? one : top), first);
    return relationsOfPattern(axis, percent, best.pattern, named);
  });
}
