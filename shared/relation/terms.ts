/** Small questions about a relation's body that several files ask. */
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';

/** Every variable a relation ties, each once, result first. */
export function variablesOf(body: RelationBody): readonly string[] {
  switch (body.shape) {
    case 'linear':
      return [...new Set(body.terms.map((term) => term.variable))];
    case 'ratio':
      return [
        ...new Set([body.result, ...[...body.numerator, ...body.denominator].map((term) => term.variable)]),
      ];
    case 'possible':
      return [...new Set([body.result, body.denominator])];
  }
}

const FEW = 20;

/** Most bodies name each cell once; telling so is much cheaper than adding up. */
function alreadyCombined(terms: readonly Term[]): boolean {
  if (terms.length > FEW) return false;
  return terms.every(
    (term, i) => term.factor !== 0 && !terms.some((other, j) => j < i && other.variable === term.variable),
  );
}

/** Terms with equal variables added up; a factor of zero drops out. */
export function combine(terms: readonly Term[]): readonly Term[] {
  if (alreadyCombined(terms)) return terms;
  const factors = new Map<string, number>();
  for (const { variable, factor } of terms) factors.set(variable, (factors.get(variable) ?? 0) + factor);
  return [...factors]
    .filter(([, factor]) => factor !== 0)
    .map(([variable, factor]) => ({ variable, factor }));
}

/** Relations by each variable they tie, in the given order. */
export type RelationIndex = Pick<ReadonlyMap<string, readonly Relation[]>, 'get'>;

export function indexRelations(relations: readonly Relation[]): RelationIndex {
  const index = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const variable of variablesOf(relation.body)) {
      const known = index.get(variable);
      if (known) known.push(relation);
      else index.set(variable, [relation]);
    }
  }
  return index;
}
