/** Small questions about a relation's body that several files ask. */
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';

const FEW = 20;

/** A set is dearer than a look along a few names. */
function eachOnce(names: readonly string[]): readonly string[] {
  if (names.length > FEW) return [...new Set(names)];
  for (let at = 1; at < names.length; at += 1) {
    if (names.indexOf(names[at] ?? '') < at) return [...new Set(names)];
  }
  return names;
}

const namesOf = (terms: readonly Term[]): string[] => terms.map((term) => term.variable);

/** Every variable a relation ties, each once, result first. */
export function variablesOf(body: RelationBody): readonly string[] {
  switch (body.shape) {
    case 'linear':
      return eachOnce(namesOf(body.terms));
    case 'ratio':
      return eachOnce([body.result, ...namesOf(body.numerator), ...namesOf(body.denominator)]);
    case 'possible':
      return eachOnce([body.result, body.denominator]);
  }
}

/** Most bodies name each cell once; telling so is much cheaper than adding up. */
function alreadyCombined(terms: readonly Term[]): boolean {
  if (terms.length > FEW) return false;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i];
    if (!term || term.factor === 0) return false;
    for (let j = 0; j < i; j += 1) if (terms[j]?.variable === term.variable) return false;
  }
  return true;
}

const CELLS = new WeakMap<Relation, readonly string[]>();

/** `variablesOf` a relation that is asked for it again and again. */
export function cellsOf(relation: Relation): readonly string[] {
  const known = CELLS.get(relation) ?? variablesOf(relation.body);
  CELLS.set(relation, known);
  return known;
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
