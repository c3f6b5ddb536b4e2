/**
 * Last quarter's figure in this quarter's place.
 *
 * Example: the board's table says 4 assessments completed; the service says 9, and 4 for the quarter before.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Fact, type Facts, saidBy } from '#shared/finding/facts.ts';
import { nameOf } from '#shared/finding/name.ts';
import { type Board, cellOfAssertion, compilersOf, tableWords } from '#shared/finding/place.ts';
import { arithmeticLine, storyOf } from '#shared/finding/story.ts';
import { quote } from '#shared/finding/words.ts';
import { parsePeriod, previousQuarter } from '#shared/period/period.ts';
import type { Relation } from '#shared/relation/relation.ts';

export interface StaleFigure {
  readonly mixed: Fact;
  readonly right: Fact;
  /** The cell that says the same of the quarter before. */
  readonly earlier: Assertion;
  readonly relation: Relation;
}

/** Smaller numbers are equal by chance. */
const LEAST = 3;

/** The key of the same quantity a quarter earlier; null for anything but a whole quarter's value. */
function earlierKey({ key }: Assertion): string | null {
  if (key === null || key.aspect !== 'value' || parsePeriod(key.period)?.kind !== 'quarter') return null;
  return keyText({ ...key, period: previousQuarter(key.period) });
}

/** Violated sameness between a compiled cell and a service's that last quarter's figure explains. */
export function staleFigures(
  board: Board,
  facts: Facts,
  violated: readonly Relation[],
): readonly StaleFigure[] {
  if (!violated.some(({ kind }) => kind === 'cross-provider')) return [];
  const compilers = compilersOf(board);
  const services = [...board.places.values()].filter(({ from }) => !compilers.has(from.ref.provider));
  const byKey = Map.groupBy(services, ({ assertion }) => (assertion.key ? keyText(assertion.key) : ''));
  return violated.flatMap((relation) => {
    if (relation.kind !== 'cross-provider') return [];
    const story = storyOf(relation, facts);
    const pair = [story?.result, story?.parts[0]].filter((fact) => fact !== undefined && fact !== null);
    const mixed = pair.find((fact) => compilers.has(fact.from.ref.provider));
    const right = pair.find((fact) => !compilers.has(fact.from.ref.provider));
    const key = mixed?.assertion ? earlierKey(mixed.assertion) : null;
    if (story?.shape !== 'same' || !mixed || !right || key === null || mixed.quantity.value < LEAST)
      return [];
    const place = byKey.get(key)?.find(({ assertion }) => assertion.quantity.value === mixed.quantity.value);
    return place ? [{ mixed, right, earlier: place.assertion, relation }] : [];
  });
}

function draft(board: Board, { mixed, right, earlier, relation }: StaleFigure, facts: Facts): Draft {
  const story = storyOf(relation, facts);
  const place = board.places.get(earlier.id);
  const was = earlier.key?.period ?? '';
  const is = mixed.assertion?.key?.period ?? '';
  const [said, true_] = [saidBy(mixed), saidBy(right)];
  return {
    rule: 'stale',
    kind: 'cross-provider',
    severity: 'high',
    provider: mixed.from.ref.provider,
    period: mixed.from.ref.period,
    title: `${nameOf(mixed)}: ${said} is the figure for ${was}; for ${is} the service says ${true_}`,
    message: `In ${tableWords(board, mixed.table, mixed.from)} ${quote(mixed.cell.label)} is printed as ${said}; ${tableWords(board, right.table, right.from)} says ${true_} for ${quote(right.cell.label)}. ${said} is what the service gives for ${was}, so last quarter’s figure may have been carried over. Please confirm.`,
    cells: [mixed.cell, right.cell, ...(place ? [cellOfAssertion(place)] : [])],
    stated: said,
    expected: true_,
    suspect: 0,
    alternatives: [1],
    suggestion: `${true_} instead of ${said}: ${said} is the figure for ${was}`,
    arithmetic: story ? [arithmeticLine(story)] : [],
    relations: [relation.id],
  };
}

/** One finding for each cell, however many of the service's tables it differs from. */
export function staleDrafts(board: Board, stale: readonly StaleFigure[], facts: Facts): readonly Draft[] {
  const groups = Map.groupBy(stale, ({ mixed }) => mixed.variable);
  return [...groups.values()].flatMap((group) => (group[0] ? [draft(board, group[0], facts)] : []));
}
