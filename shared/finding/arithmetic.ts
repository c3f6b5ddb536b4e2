/** Violated relations as findings, one for each cause. */
import type { Draft } from '#shared/finding/draft.ts';
import type { Coverage } from '#shared/finding/finding.ts';
import type { Board } from '#shared/finding/place.ts';

export function arithmeticDrafts(_board: Board): {
  readonly drafts: readonly Draft[];
  readonly coverage: Coverage;
} {
  return { drafts: [], coverage: { held: 0, violated: 0, notCheckable: [] } };
}
