/** Linked tables for tests: a quarter, the quarter before it, and the year to date, each with its totals. */
import type { Count, Disclosure, Standing, Sum } from '#shared/disclosure/problem.ts';

export type Table = readonly (readonly number[])[];

/** With a total column and a total row. */
export function withTotals(body: Table): Table {
  const rows = body.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const width = rows[0]?.length ?? 0;
  return [
    ...rows,
    Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
  ];
}

export function added(a: Table, b: Table): Table {
  return a.map((row, r) => row.map((value, c) => value + (b[r]?.[c] ?? 0)));
}

/** Counts of a table, row by row, starting at position 0. */
export function countsOf(
  name: string,
  table: Table,
  standing: (value: number, place: number) => Standing,
): Count[] {
  const width = table[0]?.length ?? 0;
  return table.flatMap((row, r) =>
    row.map((value, c): Count => {
      const total = r === table.length - 1 || c === width - 1;
      const stands = standing(value, r * width + c);
      return {
        id: `${name}:${r}:${c}`,
        value,
        least: stands === 'known' ? 0 : 1,
        standing: stands,
        weight: total ? 3 : 1,
      };
    }),
  );
}

/** Every row and column adds up to its total. */
export function sumsOf(table: Table, start: number): Sum[] {
  const [height, width] = [table.length, table[0]?.length ?? 0];
  const at = (r: number, c: number) => start + r * width + c;
  const line = (places: readonly number[]): Sum => ({
    terms: places.map((count, i) => ({ count, factor: i === places.length - 1 ? -1 : 1 })),
  });
  const rows = Array.from({ length: height }, (_, r) =>
    line(Array.from({ length: width }, (_, c) => at(r, c))),
  );
  const columns = Array.from({ length: width }, (_, c) =>
    line(Array.from({ length: height }, (_, r) => at(r, c))),
  );
  return [...rows, ...columns];
}

export const zeroKnown = (value: number): Standing => (value === 0 ? 'known' : 'shown');

export function quarterOnly(table: Table, threshold = 5): Disclosure {
  return { counts: countsOf('a', table, zeroKnown), sums: sumsOf(table, 0), threshold };
}

/** The second quarter and the year to date, when the first quarter went out with `withheld` not in it. */
export function nextQuarter(
  before: Table,
  now: Table,
  withheld: ReadonlySet<number>,
  threshold = 5,
): Disclosure {
  const year = added(before, now);
  const size = before.length * (before[0]?.length ?? 0);
  const issued = countsOf('a', before, (_, place) => (withheld.has(place) ? 'unshown' : 'known'));
  const counts = [...issued, ...countsOf('b', now, zeroKnown), ...countsOf('y', year, zeroKnown)];
  const dates = Array.from(
    { length: size },
    (_, i): Sum => ({
      terms: [
        { count: i, factor: 1 },
        { count: size + i, factor: 1 },
        { count: 2 * size + i, factor: -1 },
      ],
    }),
  );
  const sums = [...sumsOf(before, 0), ...sumsOf(now, size), ...sumsOf(year, 2 * size), ...dates];
  return { counts, sums, threshold };
}
