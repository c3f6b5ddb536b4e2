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
import { nameOf } from '#shared/finding/name.ts';
import { type Board, tableIdentity, tableWords } from '#shared/finding/place.ts';
import { severityOf } from '#shared/finding/severity.ts';
import { arithmeticLine, type Story, storyOf } from '#shared/finding/story.ts';
import { countOf, listOf, quote } from '#shared/finding/words.ts';
import { parsePeriod, periodEnd, periodName, yearName } from '#shared/period/period.ts';
import type { Cause } from '#shared/relation/cause.ts';
import type { Relation } from '#shared/relation/relation.ts';

export type ChangeKind = 'restated' | 'target';

interface Change {
  readonly before: Fact;
  readonly after: Fact;
  readonly relation: Relation;
  readonly story: Story;
  /** The earlier figure breaks its own return's arithmetic and the later one does not: the earlier is to blame. */
  readonly early: boolean;
  /** The change back, where the return after it gives the first figure again. */
  readonly back: Change | null;
}

const endOf = (fact: Fact): number => periodEnd(fact.from.ref.period) ?? 0;

/** Whether the cause blames the earlier figure alone, by its own return's arithmetic, and could not blame the later. */
function blames(cause: Cause, before: Fact, after: Fact): boolean {
  const athome = cause.relations.some(({ kind }) => kind !== 'restated' && kind !== 'target');
  if (!athome || cause.suspects.length !== 1) return false;
  const named = (fact: Fact) =>
    [cause.suspects, ...cause.alternatives].some((set) =>
      set.some(({ variable }) => variable === fact.variable),
    );
  return cause.suspects[0]?.variable === before.variable && !named(after);
}

/** The pair a violated relation ties, earlier return first; null for anything but one cell against one. */
function changeOf(relation: Relation, cause: Cause, facts: Facts): Change | null {
  const story = storyOf(relation, facts);
  const part = story?.parts[0];
  if (story?.shape !== 'same' || !story.result || !part) return null;
  const [before, after] = endOf(story.result) <= endOf(part) ? [story.result, part] : [part, story.result];
  return { before, after, relation, story, early: blames(cause, before, after), back: null };
}

const sameNumber = (a: Fact, b: Fact): boolean =>
  a.quantity.low <= b.quantity.high && b.quantity.low <= a.quantity.high;

