/** Making a finding: its lasting identity and the fingerprint of what it read. */
import type { Finding, FindingKind, Severity } from '#shared/finding/finding.ts';
import type { DraftCell } from '#shared/finding/place.ts';
import { short } from '#shared/finding/words.ts';
import { hash64 } from '#shared/relation/hash.ts';

/** Most characters of a title. */
export const TITLE = 110;

const hashOf = (parts: readonly string[]): string => hash64(JSON.stringify(parts));

/** What a detector says; everything it leaves out is empty. */
export interface Draft {
  /** The detector's rule, part of the identity with the cells. */
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly provider: string | null;
  readonly period: string;
  readonly title: string;
  readonly message: string;
  readonly cells: readonly DraftCell[];
  /** Added to the identity and fingerprint where cells alone cannot tell findings apart (a missing return). */
  readonly about?: readonly string[];
  readonly stated?: string | null;
  readonly expected?: string | null;
  readonly suspect?: number | null;
  readonly alternatives?: readonly number[];
  readonly suggestion?: string | null;
  readonly proposal?: number | null;
  readonly arithmetic?: readonly string[];
  readonly relations?: readonly string[];
}

const sortedKeys = (draft: Draft): readonly string[] => draft.cells.map((cell) => cell.key).toSorted();

const placeOf = ({ ref }: DraftCell): string => [ref.file, ref.sheet, ref.cell].join('|');

/** Each place once: a count and the share beside it are one cell to a reader, the suspected number speaking for it. */
function mergedCells(draft: Draft) {
  const places = Map.groupBy(draft.cells, placeOf);
  const order = [...places.keys()];
  const blamed = draft.cells[draft.suspect ?? -1];
  const cells = [...places.values()].flatMap((group) =>
    blamed && group.includes(blamed) ? [blamed] : group.slice(0, 1),
  );
  const suspect = blamed ? order.indexOf(placeOf(blamed)) : null;
  const others = (draft.alternatives ?? []).flatMap((index) => {
    const cell = draft.cells[index];
    return cell ? [order.indexOf(placeOf(cell))] : [];
  });
  return { cells, suspect, alternatives: [...new Set(others)].filter((index) => index !== suspect) };
}

/** The finding, with an id made of rule and cell identities, and a fingerprint made of the printed texts. */
export function findingOf(draft: Draft): Finding {
  const { rule, about = [], ...rest } = draft;
  const { cells, suspect, alternatives } = mergedCells(draft);
  const texts = draft.cells.map((cell) => `${cell.key}=${cell.ref.text}`).toSorted();
  return {
    stated: null,
    expected: null,
    suggestion: null,
    proposal: null,
    arithmetic: [],
    relations: [],
    ...rest,
    suspect,
    alternatives,
    title: short(rest.title, TITLE),
    id: hashOf([rule, ...about, ...sortedKeys(draft)]),
    cells: cells.map(({ ref, assertion, identity, label }) =>
      identity === undefined ? { ref, assertion, label } : { ref, assertion, identity, label },
    ),
    fingerprint: hashOf([...about, ...texts]),
  };
}

/** Whether a draft has to do with a period: its own, or one of its cells' returns. */
export function touches(draft: Draft, period: string): boolean {
  return draft.period === period || draft.cells.some((cell) => cell.period === period);
}
