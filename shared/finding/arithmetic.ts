/** Violated relations as findings, one for each cause, and how much was checked. */
import { causeDraft } from '#shared/finding/cause.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Facts, factsOf } from '#shared/finding/facts.ts';
import type { Coverage } from '#shared/finding/finding.ts';
import type { Board } from '#shared/finding/place.ts';
import { type Cause, findCauses } from '#shared/relation/cause.ts';
import { deriveRelations } from '#shared/relation/derive.ts';
import { evaluate } from '#shared/relation/evaluate.ts';
import type { Outcome, Relation, Variable } from '#shared/relation/relation.ts';

type Outcomes = ReadonlyMap<string, Outcome>;

/** A relation whose evaluation breaks is reported as not checkable, never skipped. */
function outcomesOf(relations: readonly Relation[], variables: ReadonlyMap<string, Variable>): Outcomes {
  return new Map(
    relations.map((relation) => {
      try {
        return [relation.id, evaluate(relation, variables)];
      } catch (error) {
        const why = `the check itself failed: ${error instanceof Error ? error.message : String(error)}`;
        return [relation.id, { outcome: 'not-checkable', why }];
      }
    }),
  );
}

function coverageOf(
  relations: readonly Relation[],
  outcomes: Outcomes,
  notDerived: Coverage['notCheckable'],
): Coverage {
  const count = (outcome: Outcome['outcome']): number =>
    relations.filter(({ id }) => outcomes.get(id)?.outcome === outcome).length;
  const undecided = relations.flatMap(({ id, label }) => {
    const outcome = outcomes.get(id);
    return outcome?.outcome === 'not-checkable' ? [{ relation: label, why: outcome.why }] : [];
  });
  return { held: count('held'), violated: count('violated'), notCheckable: [...undecided, ...notDerived] };
}

/** A cause whose cells cannot be told is still said, by its relations' own labels. */
function bareDraft(cause: Cause): Draft {
  const labels = cause.relations.map((relation) => relation.label);
  return {
    rule: 'relation',
    kind: cause.relations[0]?.kind ?? 'total',
    severity: 'medium',
    provider: null,
    period: '',
    title: labels[0] ?? 'Figures that cannot all be true',
    message: `These figures cannot all be true: ${labels.join('; ')}. Please check them.`,
    cells: [],
    about: cause.relations.map((relation) => relation.id),
    relations: cause.relations.map((relation) => relation.id),
  };
}

export function arithmeticDrafts(board: Board): {
  readonly drafts: readonly Draft[];
  readonly coverage: Coverage;
} {
  const { variables, relations, notCheckable } = deriveRelations(board);
  const outcomes = outcomesOf(relations, variables);
  const facts: Facts = factsOf(board);
  const causes = findCauses(relations, outcomes, variables);
  const drafts = causes.map((cause) => causeDraft(board, facts, cause) ?? bareDraft(cause));
  return { drafts, coverage: coverageOf(relations, outcomes, notCheckable) };
}
