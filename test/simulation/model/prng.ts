/** Seeded randomness, so that a simulation is a function of its seed. */

export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Picks by weight; weights need not add to one. */
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** Mulberry32 (T. Ettinger, 2017, public domain): 32 bits of state, good enough for test data. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => must(items[whole(0, items.length - 1)]),
    weighted: (items) => weighted(items, next()),
    shuffle: (items) => shuffle(items, whole),
  };
}

function weighted<T>(items: readonly (readonly [T, number])[], at: number): T {
  let left = at * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return must(items.at(-1))[0];
}

function shuffle<T>(items: readonly T[], whole: (low: number, high: number) => number): T[] {
  const left = [...items];
  return items.map(() => must(left.splice(whole(0, left.length - 1), 1)[0]));
}

/** The value, or a stop: the simulation never goes on with a hole in it. */
export function must<T>(value: T | undefined | null, what = 'value'): T {
  if (value === undefined || value === null) throw new Error(`The simulation lacks a ${what}`);
  return value;
}

/** A stable number from a text, to seed a part of the simulation on its own. */
export function hash(text: string): number {
  let value = 2166136261;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619);
  return value >>> 0;
}
