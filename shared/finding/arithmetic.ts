/** Violated relations as findings, one for each cause, and how much was checked. */

import { causeDrafts } from '#shared/finding/causes.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { explainedOf } from '#shared/finding/explained.ts';
import { type Facts, factsOf } from '#shared/finding/facts.ts';
import type { Coverage } from '#shared/finding/finding.ts';
import type { Board } from '#shared/finding/place.ts';
import { compilersOf } from '#shared/finding/place.ts';
import { restatementTest } from '#shared/finding/restatement.ts';
import { findCauses } from '#shared/relation/cause.ts';
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
  // A label is made where it is read: not for the many that hold.
  const undecided = relations.flatMap((relation) => {
    const outcome = outcomes.get(relation.id);
    return outcome?.outcome === 'not-checkable' ? [{ relation: relation.label, why: outcome.why }] : [];
  });
  return { held: count('held'), violated: count('violated'), notCheckable: [...undecided, ...notDerived] };
}

/** A text that repeats a figure is no witness for it: it was copied from the table, right or wrong. */
function agreesInText({ id, rule }: Relation, outcomes: Outcomes): boolean {
  return rule.startsWith('claim.') && outcomes.get(id)?.outcome === 'held';
}

export function arithmeticDrafts(board: Board): {
  readonly drafts: readonly Draft[];
  readonly coverage: Coverage;
} {
  const derived = deriveRelations(board);
  const { relations, variables, notCheckable } = derived;
  const outcomes = outcomesOf(relations, variables);
  const facts: Facts = factsOf(board);
  const violated = relations.filter(({ id }) => outcomes.get(id)?.outcome === 'violated');
  const other = explainedOf(board, facts, derived, violated);
  const open = relations.filter(
    (relation) => !other.settled.has(relation) && !agreesInText(relation, outcomes),
  );
  const causes = findCauses(open, outcomes, variables);
  const teller = { board, facts, compilers: compilersOf(board), genuine: restatementTest(board, facts) };
  return {
    drafts: [...other.drafts, ...causeDrafts(teller, causes)],
    coverage: coverageOf(relations, outcomes, notCheckable),
  };
}
