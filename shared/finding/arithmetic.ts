/** Violated relations as findings, one for each cause, and how much was checked. */

import { causeDraft, type Teller } from '#shared/finding/cause.ts';
import { type ChangeKind, changedDrafts } from '#shared/finding/changed.ts';
import { cutOffTogether } from '#shared/finding/cut-off.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { explainedOf } from '#shared/finding/explained.ts';
import { type Facts, factsOf } from '#shared/finding/facts.ts';
import type { Coverage } from '#shared/finding/finding.ts';
import type { Board } from '#shared/finding/place.ts';
import { compilersOf } from '#shared/finding/place.ts';
import { restatementTest } from '#shared/finding/restatement.ts';
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

function tellerOf(board: Board, facts: Facts): Teller {
  return { board, facts, compilers: compilersOf(board), genuine: restatementTest(board, facts) };
}

/** One draft for each cause; restatements and moved targets gathered by table and period. */
function causeDrafts(teller: Teller, causes: readonly Cause[]): readonly Draft[] {
  const told = causes.map((cause) => ({ cause, draft: causeDraft(teller, cause) ?? bareDraft(cause) }));
  const changed = (kind: ChangeKind): readonly Draft[] =>
    changedDrafts(
      teller,
      kind,
      told.filter(({ draft }) => draft.kind === kind).map(({ cause }) => cause),
    );
  const changes = [...changed('restated'), ...changed('target')];
  const said = new Set(changes.flatMap((draft) => draft.relations ?? []));
  const left = told.filter(
    ({ cause, draft }) =>
      !(draft.kind === 'restated' || draft.kind === 'target') ||
      !cause.relations.some(({ id }) => said.has(id)),
  );
  return [...changes, ...cutOffTogether(teller, left)];
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
  const open = relations.filter((relation) => !other.settled.has(relation));
  const causes = findCauses(open, outcomes, variables);
  return {
    drafts: [...other.drafts, ...causeDrafts(tellerOf(board, facts), causes)],
    coverage: coverageOf(relations, outcomes, notCheckable),
  };
}