/** A figure that differs in one return only: the change back is the same question. */
function withoutReturns(steps: readonly Change[]): readonly Change[] {
  const backs = new Map(
    steps.flatMap((change) => {
      const back = steps.find(
        (other) => other.before.variable === change.after.variable && sameNumber(change.before, other.after),
      );
      return back ? [[change, back] as const] : [];
    }),
  );
  const gone = new Set(backs.values());
  return steps
    .filter((change) => !gone.has(change))
    .map((change) => ({ ...change, back: backs.get(change) ?? null }));
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
    return times.length > 2 ? withoutReturns(steps) : group;
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

/** The earlier return against the later table: two tables of one return that repeat a figure ask one question. */
function groupName(kind: ChangeKind, { before, after }: Change): string {
  const was = [before.from.ref.provider, before.from.ref.period];
  const is = [after.from.ref.provider, after.from.ref.period, tableIdentity(after.table)];
  const programme = after.assertion?.key?.programme ?? '';
  return [kind, ...was, ...is, programme, enclosing(after)].join('|');
}

/** Each changed cell once, however many tables of the earlier return held the figure. */
function once(changes: readonly Change[]): readonly Change[] {
  return [
    ...new Map(changes.toReversed().map((change) => [change.after.variable, change])).values(),
  ].reverse();
}

function wordsOf(board: Board, kind: ChangeKind, changes: readonly Change[], first: Change) {
  const { before, after, early } = first;
  const label = `${nameOf(after, 40)}${monthOf(after)}`;
  const target = kind === 'target';
  const programme = board.definition.programmes.find((p) => p.code === after.assertion?.key?.programme)?.name;
  const of = [programme, enclosing(after)].filter((word) => word !== undefined && word !== '').join(', ');
  const steps = changes.map(
    (c) => `${quote(c.after.cell.label)}${monthOf(c.after)} from ${saidBy(c.before)} to ${saidBy(c.after)}`,
  );
  const what = target ? 'targets' : 'figures';
  const one = changes.length === 1;
  const why = early
    ? ` The other figures of the return for ${before.from.ref.period} fit the later value.`
    : '';
  const again = first.back
    ? ` The return for ${first.back.after.from.ref.period} gives ${saidBy(first.back.after)} again.`
    : '';
  const ask = target
    ? 'Please confirm which target the board agreed, and who changed it.'
    : 'Please tell us what changed and why; a correction will be shown as a restatement of the earlier period.';
  return {
    title: one
      ? target
        ? `${of}: target for ${label} moved from ${saidBy(before)} to ${saidBy(after)}`
        : `${of}: ${label} was ${saidBy(before)} in ${before.from.ref.period}’s return, now ${saidBy(after)}`
      : `${of}: ${countOf(changes.length, what.slice(0, -1))} ${target ? 'moved' : 'restated'} since ${before.from.ref.period}`,
    message: `Between the return for ${before.from.ref.period}, ${tableWords(board, before.table, before.from)}, and the one for ${after.from.ref.period}, ${tableWords(board, after.table, after.from)}, ${one ? (target ? 'a target' : 'a figure') : `these ${what}`} changed without a note: ${listOf(steps, 10)}.${why}${again} ${ask}`,
  };
}

function suggestionFor(changes: readonly Change[], { before, after, early }: Change): string | null {
  if (changes.length > 1) return null;
  const { period } = before.from.ref;
  return early
    ? `${saidBy(after)} instead of ${saidBy(before)} for ${period}: the other figures of that return fit it`
    : `${saidBy(before)}, as reported for ${period}, unless the change is explained`;
}

function lineOf(change: Change): string {
  const { story, before, after } = change;
  const named = `${saidBy(after)} in ${after.from.ref.period}`;
  return arithmeticLine({ ...story, result: before, parts: [after], stated: saidBy(before), named });
}

function draft(board: Board, kind: ChangeKind, all: readonly Change[], first: Change): Draft {
  const changes = once(all);
  const [wrong, other] = first.early ? [first.before, first.after] : [first.after, first.before];
  const backs = all.flatMap(({ back }) => back ?? []);
  const cells = [
    ...new Set([
      ...changes.map((c) => c.after.cell),
      ...all.map((c) => c.before.cell),
      ...backs.map((c) => c.after.cell),
    ]),
  ];
  return {
    rule: kind,
    kind,
    severity: severityOf({ kind, stories: all.map((c) => c.story), blamed: [], compilers: new Set() }),
    provider: wrong.from.ref.provider,
    period: wrong.from.ref.period,
    ...wordsOf(board, kind, changes, first),
    cells,
    stated: saidBy(wrong),
    expected: saidBy(other),
    suspect: cells.indexOf(wrong.cell),
    alternatives: [cells.indexOf(other.cell)],
    suggestion: suggestionFor(changes, first),
    arithmetic: changes.map(lineOf),
    relations: [...all, ...backs].map((c) => c.relation.id),
  };
}

/** One finding for each group of changes behind these causes. */
export function changedDrafts(
  { board, facts, genuine }: Teller,
  kind: ChangeKind,
  causes: readonly Cause[],
): readonly Draft[] {
  const changes = [
    ...new Map(
      causes.flatMap((cause) =>
        cause.relations
          .filter((relation) => relation.kind === kind && genuine(relation))
          .map((relation) => [relation.id, changeOf(relation, cause, facts)] as const),
      ),
    ).values(),
  ].filter((change) => change !== null);
  const steps = stepsOnly(changes).toSorted(
    (a, b) =>
      a.after.row - b.after.row ||
      a.after.col - b.after.col ||
      (a.after.variable < b.after.variable ? -1 : 1),
  );
  const groups = Map.groupBy(steps, (change) => groupName(kind, change));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const early = group.every((change) => change.early);
    return first ? [draft(board, kind, group, { ...first, early })] : [];
  });
}
