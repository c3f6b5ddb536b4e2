/** Making a finding: its lasting identity and the fingerprint of what it read. */
import type { Finding, FindingKind, Severity } from '#shared/finding/finding.ts';
import type { DraftCell } from '#shared/finding/place.ts';
import { hash64 } from '#shared/relation/hash.ts';

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

/** The finding, with an id made of rule and cell identities, and a fingerprint made of the printed texts. */
export function findingOf(draft: Draft): Finding {
  const { rule, cells, about = [], ...rest } = draft;
  const texts = cells.map((cell) => `${cell.key}=${cell.ref.text}`).toSorted();
  return {
    stated: null,
    expected: null,
    suspect: null,
    alternatives: [],
    suggestion: null,
    proposal: null,
    arithmetic: [],
    relations: [],
    ...rest,
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
