/** Relations by hand, and boards in miniature: the builders of returns are those of the findings' tests. */

import type { BoardDefinition, Measure } from '#shared/definition/definition.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { type Cause, findCauses } from '#shared/relation/cause.ts';
import { type Derivation, deriveRelations } from '#shared/relation/derive.ts';
import { evaluate, evaluateAll } from '#shared/relation/evaluate.ts';
import type { Relation, RelationBody, Variable } from '#shared/relation/relation.ts';
import { aDefinition } from '#test/finding/build.ts';

export { aDefinition, aReturn } from '#test/finding/build.ts';

export function exact(id: string, value: number, more: Partial<Variable> = {}): Variable {
  const fixed = { whole: true, blank: false, approximate: false, weight: 1 };
  return { id, low: value, high: value, ...fixed, ...more };
}

/** A number printed to a step: `about('x', 0.81, 0.01)` is 81%. */
export function rounded(id: string, value: number, step: number): Variable {
  return exact(id, value, { low: value - step / 2, high: value + step / 2, whole: false });
}

export function variablesIn(...variables: readonly Variable[]): ReadonlyMap<string, Variable> {
  return new Map(variables.map((variable) => [variable.id, variable]));
}

/** `sum('t', 'a', 'b')`: t = a + b. */
export function sum(result: string, ...parts: readonly string[]): RelationBody {
  const less = parts.map((variable) => ({ variable, factor: -1 }));
  return { shape: 'linear', terms: [{ variable: result, factor: 1 }, ...less], constant: 0 };
}

export function ratio(result: string, top: string, bottom: string): RelationBody {
  return {
    shape: 'ratio',
    result,
    numerator: [{ variable: top, factor: 1 }],
    denominator: [{ variable: bottom, factor: 1 }],
  };
}

export function relation(id: string, body: RelationBody): Relation {
  return { id, kind: 'total', rule: 'test', label: id, body };
}

export function outcomeOf(body: RelationBody, ...variables: readonly Variable[]): string {
  const found = evaluate(relation('r', body), variablesIn(...variables));
  return found.outcome === 'not-checkable' ? found.why : found.outcome;
}

export function aMeasure(code: string, more: Partial<Measure> = {}): Measure {
  return {
    ...{ code, name: code, aliases: [], unit: 'children', direction: 'neither' },
    ...{ overQuarters: 'sum', overProgrammes: 'sum' },
    ...more,
  };
}

export interface Checked extends Derivation {
  readonly violated: readonly Relation[];
  readonly held: readonly Relation[];
  readonly causes: readonly Cause[];
}

/** Derives, evaluates and localises. */
export function checked(returns: readonly UnderstoodReturn[], more: Partial<BoardDefinition> = {}): Checked {
  const derived = deriveRelations({ definition: aDefinition(more), returns });
  const outcomes = evaluateAll(derived.relations, derived.variables);
  const having = (outcome: string) =>
    derived.relations.filter(({ id }) => outcomes.get(id)?.outcome === outcome);
  return {
    ...derived,
    violated: having('violated'),
    held: having('held'),
    causes: findCauses(derived.relations, outcomes, derived.variables),
  };
}

/** Address of a variable: `fgc-2020-21 Q1/Table 1/B2/main` becomes `B2`. */
export function addressOfVariable(id: string): string {
  return (id.startsWith('blank:') ? id.split(':').at(-1) : id.split('/').at(-2)) ?? id;
}

/** Causes as `B2→15, E2→9`. */
export function blamed(causes: readonly Cause[]): readonly string[] {
  return causes.map(({ suspects }) =>
    suspects
      .map((s) => `${addressOfVariable(s.variable)}→${s.suggestion ?? '?'}`)
      .sort()
      .join(', '),
  );
}
