/**
 * Totals by their label: which lines a total adds up is decided by place, and by what holds most often.
 *
 * A grand total may add subtotals or all the lines under them; the reading that holds for most crossing lines
 * wins, subtotals first, and only that one is reported.
 */

import { type Axis, isPercentLine } from '#shared/table/axis.ts';
import { relationsFrom, type Tally, type Trial, trySum } from '#shared/table/evidence.ts';
import type { Line, ShapeRelation } from '#shared/table/table.ts';
import { plainLabel } from '#shared/table/words.ts';

export function isTotalLine(line: Line | undefined): boolean {
  return line?.role === 'total' || line?.role === 'subtotal';
}

/** Lines that a sum may take in: not percentages, targets, means, previous periods, headings. */
export function isAddable(axis: Axis, line: number, percent: boolean): boolean {
  const role = axis.lines[line]?.role;
  if (role === 'percent') return percent;
  return (
    (role === 'body' || role === 'total' || role === 'subtotal') && (percent || !isPercentLine(axis, line))
  );
}

interface Span {
  /** Lines nearest first, from the total outwards. */
  readonly near: readonly number[];
}

/** Lines on one side of the total, nearest first. */
function side(axis: Axis, total: number, step: 1 | -1, percent: boolean): Span {
  const near: number[] = [];
  for (let i = total + step; i >= 0 && i < axis.lines.length; i += step) {
    if (axis.lines[i]?.role === 'section') near.push(i);
    else if (isAddable(axis, i, percent)) near.push(i);
  }
  return { near };
}

function topLevel(axis: Axis, lines: readonly number[]): readonly number[] {
  const least = Math.min(...lines.map((i) => axis.lines[i]?.level ?? 0));
  return lines.filter((i) => (axis.lines[i]?.level ?? 0) === least);
}

/** Body lines up to the next total or section heading. */
function group(axis: Axis, span: Span): readonly number[] {
  const end = span.near.findIndex((i) => isTotalLine(axis.lines[i]) || axis.lines[i]?.role === 'section');
  return end === -1 ? span.near : span.near.slice(0, end);
}

function innerLabel(line: Line | undefined): string {
  const label = plainLabel(line?.path.at(-1) ?? '');
  return label
    .replace(/\b(?:grand|sub|overall)?\s*totals?\b/g, '')
    .replace(/^(?:of|for)\b|\s+/g, ' ')
    .trim();
}

function outerLabel(line: Line | undefined): string {
  return (line?.path.slice(0, -1) ?? []).join('>');
}

/** Lines of the other groups with the same inner label: April children + May children = Total children. */
function acrossGroups(axis: Axis, total: number, percent: boolean): readonly number[] {
  const whole = axis.lines[total];
  const label = innerLabel(whole);
  if (label === '' || (whole?.path.length ?? 0) < 2) return [];
  return axis.lines.flatMap((line, i) => {
    const other = i !== total && line.path.length >= 2 && outerLabel(line) !== outerLabel(whole);
    return other && innerLabel(line) === label && isAddable(axis, i, percent) && line.role !== 'total'
      ? [i]
      : [];
  });
}

/** Lines of the same group: April boys + April girls = April total. */
function withinGroup(axis: Axis, total: number, percent: boolean): readonly number[] {
  const outer = outerLabel(axis.lines[total]);
  if (outer === '') return [];
  return axis.lines.flatMap((line, i) =>
    i !== total && outerLabel(line) === outer && !isTotalLine(line) && isAddable(axis, i, percent) ? [i] : [],
  );
}

/** Every reading of what a total adds, most telling first. */
function readings(axis: Axis, total: number, within: ReadonlySet<number>): readonly (readonly number[])[] {
  const percent = isPercentLine(axis, total);
  const sides = [side(axis, total, -1, percent), side(axis, total, 1, percent)];
  const bySide = sides.flatMap((span) => {
    const own = group(axis, span);
    const totals = span.near.filter((i) => isTotalLine(axis.lines[i]));
    const all = span.near.filter((i) => axis.lines[i]?.role === 'body');
    const nearest = own.length > 0 ? topLevel(axis, own) : [];
    const every = all.length > 0 ? topLevel(axis, all) : [];
    const outer = nearest.filter((line) => !within.has(line));
    const mixed = totals.length > 0 ? [...totals, ...nearest] : [];
    return [totals.length >= 2 ? totals : [], mixed, nearest, outer, every];
  });
  const found = [acrossGroups(axis, total, percent), withinGroup(axis, total, percent), ...bySide];
  const sorted = found.map((list) => [...list].sort((a, b) => a - b)).filter((list) => list.length > 0);
  return sorted.filter((list, i) => sorted.findIndex((other) => other.join() === list.join()) === i);
}

