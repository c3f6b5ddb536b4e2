/**
 * Which table of the return is which table of the definition. A definition's table is normally returned once,
 * or once a programme; a second use counts less, so that two similar tables are told apart by what remains.
 */
import { type Fit, THRESHOLD } from '#shared/meaning/fit.ts';

export interface Candidate {
  readonly fits: readonly Fit[];
  /** The programme its headings name: the same table may come once for each. */
  readonly programme: string | null;
}

const SECOND_USE = 0.12;

function usageOf(candidate: Candidate, fit: Fit): string {
  return `${fit.table.code}|${candidate.programme ?? ''}`;
}

/** For every table of the return the fit chosen, or null where none reaches the threshold. */
export function assign(candidates: readonly Candidate[]): readonly (Fit | null)[] {
  const chosen: (Fit | null)[] = candidates.map(() => null);
  const used = new Set<string>();
  const open = new Set(candidates.keys());
  while (open.size > 0) {
    const best = [...open]
      .map((at) => ({ at, ...bestOpen(candidates[at], used) }))
      .reduce((top, one) => (one.score > top.score ? one : top));
    open.delete(best.at);
    const candidate = candidates[best.at];
    if (!candidate || !best.fit || best.score < THRESHOLD) continue;
    chosen[best.at] = best.fit;
    used.add(usageOf(candidate, best.fit));
  }
  return chosen;
}

function bestOpen(
  candidate: Candidate | undefined,
  used: ReadonlySet<string>,
): { readonly fit: Fit | null; readonly score: number } {
  let best: { fit: Fit | null; score: number } = { fit: null, score: -1 };
  for (const fit of candidate?.fits.slice(0, 12) ?? []) {
    const again = candidate !== undefined && used.has(usageOf(candidate, fit));
    const score = fit.score - (again ? SECOND_USE : 0);
    if (score > best.score) best = { fit, score };
  }
  return best;
}
