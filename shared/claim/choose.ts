/** Which relation of several a claim is held to: one that holds, else the one there is no doubt about. */
import type { Draft } from '#shared/relation/draft.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import type { Outcome } from '#shared/relation/relation.ts';

/** A relation a claim may be meant by. Only a sure one may ever be violated. */
export interface Option {
  readonly draft: Draft;
  readonly sure: boolean;
}

export function outcomeOf({ rule, kind, label, body }: Draft, variables: Variables): Outcome['outcome'] {
  return evaluate({ id: '', rule, kind, label, body }, variables).outcome;
}

/**
 * The first that holds; else the only sure one; else none. Several sure ones that all fail are a question of what is
 * meant, not a contradiction.
 */
export function choose(options: readonly Option[], variables: Variables): Draft | null {
  const holding = options.find(({ draft }) => outcomeOf(draft, variables) === 'held');
  if (holding) return holding.draft;
  const sure = options.filter((option) => option.sure);
  return sure.length === 1 ? (sure[0]?.draft ?? null) : null;
}
