/** Random tables as boards publish them: many small numbers, some zeros, a few large ones. Same seed, same table. */
import type { Table } from '#test/disclosure/linked.ts';

/** Whole-number generator (mulberry32), from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A tenth zeros, a quarter from 1 to 5, the rest up to a few dozen. */
export function randomBody(random: () => number, rows: number, columns: number): Table {
  const cell = () => {
    const kind = random();
    if (kind < 0.1) return 0;
    return kind < 0.35 ? 1 + Math.floor(random() * 5) : 6 + Math.floor(random() ** 2 * 60);
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
}

export function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}
