/** Violated relations that another explanation than a wrong cell settles, with the findings that say so. */
import type { Draft } from '#shared/finding/draft.ts';
import type { Facts } from '#shared/finding/facts.ts';
import { type Misfiling, misfilings } from '#shared/finding/mapping.ts';
import { misfiledDraft } from '#shared/finding/misfiled.ts';
import { twinFigures } from '#shared/finding/pasted.ts';
import type { Board } from '#shared/finding/place.ts';
import { type Broken, type RepeatedRows, repeatedRowDrafts, repeatedRows } from '#shared/finding/repeated.ts';
import { staleDrafts, staleFigures } from '#shared/finding/stale.ts';
import { arithmeticLine, storyOf } from '#shared/finding/story.ts';
import { unitDrafts, unitMixes } from '#shared/finding/unit.ts';
import type { Derivation } from '#shared/relation/derive.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import type { Relation, Variable } from '#shared/relation/relation.ts';
import { variablesOf } from '#shared/relation/terms.ts';

export interface Explained {
  readonly drafts: readonly Draft[];
  readonly settled: ReadonlySet<Relation>;
}

/** Variables with some of them at other values. */
function withInstead(variables: Variables, instead: ReadonlyMap<string, Variable>): Variables {
  return { get: (id) => instead.get(id) ?? variables.get(id) };
}

/** Violated relations of these cells that hold at the other values. */
function settledBy(
  violated: readonly Relation[],
  variables: Variables,
  instead: ReadonlyMap<string, Variable>,
): readonly Relation[] {
  const trial = withInstead(variables, instead);
  return violated.filter(
    (relation) =>
      variablesOf(relation.body).some((id) => instead.has(id)) &&
      evaluate(relation, trial).outcome === 'held',
  );
}

/** Rows pasted twice count once: the sums that hold then are broken by the paste, not by a cell. */
function pastedSums(rows: RepeatedRows, violated: readonly Relation[], variables: Variables) {
  const copies = rows.repeats.filter(({ same }) => same).flatMap((repeat) => repeat.copies);
  const none = copies.flatMap(({ id }) => {
    const variable = variables.get(id);
    return variable ? [[id, { ...variable, low: 0, high: 0 }] as const] : [];
  });
  const totals = violated.filter(({ kind }) => kind === 'total');
  return settledBy(totals, variables, new Map(none));
}

function brokenOf(relations: readonly Relation[], facts: Facts): Broken {
  const stories = relations.flatMap((relation) => storyOf(relation, facts) ?? []);
  return {
    relations: relations.map(({ id }) => id),
    arithmetic: stories.map(arithmeticLine),
    results: [...new Set(stories.flatMap(({ result }) => (result ? [result.cell] : [])))],
  };
}

/** Differences between two tables of which one files a category elsewhere. */
function filedApart(filings: readonly Misfiling[], violated: readonly Relation[]): readonly Relation[] {
  const filed = filings.map(
    ({ compiled, service }) =>
      new Set([compiled, service].flatMap(({ cells }) => [...cells.values()].flat().map(({ id }) => id))),
  );
  return violated.filter((relation) => {
    const ids = variablesOf(relation.body);
    return (
      relation.kind.startsWith('cross-') &&
      filed.some((cells) => ids.every((id) => cells.has(id) || id.startsWith('blank:')))
    );
  });
}

export function explainedOf(
  board: Board,
  facts: Facts,
  { variables }: Derivation,
  violated: readonly Relation[],
): Explained {
  const repeated = repeatedRows(board);
  const pasted = new Map(repeated.map((rows) => [rows, pastedSums(rows, violated, variables)]));
  const mixes = unitMixes(board, facts, violated);
  const stale = staleFigures(board, facts, violated);
  const filings = misfilings(board);
  const twins = twinFigures(board);
  const values = [...mixes, ...stale].flatMap(({ mixed, right }) => {
    const instead = variables.get(right.variable);
    return instead ? [[mixed.variable, { ...instead, id: mixed.variable }] as const] : [];
  });
  return {
    drafts: [
      ...unitDrafts(board, mixes, facts),
      ...staleDrafts(board, stale, facts),
      ...filings.map((filing) => misfiledDraft(board, filing)),
      ...repeatedRowDrafts(board, repeated, (rows) => brokenOf(pasted.get(rows) ?? [], facts)),
    ],
    settled: new Set([
      ...settledBy(violated, variables, new Map(values)),
      ...mixes.map(({ relation }) => relation),
      ...filedApart(filings, violated),
      ...[...pasted.values()].flat(),
      ...violated.filter(({ body }) => variablesOf(body).some((id) => twins.has(id))),
    ]),
  };
}
