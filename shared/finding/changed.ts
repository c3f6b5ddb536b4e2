/**
 * Figures of an earlier period that a later return gives differently, and targets that move.
 *
 * All changes between the same two tables for the same programme and year (or quarter) are one finding: they were
 * restated together and one question to the provider settles them.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import type { Teller } from '#shared/finding/cause.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Fact, type Facts, saidBy } from '#shared/finding/facts.ts';
import { type Board, tableIdentity, tableWords } from '#shared/finding/place.ts';
import { severityOf } from '#shared/finding/severity.ts';
import { arithmeticLine, type Story, storyOf } from '#shared/finding/story.ts';
import { countOf, listOf, quote, short } from '#shared/finding/words.ts';
import { parsePeriod, periodEnd, periodName, yearName } from '#shared/period/period.ts';
import type { Cause } from '#shared/relation/cause.ts';
import type { Relation } from '#shared/relation/relation.ts';

export type ChangeKind = 'restated' | 'target';

interface Change {
  readonly before: Fact;
  readonly after: Fact;
  readonly relation: Relation;
  readonly story: Story;
}

const endOf = (fact: Fact): number => periodEnd(fact.from.ref.period) ?? 0;

/** The pair a violated relation ties, earlier return first; null for anything but one cell against one. */
function changeOf(relation: Relation, facts: Facts): Change | null {
  const story = storyOf(relation, facts);
  const part = story?.parts[0];
  if (story?.shape !== 'same' || !story.result || !part) return null;
  const [before, after] = endOf(story.result) <= endOf(part) ? [story.result, part] : [part, story.result];
  return { before, after, relation, story };
}

/** Of several returns that repeat a figure, only the step where it changed: no return between the two differs. */
function stepsOnly(changes: readonly Change[]): readonly Change[] {
  const key = (change: Change): string => {
    const { assertion } = change.after;
    return assertion?.key ? keyText(assertion.key) : change.after.variable;
  };
  return [...Map.groupBy(changes, key).values()].flatMap((group) => {
    const times = [...new Set(group.flatMap(({ before, after }) => [endOf(before), endOf(after)]))];
    const steps = group.filter(
      ({ before, after }) =>
        !group.some((other) => {
          const narrower = endOf(other.before) >= endOf(before) && endOf(other.after) <= endOf(after);
          return narrower && endOf(other.after) - endOf(other.before) < endOf(after) - endOf(before);
        }),
    );
    return times.length > 2 ? steps : group;
  });
}

/** The year or quarter a stated period lies in, as the group's name. */
function enclosing(fact: Fact): string {
  const name = fact.assertion?.key?.period ?? '';
  const period = parsePeriod(name);
  if (period?.kind === 'month') {
    const year = period.month > 3 ? period.year : period.year - 1;
    return periodName({ kind: 'quarter', year, quarter: Math.floor(((period.month + 8) % 12) / 3) + 1 });
  }
  return period?.kind === 'ytd' ? yearName(period.year) : name;
}

/** The month a changed cell speaks of: in a previous-quarter row its heading names another. */
function monthOf(fact: Fact): string {
  const period = fact.assertion?.key?.period ?? '';
  return parsePeriod(period)?.kind === 'month' ? ` (${period})` : '';
}

function groupName(kind: ChangeKind, { before, after }: Change): string {
  const of = (fact: Fact): string =>
    [fact.from.ref.provider, fact.from.ref.period, tableIdentity(fact.table)].join('|');
  const programme = after.assertion?.key?.programme ?? '';
  return [kind, of(before), of(after), programme, enclosing(after)].join('|');
}

function wordsOf(board: Board, kind: ChangeKind, changes: readonly Change[], { before, after }: Change) {
  const label = `${short(after.cell.label, 60)}${monthOf(after)}`;
  const target = kind === 'target';
  const programme = board.definition.programmes.find((p) => p.code === after.assertion?.key?.programme)?.name;
  const of = [programme, enclosing(after)].filter((word) => word !== undefined && word !== '').join(', ');
  const steps = changes.map(
    (c) => `${quote(c.after.cell.label)}${monthOf(c.after)} from ${saidBy(c.before)} to ${saidBy(c.after)}`,
  );
  const what = target ? 'targets' : 'figures';
  const one = changes.length === 1;
  const ask = target
    ? 'Please confirm which target the board agreed, and who changed it.'
    : 'Please tell us what changed and why; a correction will be shown as a restatement of the earlier period.';
  return {
    title: one
      ? target
        ? `${of}: target for ${label} moved from ${saidBy(before)} to ${saidBy(after)}`
        : `${of}: ${label} was ${saidBy(before)} in the return for ${before.from.ref.period}, now ${saidBy(after)}`
      : `${of}: ${countOf(changes.length, what.slice(0, -1))} ${target ? 'moved' : 'restated'} since ${before.from.ref.period}`,
    message: `Between the return for ${before.from.ref.period}, ${tableWords(board, before.table, before.from)}, and the one for ${after.from.ref.period}, ${tableWords(board, after.table, after.from)}, ${one ? (target ? 'a target' : 'a figure') : `these ${what}`} changed without a note: ${listOf(steps, 10)}. ${ask}`,
  };
}

function draft(board: Board, kind: ChangeKind, changes: readonly Change[], first: Change): Draft {
  const { before, after } = first;
  const cells = [...new Set([...changes.map((c) => c.after.cell), ...changes.map((c) => c.before.cell)])];
  return {
    rule: kind,
    kind,
    severity: severityOf({ kind, stories: changes.map((c) => c.story), blamed: [], compilers: new Set() }),
    provider: after.from.ref.provider,
    period: after.from.ref.period,
    ...wordsOf(board, kind, changes, first),
    cells,
    stated: saidBy(after),
    expected: saidBy(before),
    suspect: cells.indexOf(after.cell),
    alternatives: [cells.indexOf(before.cell)],
    suggestion:
      changes.length === 1
        ? `${saidBy(before)}, as reported for ${before.from.ref.period}, unless the change is explained`
        : null,
    arithmetic: changes.map((c) =>
      arithmeticLine({
        ...c.story,
        result: c.before,
        parts: [c.after],
        stated: saidBy(c.before),
        named: `${saidBy(c.after)} in ${c.after.from.ref.period}`,
      }),
    ),
    relations: changes.map((c) => c.relation.id),
  };
}

/** One finding for each group of changes behind these causes. */
export function changedDrafts(
  { board, facts, genuine }: Teller,
  kind: ChangeKind,
  causes: readonly Cause[],
): readonly Draft[] {
  const relations = new Set(
    causes.flatMap((cause) => cause.relations.filter((one) => one.kind === kind && genuine(one))),
  );
  const changes = [...relations].flatMap((relation) => changeOf(relation, facts) ?? []);
  const steps = stepsOnly(changes).toSorted(
    (a, b) =>
      a.after.row - b.after.row ||
      a.after.col - b.after.col ||
      (a.after.variable < b.after.variable ? -1 : 1),
  );
  const groups = Map.groupBy(steps, (change) => groupName(kind, change));
  return [...groups.values()].flatMap((group) => (group[0] ? [draft(board, kind, group, group[0])] : []));
}
