/**
 * Sums that bind nothing: one of their counts is in no table and in no other sum, and so takes up whatever the
 * others do. Left aside while a move is looked for, and filled in afterwards; that keeps the search small.
 */
import type { Disclosure, Move, Sum } from '#shared/disclosure/problem.ts';
import { isSmall } from '#shared/disclosure/problem.ts';

/** A sum left aside, with the count that takes up its difference. */
interface Slack {
  readonly sum: Sum;
  readonly count: number;
  readonly factor: number;
}

export interface Core {
  readonly sums: readonly Sum[];
  /** In the order they were left aside. */
  readonly slack: readonly Slack[];
}

/** So far from its least that hardly a move exhausts it. */
const ROOM = 8;

function takesUp({ counts, threshold }: Disclosure, i: number): boolean {
  const count = counts[i];
  if (count?.standing !== 'unshown' || count.most !== undefined) return false;
  return !isSmall(count, threshold) && count.value - count.least >= ROOM;
}

/** Leaves aside what binds nothing, again and again until everything left may bind. */
export function coreOf(problem: Disclosure): Core {
  const left = new Set(problem.sums.keys());
  const sumsOf = problem.counts.map(() => new Set<number>());
  problem.sums.forEach(({ terms }, s) => {
    for (const { count } of terms) sumsOf[count]?.add(s);
  });
  const slack: Slack[] = [];
  const queue = [...problem.counts.keys()].filter((i) => takesUp(problem, i));
  for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
    const [only, another] = sumsOf[i] ?? [];
    const sum = only === undefined ? undefined : problem.sums[only];
    const factor = sum?.terms.find(({ count }) => count === i)?.factor;
    if (only === undefined || another !== undefined || !sum || factor === undefined) continue;
    left.delete(only);
    slack.push({ sum, count: i, factor });
    for (const { count } of sum.terms) {
      sumsOf[count]?.delete(only);
      if (count !== i && takesUp(problem, count)) queue.push(count);
    }
  }
  return { sums: [...left].flatMap((s) => problem.sums[s] ?? []), slack };
}

/** The move with every sum left aside made up for; null where a count has no room for that. */
export function completed(move: Move, { slack }: Core, { counts }: Disclosure): Move | null {
  const whole = new Map(move);
  for (const { sum, count, factor } of [...slack].reverse()) {
    const by = sum.terms.reduce(
      (total, t) => total + (t.count === count ? 0 : t.factor * (whole.get(t.count) ?? 0)),
      0,
    );
    if (by === 0) continue;
    const change = -by / factor;
    const { value = 0, least = 0 } = counts[count] ?? {};
    if (!Number.isInteger(change) || value + change < least) return null;
    whole.set(count, change);
  }
  return whole;
}
