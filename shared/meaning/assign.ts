/**
 * Which table of the return is which table of the definition. A definition's table is normally returned once,
 * or once a programme; a second use counts less, so that two similar tables are told apart by what remains.
 */
import { type Fit, THRESHOLD } from '#shared/meaning/fit.ts';

export interface Candidate {
  readonly fits: readonly Fit[];
  /** The programme its headings name: the same table may come once for each. */
  readonly programme: string | null;
  /** Nothing stands above it that could name it. */
  readonly headless: boolean;
}

const SECOND_USE = 0.12;

function usageOf(candidate: Candidate, fit: Fit): string {
  return `${fit.table.code}|${candidate.programme ?? ''}`;
}

interface Open {
  readonly at: number;
  readonly candidate: Candidate;
  readonly fit: Fit | null;
  readonly score: number;
  /** Another table fits as well and would give the numbers another meaning. */
  readonly tied: boolean;
}

/**
 * For every table of the return the fit chosen, or null where none reaches the threshold. A table without a heading
 * that could as well be another waits until the others are placed; where it still could be both, it is neither.
 */
export function assign(candidates: readonly Candidate[]): readonly (Fit | null)[] {
  const chosen: (Fit | null)[] = candidates.map(() => null);
  const used = new Set<string>();
  const open = new Map(candidates.entries());
  while (open.size > 0) {
    const ranked = [...open].map(([at, candidate]) => bestOpen(at, candidate, used));
    const free = ranked.filter((one) => !one.tied);
    if (free.length === 0) break;
    const best = free.reduce((top, one) => (one.score > top.score ? one : top));
    open.delete(best.at);
    if (!best.fit || best.score < THRESHOLD) continue;
    chosen[best.at] = best.fit;
    used.add(usageOf(best.candidate, best.fit));
  }
  return chosen;
}

const CONSIDERED = 12;

function bestOpen(at: number, candidate: Candidate, used: ReadonlySet<string>): Open {
  const scored = candidate.fits.slice(0, CONSIDERED).map((fit) => ({
    fit,
    score: fit.score - (used.has(usageOf(candidate, fit)) ? SECOND_USE : 0),
  }));
  const [first, second] = scored.toSorted((a, b) => b.score - a.score);
  const score = first?.score ?? -1;
  const near = second !== undefined && score >= THRESHOLD && score - second.score < TIE;
  const tied = candidate.headless && first !== undefined && near && !sameSubject(first.fit, second.fit);
  return { at, candidate, fit: first?.fit ?? null, score, tied };
}

/** Scores nearer than this say nothing about which of two tables it is. */
export const TIE = 0.005;

/** Tables that count the same thing: where only the period differs, the one of the quarter is meant. */
function sameSubject(a: Fit, b: Fit): boolean {
  const [one, other] = [a.table.facets, b.table.facets];
  return one.measure === other.measure && one.programme === other.programme;
}
