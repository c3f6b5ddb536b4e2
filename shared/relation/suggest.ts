/** From the range that would satisfy everything to the one value worth suggesting, and the slip that explains it. */
import type { Variables } from '#shared/relation/evaluate.ts';
import type { Interval } from '#shared/relation/interval.ts';
import type { Variable } from '#shared/relation/relation.ts';
import { describeSlip, type Slip } from '#shared/relation/shape-of-error.ts';
import { type RelationIndex, variablesOf } from '#shared/relation/terms.ts';

/** A cell to blame and what it should say. */
export interface Suspect {
  readonly variable: string;
  /** True values that would satisfy every relation; infinite where nothing bounds them. */
  readonly low: number;
  readonly high: number;
  /** The one value at the cell's printed precision that would, null where several or none can be told. */
  readonly suggestion: number | null;
  /** How the printed value could have come about: "two digits swapped". */
  readonly slip: string | null;
}

/** The value a variable is printed as: the middle of its interval. */
export function printedValue(variable: Variable): number {
  return clean((variable.low + variable.high) / 2);
}

function clean(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** The single value printed to the variable's own step inside the range. */
export function suggestionFor(variable: Variable, range: Interval): number | null {
  if (!Number.isFinite(range.low) || !Number.isFinite(range.high)) return null;
  const width = range.high - range.low;
  const step = variable.high - variable.low;
  if (step <= 0) {
    return width <= 1e-9 * Math.max(1, Math.abs(range.low)) ? clean((range.low + range.high) / 2) : null;
  }
  const stepped = clean(step);
  const offset = (clean((variable.low + variable.high) / 2) / stepped) % 1;
  const value = clean((Math.round((range.low + range.high) / 2 / stepped - offset) + offset) * stepped);
  return width <= 2 * step ? value : null;
}

const MOST_NEIGHBOURS = 40;

function neighboursOf(id: string, index: RelationIndex, variables: Variables): readonly number[] {
  const values: number[] = [];
  for (const relation of index.get(id) ?? []) {
    for (const other of variablesOf(relation.body)) {
      const variable = variables.get(other);
      if (other !== id && variable && values.length < MOST_NEIGHBOURS) values.push(printedValue(variable));
    }
  }
  return values;
}

export function slipOf(
  variable: Variable,
  suggestion: number | null,
  index: RelationIndex,
  variables: Variables,
): Slip | null {
  if (suggestion === null) return null;
  const neighbours = variable.low === variable.high ? neighboursOf(variable.id, index, variables) : [];
  return describeSlip(printedValue(variable), suggestion, { blank: variable.blank, neighbours });
}
