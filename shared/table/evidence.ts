/**
 * Trying one arithmetic tie on every crossing line, and weighing what holds.
 *
 * Two numbers agree by chance the more easily the smaller they are; a tie found by arithmetic alone must hold
 * often enough, on large enough numbers, that chance is out of the question. The weight of one agreement is
 * the decimal logarithm of how many printed values the result could have had.
 */
import { clean } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { Axis, AxisCell } from '#shared/table/axis.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

export type Verdict = 'held' | 'violated' | 'none';

export interface Trial {
  readonly cross: number;
  readonly verdict: Verdict;
  /** Zero for agreements that say nothing (0 = 0 + 0). */
  readonly weight: number;
  /** Two parts or more went into it. */
  readonly telling: boolean;
}

export interface Tally {
  readonly held: number;
  readonly violated: number;
  /** Agreements that say something. */
  readonly telling: number;
  readonly weight: number;
  readonly trials: readonly Trial[];
}

/** Pounds, percentages and plain numbers are not added to one another; zero goes with all. */
function mixes(values: readonly Quantity[]): boolean {
  const family = (one: Quantity) => (one.unit === 'percent' || one.unit === 'GBP' ? one.unit : 'plain');
  return new Set(values.filter((one) => one.value !== 0).map(family)).size > 1;
}

function width(quantities: readonly Quantity[]): number {
  const total = quantities.reduce((sum, one) => sum + one.high - one.low, 0);
  const unit = quantities.every((one) => one.whole)
    ? 1
    : Math.max(...quantities.map((one) => one.step), 1e-9);
  return Math.max(total, unit);
}

/** Result = first − others (`signs` −1) or Σ parts (`signs` 1), on one crossing line. */
function trial(result: AxisCell, parts: readonly AxisCell[], cross: number, sign: 1 | -1): Trial {
  const none: Trial = { cross, verdict: 'none', weight: 0, telling: false };
  if (result.main === null || parts.some((part) => part.state === 'none')) return none;
  const values = parts.flatMap((part) => part.main ?? []);
  const whole = result.main;
  if (values.length === 0 || mixes([whole, ...values])) return none;
  if (sign === -1 && parts.some((part) => part.main === null)) return none;
  const signed = values.map((one, i) => (sign === -1 && i > 0 ? { low: -one.high, high: -one.low } : one));
  const low = clean(signed.reduce((sum, one) => sum + one.low, 0));
  const high = clean(signed.reduce((sum, one) => sum + one.high, 0));
  const held = low <= clean(whole.high) && high >= clean(whole.low);
  if (!held && [whole, ...values].some((one) => one.approximate)) return none;
  const filled = values.filter((one) => one.value !== 0).length;
  const size = Math.max(
    Math.abs(whole.value),
    ...(sign === -1 ? values.map((one) => Math.abs(one.value)) : []),
  );
  const full = Math.min(4, Math.log10(1 + size / width([whole, ...values])));
  const weight = whole.value === 0 && sign === 1 ? 0 : filled >= 2 ? full : full / 3;
  const telling = held && filled >= 2 && weight > 0;
  return { cross, verdict: held ? 'held' : 'violated', weight: held ? weight : 0, telling };
}

function tallyOf(trials: readonly Trial[]): Tally {
  const held = trials.filter((one) => one.verdict === 'held');
  return {
    held: held.length,
    violated: trials.filter((one) => one.verdict === 'violated').length,
    telling: held.filter((one) => one.telling).length,
    weight: held.reduce((sum, one) => sum + one.weight, 0),
    trials,
  };
}

/** Tries result = Σ parts on every crossing line. */
export function trySum(axis: Axis, result: number, parts: readonly number[]): Tally {
  return tallyOf(
    axis.cross.map((_, j) =>
      trial(
        axis.cell(result, j),
        parts.map((part) => axis.cell(part, j)),
        j,
        1,
      ),
    ),
  );
}

/** Tries result = parts[0] − parts[1] − … on every crossing line. */
export function tryDifference(axis: Axis, result: number, parts: readonly number[]): Tally {
  return tallyOf(
    axis.cross.map((_, j) =>
      trial(
        axis.cell(result, j),
        parts.map((part) => axis.cell(part, j)),
        j,
        -1,
      ),
    ),
  );
}

/** Relations of the trials that could be checked. */
export function relationsFrom(
  axis: Axis,
  kind: 'sum' | 'difference',
  result: number,
  parts: readonly number[],
  trials: readonly Trial[],
  by: ShapeRelation['by'],
): readonly ShapeRelation[] {
  return trials
    .filter((one) => one.verdict !== 'none')
    .map((one) => ({
      kind,
      result: axis.cell(result, one.cross).address,
      parts: parts.map((part) => axis.cell(part, one.cross).address),
      held: one.verdict === 'held',
      by,
      along: axis.along,
    }));
}
