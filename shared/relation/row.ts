/**
 * A relation as bounds on freed variables: low ≤ Σ coef·x ≤ high, with every other cell at its printed interval.
 *
 * Ratios give two rows without dividing (see `evaluate.ts`). A ratio whose result is freed together with a cell it
 * is made of gives none: the result can follow whatever the others become.
 */
import { lineAt, span, type Variables } from '#shared/relation/evaluate.ts';
import { divide } from '#shared/relation/interval.ts';
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';
import { combine } from '#shared/relation/terms.ts';

export interface Row {
  /** Coefficients by position in the list of freed variables. */
  readonly coefs: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Index of its relation in the list being solved. */
  readonly reason: number;
}

export type Positions = ReadonlyMap<string, number>;

/** Free and fixed parts of Σ terms + constant. */
function split(terms: readonly Term[], constant: number, freed: Positions, variables: Variables) {
  const coefs = new Array<number>(freed.size).fill(0);
  const fixed: Term[] = [];
  for (const term of combine(terms)) {
    const at = freed.get(term.variable);
    if (at === undefined) fixed.push(term);
    else coefs[at] = term.factor;
  }
  const sum = span(fixed, variables, constant);
  return { coefs, low: sum.low - sum.near, high: sum.high + sum.near };
}

function linearRows(
  body: Extract<RelationBody, { shape: 'linear' }>,
  reason: number,
  freed: Positions,
  variables: Variables,
): readonly Row[] {
  const { coefs, low, high } = split(body.terms, body.constant, freed, variables);
  return [{ coefs, low: -high, high: -low, reason }];
}

function ratioRows(
  body: Extract<RelationBody, { shape: 'ratio' }>,
  reason: number,
  freed: Positions,
  variables: Variables,
): readonly Row[] {
  const inside = [...body.numerator, ...body.denominator].some((term) => freed.has(term.variable));
  const at = freed.get(body.result);
  if (at !== undefined) return inside ? [] : quotientRow(body, reason, at, freed.size, variables);
  const below = span(body.denominator, variables);
  if (below.high <= 0) return [];
  const rate = variables.get(body.result);
  if (!rate) return [];
  const most = split(lineAt(body.numerator, rate.low, body.denominator), 0, freed, variables);
  const least = split(lineAt(body.numerator, rate.high, body.denominator), 0, freed, variables);
  return [
    { coefs: most.coefs, low: -most.high, high: Infinity, reason },
    { coefs: least.coefs, low: -Infinity, high: -least.low, reason },
  ];
}

function quotientRow(
  body: Extract<RelationBody, { shape: 'ratio' }>,
  reason: number,
  at: number,
  size: number,
  variables: Variables,
): readonly Row[] {
  const quotient = divide(span(body.numerator, variables), span(body.denominator, variables));
  if (!quotient) return [];
  const coefs = new Array<number>(size).fill(0);
  coefs[at] = 1;
  return [{ coefs, low: quotient.low, high: quotient.high, reason }];
}

export function rowsOf(
  relation: Relation,
  reason: number,
  freed: Positions,
  variables: Variables,
): readonly Row[] {
  switch (relation.body.shape) {
    case 'linear':
      return linearRows(relation.body, reason, freed, variables);
    case 'ratio':
      return ratioRows(relation.body, reason, freed, variables);
    case 'possible':
      return [];
  }
}
