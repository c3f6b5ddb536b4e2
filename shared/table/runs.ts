/**
 * Which runs of neighbouring lines could add up to a line: a quick look at the numbers alone, kept as running
 * sums, so that long tables take no longer than they must. What it lets through is tried in full.
 */
import type { Axis } from '#shared/table/axis.ts';

export interface Numbers {
  readonly width: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 0 blank, 1 a value, 2 nothing that can be added. */
  readonly state: Uint8Array;
}

const STATES = { blank: 0, value: 1, none: 2 } as const;

/** The intervals of every cell, line by line. */
export function numbersOf(axis: Axis): Numbers {
  const width = axis.cross.length;
  const size = axis.lines.length * width;
  const numbers = {
    width,
    low: new Float64Array(size),
    high: new Float64Array(size),
    state: new Uint8Array(size),
  };
  for (const i of axis.lines.keys()) {
    for (const j of axis.cross.keys()) {
      const cell = axis.cell(i, j);
      numbers.low[i * width + j] = cell.main?.low ?? 0;
      numbers.high[i * width + j] = cell.main?.high ?? 0;
      numbers.state[i * width + j] = STATES[cell.state];
    }
  }
  return numbers;
}

interface Running {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly broken: Uint8Array;
}

function add(numbers: Numbers, sums: Running, line: number): void {
  for (let j = 0; j < numbers.width; j += 1) {
    const at = line * numbers.width + j;
    sums.low[j] = (sums.low[j] ?? 0) + (numbers.low[at] ?? 0);
    sums.high[j] = (sums.high[j] ?? 0) + (numbers.high[at] ?? 0);
    if (numbers.state[at] === 2) sums.broken[j] = 1;
  }
}

/** True where at least two thirds of the places that can be checked agree. */
function mostlyAgrees(numbers: Numbers, sums: Running, result: number): boolean {
  let held = 0;
  let missed = 0;
  for (let j = 0; j < numbers.width; j += 1) {
    const at = result * numbers.width + j;
    if (numbers.state[at] !== 1 || sums.broken[j] === 1) continue;
    const high = numbers.high[at] ?? 0;
    const slack = 1e-9 * Math.max(1, Math.abs(high));
    const holds = (sums.low[j] ?? 0) <= high + slack && (sums.high[j] ?? 0) >= (numbers.low[at] ?? 0) - slack;
    if (holds) held += 1;
    else missed += 1;
  }
  return held > 0 && missed * 2 <= held;
}

/** Runs of two lines or more beside `active[at]`, nearest line first, that mostly agree with it. */
export function runsBeside(
  numbers: Numbers,
  active: readonly number[],
  at: number,
  step: 1 | -1,
  longest: number,
): readonly (readonly number[])[] {
  const { width } = numbers;
  const sums = { low: new Float64Array(width), high: new Float64Array(width), broken: new Uint8Array(width) };
  const result = active[at] ?? 0;
  const found: (readonly number[])[] = [];
  const run: number[] = [];
  for (let i = at + step; i >= 0 && i < active.length && run.length < longest; i += step) {
    const line = active[i] ?? 0;
    run.push(line);
    add(numbers, sums, line);
    if (run.length >= 2 && mostlyAgrees(numbers, sums, result)) found.push([...run].sort((a, b) => a - b));
  }
  return found;
}
