/** Timings of one kind of work, and how they are printed. */

export interface Timing {
  readonly label: string;
  /** What it may take at most, in milliseconds. */
  readonly limit: number;
  readonly ms: number[];
}

export function timing(label: string, limit: number): Timing {
  return { label, limit, ms: [] };
}

/** Milliseconds `work` takes, kept with the others unless it only warms up. */
export async function timed(of: Timing, counted: boolean, work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  if (counted) of.ms.push(performance.now() - start);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function report(timings: readonly Timing[]): void {
  for (const { label, limit, ms } of timings) {
    const middle = median(ms);
    const verdict = middle <= limit ? '' : ': TOO LONG';
    const [least, most] = [Math.min(...ms), Math.max(...ms)].map((n) => n.toFixed(0));
    const range = ms.length > 1 ? ` (${least} to ${most})` : '';
    console.log(`${label}: median ${middle.toFixed(0)} ms${range}, limit ${limit} ms${verdict}`);
  }
}
