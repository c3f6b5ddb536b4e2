/**
 * Checking a board: everything that cannot be true at once, and everything that needs a person, said once each.
 *
 * Relations are derived from all returns and evaluated; violated ones are gathered by cause; what arithmetic cannot
 * see (missing, unreadable, pasted, unknown) is added. The result does not depend on the order of the returns.
 */
import { type ClaimLinks, NO_LINKS } from '#shared/claim/remember.ts';
import { withClaims } from '#shared/claim/table.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { arithmeticDrafts } from '#shared/finding/arithmetic.ts';
import { blankDrafts } from '#shared/finding/blank.ts';
import { type Draft, findingOf, touches } from '#shared/finding/draft.ts';
import type { Coverage, Finding } from '#shared/finding/finding.ts';
import { hiddenDrafts } from '#shared/finding/hidden.ts';
import { hiddenTableDrafts } from '#shared/finding/hidden-sheet.ts';
import { labelDrafts } from '#shared/finding/labels.ts';
import { missingDrafts } from '#shared/finding/missing.ts';
import { inOrder } from '#shared/finding/order.ts';
import { pastedDrafts } from '#shared/finding/pasted.ts';
import { pastedColumnDrafts } from '#shared/finding/pasted-column.ts';
import { type Board, boardOf } from '#shared/finding/place.ts';
import { typedOverDrafts } from '#shared/finding/typed-over.ts';
import { unreadableDrafts } from '#shared/finding/unreadable.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

export interface CheckInput {
  readonly definition: BoardDefinition;
  /** The current version of every return. */
  readonly returns: readonly UnderstoodReturn[];
  /** Statements a person has linked to figures. */
  readonly links?: ClaimLinks;
  /** Only findings that touch returns of this quarter; relations still use every return. */
  readonly period?: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** Findings that arithmetic alone cannot make. */
export function otherDrafts(board: Board, period?: string): readonly Draft[] {
  return [
    ...missingDrafts(board, period),
    ...unreadableDrafts(board),
    ...labelDrafts(board),
    ...pastedDrafts(board),
    ...pastedColumnDrafts(board),
    ...hiddenDrafts(board),
    ...hiddenTableDrafts(board),
  ];
}

/** The same cells tied in the same way are one finding, whichever of them was blamed: the others become alternatives. */
function merged(drafts: readonly Draft[]): readonly Draft[] {
  const name = ({ rule, title, cells }: Draft) =>
    [rule, title, ...cells.map(({ ref }) => `${ref.file}|${ref.sheet}|${ref.cell}`).toSorted()].join('\n');
  return [...Map.groupBy(drafts, name).values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return group;
    const places = first.cells.map(({ key }) => key);
    const blamed = others.flatMap(({ cells, suspect }) => cells[suspect ?? -1]?.key ?? []);
    const more = blamed.map((key) => places.indexOf(key)).filter((at) => at >= 0);
    return [{ ...first, alternatives: [...new Set([...more, ...(first.alternatives ?? [])])] }];
  });
}

/** Ids are unique: where two findings are about the same cells by the same rule, the later in order is numbered. */
function withUniqueIds(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}-${times}` };
  });
}

/** Every finding, worst first, and how much was checked. */
export function checkBoard({ definition, returns, links = NO_LINKS, period }: CheckInput): CheckResult {
  const board = boardOf(definition, returns);
  const claiming = returns.map((one) => withClaims(definition, one, links));
  const { drafts, coverage } = arithmeticDrafts(boardOf(definition, claiming));
  const places = new Set(
    drafts.flatMap(({ cells }) => cells.map(({ ref }) => [ref.file, ref.sheet, ref.cell].join('|'))),
  );
  const blanks = blankDrafts(board, (...place) => places.has(place.join('|')));
  const typed = typedOverDrafts(board, (...place) => places.has(place.join('|')));
  const all = [...merged(drafts), ...blanks, ...typed, ...otherDrafts(board, period)];
  const wanted = period === undefined ? all : all.filter((draft) => touches(draft, period));
  return { findings: withUniqueIds(inOrder(wanted.map(findingOf))), coverage };
}
