/**
 * Whether a relation can hold: violated when no true values inside the printed intervals satisfy it.
 *
 * Example: `6%` of 37 children. The true share lies in [0.055, 0.065]; 2 of 37 is 0.054 and 3 of 37 is 0.081, so
 * `ratio` with 2 on top is violated, and so is `possible` with nothing on top.
 */
import { EVERYTHING, type Interval, weightedSum, wholePart } from '#shared/relation/interval.ts';
import type { Outcome, Relation, RelationBody, Term, Variable } from '#shared/relation/relation.ts';
import { combine, variablesOf } from '#shared/relation/terms.ts';

/** Anything that finds a variable by id: a map, or a map with some values changed on trial. */
export type Variables = Pick<ReadonlyMap<string, Variable>, 'get'>;
type Linear = Extract<RelationBody, { shape: 'linear' }>;
type Ratio = Extract<RelationBody, { shape: 'ratio' }>;
type Possible = Extract<RelationBody, { shape: 'possible' }>;

const HELD: Outcome = { outcome: 'held' };
const VIOLATED: Outcome = { outcome: 'violated' };

function notCheckable(why: string): Outcome {
  return { outcome: 'not-checkable', why };
}

/** The interval of a variable's true value: whole variables shrink to whole numbers. Null where none is left. */
export function trueInterval(variable: Variable): Interval | null {
  return variable.whole ? wholePart(variable) : variable;
}

function objection(id: string, variables: Variables): string | null {
  const variable = variables.get(id);
  if (!variable) return 'a part of it has no value';
  if (Number.isNaN(variable.low) || Number.isNaN(variable.high)) return 'a part of it has no usable number';
  if (!trueInterval(variable)) return 'a part of it has no possible value';
  return variable.approximate ? 'a part of it is printed as approximate' : null;
}

/** Σ factor·x over the printed intervals, with the rounding that may have crept in. */
export function span(
  terms: readonly Term[],
  variables: Variables,
  constant = 0,
): Interval & { readonly near: number } {
  return weightedSum(
    combine(terms).map(({ variable, factor }) => {
      const found = variables.get(variable);
      return { interval: (found && trueInterval(found)) ?? found ?? EVERYTHING, factor };
    }),
    constant,
  );
}

function evaluateLinear(body: Linear, variables: Variables): Outcome {
  const { low, high, near } = span(body.terms, variables, body.constant);
  return outcomeOf(low <= near && high >= -near);
}

/** The terms of `numerator − rate × denominator`. */
export function lineAt(numerator: readonly Term[], rate: number, denominator: readonly Term[]): Term[] {
  return [...numerator, ...denominator.map(({ variable, factor }) => ({ variable, factor: -rate * factor }))];
}

function negated(terms: readonly Term[]): readonly Term[] {
  return terms.map(({ variable, factor }) => ({ variable, factor: -factor }));
}

/**
 * No division: with a denominator D ≥ 0, numerator/denominator reaches [low, high] exactly when N − low·D can be
 * ≥ 0 and N − high·D can be ≤ 0. That stays exact where a cell stands above and below the line.
 */
function evaluateRatio(body: Ratio, variables: Variables): Outcome {
  const below = span(body.denominator, variables);
  const above = span(body.numerator, variables);
  if (below.low === 0 && below.high === 0) {
    const impossible = above.low > above.near || above.high < -above.near;
    return impossible ? VIOLATED : notCheckable('what it is divided by is zero');
  }
  if (below.low < 0 && below.high > 0) return notCheckable('what it is divided by may be zero');
  const sign = below.high <= 0 ? negated : (terms: readonly Term[]) => terms;
  const [top, bottom] = [sign(body.numerator), sign(body.denominator)];
  const { low, high } = variables.get(body.result) ?? EVERYTHING;
  const most = span(lineAt(top, low, bottom), variables);
  const least = span(lineAt(top, high, bottom), variables);
  return outcomeOf(most.high >= -most.near && least.low <= least.near);
}

/** Some whole number over a whole denominator prints as `rate`: GRIM (Brown & Heathers 2017). */
export function someCountPrints(rate: Interval, denominator: number): boolean {
  const low = Math.min(rate.low * denominator, rate.high * denominator);
  const high = Math.max(rate.low * denominator, rate.high * denominator);
  return wholePart({ low, high }) !== null;
}

const MOST_DENOMINATORS = 10_000;

function evaluatePossible(body: Possible, variables: Variables): Outcome {
  const rate = variables.get(body.result);
  const variable = variables.get(body.denominator);
  const counts = variable && wholePart(variable);
  if (!rate || !counts) return notCheckable('what it is divided by is not a whole number');
  if (counts.low <= 0) return notCheckable('what it is divided by is zero or may be');
  if ((rate.high - rate.low) * counts.high >= 1 || counts.high - counts.low > MOST_DENOMINATORS) {
    return notCheckable(tooCoarse(rate, counts.high));
  }
  for (let n = counts.low; n <= counts.high; n++) if (someCountPrints(rate, n)) return HELD;
  return VIOLATED;
}

function tooCoarse(rate: Interval, count: number): string {
  const printed = rate.high - rate.low;
  return printed > 0.009 && printed < 0.011 && count >= 100
    ? 'a percentage of a hundred or more without decimals cannot be tested'
    : `every value printed to this precision is possible for ${count}`;
}

function outcomeOf(held: boolean): Outcome {
  return held ? HELD : VIOLATED;
}

function evaluateBody(body: RelationBody, variables: Variables): Outcome {
  switch (body.shape) {
    case 'linear':
      return evaluateLinear(body, variables);
    case 'ratio':
      return evaluateRatio(body, variables);
    case 'possible':
      return evaluatePossible(body, variables);
  }
}

/**
 * Evaluates one relation. `violated` is a proof: no true values that print as the cells do satisfy it.
 * Anything that stands in the way of a proof makes it `not-checkable`, with the reason in words.
 */
export function evaluate(relation: Relation, variables: Variables): Outcome {
  for (const id of variablesOf(relation.body)) {
    const why = objection(id, variables);
    if (why !== null) return notCheckable(why);
  }
  return evaluateBody(relation.body, variables);
}

/** Every relation's outcome, by relation id. */
export function evaluateAll(
  relations: readonly Relation[],
  variables: Variables,
): ReadonlyMap<string, Outcome> {
  return new Map(relations.map((relation) => [relation.id, evaluate(relation, variables)]));
}