function score(tally: Tally): number {
  return tally.held - tally.violated + 0.001 * Math.min(tally.telling, 1);
}

/** `Total` or `Total children` under April, not `Total referrals` at the head of a list of other things. */
function isBare(axis: Axis, total: number): boolean {
  const line = axis.lines[total];
  return innerLabel(line) === '' || (line?.path.length ?? 0) >= 2 || axis.along === 'row';
}

/** Sum and parts far apart in every place: the label means another kind of total. */
function isFarOff(axis: Axis, total: number, parts: readonly number[], tally: Tally): boolean {
  if (tally.telling > 0) return false;
  const ratios = tally.trials
    .filter((one) => one.verdict === 'violated')
    .map(({ cross }) => {
      const sum = parts.reduce((all, part) => all + (axis.cell(part, cross).main?.value ?? 0), 0);
      const stated = axis.cell(total, cross).main?.value ?? 0;
      return Math.abs(sum - stated) / Math.max(Math.abs(sum), Math.abs(stated), 1);
    })
    .sort((a, b) => a - b);
  return (ratios[Math.floor(ratios.length / 2)] ?? 0) > 0.5;
}

/** Rates, means and shares do not add: where they do not, nothing is said. */
export function mayFail(axis: Axis, total: number, parts: readonly number[], one: Trial): boolean {
  if (one.verdict !== 'violated') return true;
  const role = axis.cross[one.cross]?.role;
  if (role === 'percent' || role === 'mean' || role === 'target') return false;
  const whole = axis.cell(total, one.cross).main;
  if (!whole || whole.unit === 'percent') return false;
  const values = parts.flatMap((part) => axis.cell(part, one.cross).main ?? []);
  const decimal = [whole, ...values].some((value) => !value.whole && value.unit === null && value.step < 1);
  const inside =
    whole.value >= Math.min(...values.map((value) => value.value)) &&
    whole.value <= Math.max(...values.map((value) => value.value));
  return !(decimal && inside);
}

function sumsOfTotal(axis: Axis, total: number, within: ReadonlySet<number>): readonly ShapeRelation[] {
  const tried = readings(axis, total, within).map((parts) => ({ parts, tally: trySum(axis, total, parts) }));
  const [first] = tried;
  if (!first) return [];
  const best = tried.reduce((top, one) => (score(one.tally) > score(top.tally) ? one : top), first);
  if (best.parts.length < 2 && best.tally.telling === 0 && best.tally.violated > 0) return [];
  if (best.tally.held === 0 && best.tally.violated > 0 && !isBare(axis, total)) return [];
  if (isFarOff(axis, total, best.parts, best.tally)) return [];
  const trials = best.tally.trials.filter((one) => mayFail(axis, total, best.parts, one));
  const by = best.tally.held > best.tally.violated ? 'both' : 'label';
  return relationsFrom(axis, 'sum', total, best.parts, trials, by);
}

/** A first or last line without a label, below or above labelled ones, that adds the others up. */
function unnamedTotals(axis: Axis): readonly ShapeRelation[] {
  const named = axis.lines.filter((line) => line.path.length > 0).length;
  if (axis.along === 'row' || named < axis.lines.length - 1 || named < 2) return [];
  return [0, axis.lines.length - 1].flatMap((at) => {
    if (axis.lines[at]?.path.length !== 0 || axis.lines[at]?.role !== 'body') return [];
    const parts = readings(axis, at, new Set())[0] ?? [];
    const tally = trySum(axis, at, parts);
    const sure = tally.violated === 0 && tally.telling > 0 && tally.weight >= 1;
    return sure ? relationsFrom(axis, 'sum', at, parts, tally.trials, 'arithmetic') : [];
  });
}

/**
 * Sums claimed by the labels of totals and subtotals along one direction. `within` are lines already known to
 * be added up by another line: a total may leave them out.
 */
export function labelledSums(axis: Axis, within: ReadonlySet<number>): readonly ShapeRelation[] {
  const totals = axis.lines.flatMap((line, i) => (isTotalLine(line) ? [i] : []));
  return [...totals.flatMap((total) => sumsOfTotal(axis, total, within)), ...unnamedTotals(axis)];
}
