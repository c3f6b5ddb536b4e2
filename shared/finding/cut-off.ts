/** Percentages cut off where they should be rounded: a habit of a table, so one finding for each. */
import { type Teller, toldOf } from '#shared/finding/cause.ts';
import type { Draft } from '#shared/finding/draft.ts';
import type { Fact } from '#shared/finding/facts.ts';
import { saidBy } from '#shared/finding/facts.ts';
import { tableName } from '#shared/finding/name.ts';
import { tableWords } from '#shared/finding/place.ts';
import { isCutOff, isSlip } from '#shared/finding/severity.ts';
import type { Story } from '#shared/finding/story.ts';
import { countOf, listOf, quote } from '#shared/finding/words.ts';
import type { Cause } from '#shared/relation/cause.ts';

interface Explained {
  readonly cause: Cause;
  readonly draft: Draft;
}

interface CutOff extends Explained {
  readonly result: Fact;
  readonly story: Story;
}

/** A cause that is nothing but one percentage cut off. */
function cutOffOf({ facts }: Teller, one: Explained): CutOff | null {
  const [told, ...more] = toldOf(one.cause, facts);
  const [suspect, ...others] = one.cause.suspects;
  const result = told?.story.result;
  if (!told || !result || more.length > 0 || others.length > 0 || suspect?.variable !== result.variable)
    return null;
  return isSlip(told.story) && isCutOff(told.story) ? { ...one, result, story: told.story } : null;
}

function together({ board }: Teller, group: readonly CutOff[], { result, draft }: CutOff): Draft {
  const said = group.map(
    (one) =>
      `${quote(one.result.cell.label)} is ${saidBy(one.result)}, would round to ${one.story.computed ?? '?'}`,
  );
  const own = group.map((one) => one.result.cell);
  const cells = [
    ...new Map(
      [...own, ...group.flatMap((one) => one.draft.cells)].map((cell) => [cell.ref.cell + cell.key, cell]),
    ).values(),
  ];
  return {
    ...draft,
    rule: 'percent.cut-off',
    title: `${tableName(board, result.table, 50)}: ${countOf(group.length, 'percentage')} cut off rather than rounded`,
    message: `In ${tableWords(board, result.table, result.from)} ${countOf(group.length, 'percentage')} look cut off rather than rounded: ${listOf(said, 10)}. Please round them, or confirm the counts.`,
    cells,
    suspect: 0,
    alternatives: own.slice(1, 6).map((_, i) => i + 1),
    suggestion: listOf(
      group.map((one) => `${one.story.computed ?? '?'} instead of ${saidBy(one.result)}`),
      10,
    ),
    arithmetic: group.flatMap((one) => one.draft.arithmetic ?? []),
    relations: group.flatMap((one) => one.draft.relations ?? []),
  };
}

/** The drafts, with cut-off percentages of one table gathered. */
export function cutOffTogether(teller: Teller, explained: readonly Explained[]): readonly Draft[] {
  const cut = explained.map((one) => cutOffOf(teller, one));
  const plain = explained.filter((_, i) => cut[i] === null).map(({ draft }) => draft);
  const groups = Map.groupBy(
    cut
      .filter((one) => one !== null)
      .toSorted((a, b) => a.result.row - b.result.row || a.result.col - b.result.col),
    ({ result }) => result.table,
  );
  const gathered = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first && group.length > 1 ? [together(teller, group, first)] : group.map(({ draft }) => draft);
  });
  return [...plain, ...gathered];
}
