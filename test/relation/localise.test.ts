import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCauses } from '#shared/relation/cause.ts';
import { components } from '#shared/relation/components.ts';
import { evaluateAll } from '#shared/relation/evaluate.ts';
import { localise } from '#shared/relation/localise.ts';
import type { Relation, Variable } from '#shared/relation/relation.ts';
import { exact, ratio, relation, rounded, sum, variablesIn } from '#test/relation/build.ts';

/** A table with row totals, column totals and a grand total; `r1c2`, `r1`, `c2`, `all`. */
function grid(rows: readonly (readonly number[])[], wrong: Readonly<Record<string, number>> = {}) {
  const across = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
  const width = rows[0]?.length ?? 0;
  const variables: Variable[] = [];
  const put = (id: string, value: number) => variables.push(exact(id, wrong[id] ?? value));
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) put(`r${i}c${j}`, value);
    put(`r${i}`, across(row));
  }
  const columns = Array.from({ length: width }, (_, j) => across(rows.map((row) => row[j] ?? 0)));
  for (const [j, value] of columns.entries()) put(`c${j}`, value);
  put('all', across(columns));
  const names = (n: number, name: (i: number) => string) => Array.from({ length: n }, (_, i) => name(i));
  const relations: Relation[] = [
    ...rows.map((_, i) => relation(`row ${i}`, sum(`r${i}`, ...names(width, (j) => `r${i}c${j}`)))),
    ...columns.map((_, j) =>
      relation(`column ${j}`, sum(`c${j}`, ...names(rows.length, (i) => `r${i}c${j}`))),
    ),
    relation('totals down', sum('all', ...names(rows.length, (i) => `r${i}`))),
    relation('totals across', sum('all', ...names(width, (j) => `c${j}`))),
  ];
  return { variables: variablesIn(...variables), relations };
}

function causes({ variables, relations }: ReturnType<typeof grid>) {
  return findCauses(relations, evaluateAll(relations, variables), variables);
}

const told = (found: ReturnType<typeof causes>) =>
  found.map(({ suspects }) => suspects.map((s) => `${s.variable}=${s.suggestion}`).sort());

const TABLE = [
  [7, 1, 4],
  [7, 3, 2],
  [2, 5, 9],
];

describe('one wrong cell', () => {
  test.each([
    ['r1c1', 33],
    ['r2', 61],
    ['c0', 61],
    ['all', 4],
  ])('%s is found and its value restored', (cell, value) => {
    const right = grid(TABLE).variables.get(cell)?.low;
    const found = causes(grid(TABLE, { [cell]: value }));
    expect(told(found)).toEqual([[`${cell}=${right}`]]);
    expect(found[0]?.proven).toBe(true);
  });

  test('any table, any cell, any wrong value', () => {
    const row = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 });
    const cells = fc.constantFrom('r0c0', 'r1c2', 'r2c1', 'r0', 'r2', 'c1', 'all');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 4 }),
        cells,
        fc.integer({ min: 1, max: 400 }),
        (rows, cell, by) => {
          const right = grid(rows).variables.get(cell)?.low ?? 0;
          const found = causes(grid(rows, { [cell]: right + by }));
          expect(told(found)).toEqual([[`${cell}=${right}`]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a consistent table has no cause', () => {
    expect(causes(grid(TABLE))).toEqual([]);
  });
});

describe('several wrong cells', () => {
  test('two mistakes in different rows and columns are two causes', () => {
    const found = causes(grid(TABLE, { r0c0: 70, r2c2: 8 }));
    expect(told(found)).toEqual([['r0c0=7'], ['r2c2=9']]);
  });

  test('two mistakes in one column are two causes', () => {
    expect(told(causes(grid(TABLE, { r0c0: 70, r1c0: 17 })))).toEqual([['r0c0=7'], ['r1c0=7']]);
  });

  test('a row total and the grand total added up from it move together', () => {
    const found = causes(grid(TABLE, { r1: 15, all: 43 }));
    expect(found.map(({ relations }) => relations.map(({ id }) => id))).toEqual([['row 1', 'totals across']]);
    const explanations = [found[0]?.suspects ?? [], ...(found[0]?.alternatives ?? [])];
    expect(explanations.map((set) => set.map((s) => `${s.variable}=${s.suggestion}`).sort())).toContainEqual([
      'all=40',
      'r1=12',
    ]);
  });

  test('six mistakes over one table are too many to prove but still found', () => {
    const rows = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => 10 + i * 8 + j));
    const wrong = { r0c0: 500, r1c1: 600, r2c2: 700, r3c3: 800, r4c4: 900, r5c5: 910 };
    const found = causes(grid(rows, wrong));
    expect(told(found).flat()).toEqual(['r0c0=10', 'r1c1=19', 'r2c2=28', 'r3c3=37', 'r4c4=46', 'r5c5=55']);
    expect(found.every(({ proven }) => !proven)).toBe(true);
  });
});

describe('what decides between explanations', () => {
  const tie = [relation('same', sum('a', 'b'))];
  const first = (relations: readonly Relation[], ...variables: readonly Variable[]) => {
    const known = variablesIn(...variables);
    const [component] = components(relations, evaluateAll(relations, known));
    return component && localise(component, known, relations);
  };

  test('a compiled table is doubted before the service', () => {
    const found = first(tie, exact('a', 27), exact('b', 46, { weight: 0.9 }));
    expect(found?.suspects).toEqual([{ variable: 'b', low: 27, high: 27, suggestion: 27, slip: null }]);
    expect(found?.alternatives).toEqual([[{ variable: 'a', low: 46, high: 46, suggestion: 46, slip: null }]]);
  });

  test('a swap of digits is likelier than any other number', () => {
    const found = first([relation('r', sum('t', 'a', 'b'))], exact('t', 79), exact('a', 51), exact('b', 64));
    expect(found?.suspects.map((s) => [s.variable, s.suggestion, s.slip])).toEqual([
      ['a', 15, 'two digits swapped'],
    ]);
  });

  test('a cell that other relations vouch for is not blamed', () => {
    const relations = [...tie, relation('other', sum('b', 'c'))];
    const found = first(relations, exact('a', 27), exact('b', 46, { weight: 0.8 }), exact('c', 46));
    expect(found?.suspects.map((s) => s.variable)).toEqual(['a']);
  });

  test('a wrong percentage is corrected to the precision it is printed in', () => {
    const found = first(
      [relation('r', ratio('p', 'n', 'd'))],
      rounded('p', 0.06, 0.01),
      exact('n', 2),
      exact('d', 37),
    );
    const rate = [...(found?.suspects ?? []), ...(found?.alternatives ?? []).flat()].find(
      (s) => s.variable === 'p',
    );
    expect(rate?.suggestion).toBe(0.05);
  });

  test('pounds and children live in one system', () => {
    const relations = [
      relation('money', sum('gross', 'net', 'cost')),
      relation('each', ratio('rate', 'gross', 'children')),
    ];
    const found = first(
      relations,
      exact('gross', 100_000_000),
      exact('net', 90_000_000),
      exact('cost', 1_000_000),
      exact('children', 1),
      rounded('rate', 100_000_000, 1),
    );
    expect(found?.suspects.map((s) => [s.variable, s.suggestion, s.slip])).toEqual([
      ['cost', 10_000_000, 'ten times too small'],
    ]);
  });
});

test('a table restated as a whole is one cause', () => {
  const then = grid(TABLE);
  const rename = (name: string) => (id: string) => `${name} ${id}`;
  const copy = (name: string, from: ReturnType<typeof grid>) => ({
    variables: [...from.variables.values()].map((v) => ({ ...v, id: rename(name)(v.id) })),
    relations: from.relations.map(({ id, body }) =>
      relation(
        rename(name)(id),
        body.shape === 'linear'
          ? { ...body, terms: body.terms.map((t) => ({ ...t, variable: rename(name)(t.variable) })) }
          : body,
      ),
    ),
  });
  const now = grid([
    [9, 1, 4],
    [7, 6, 2],
    [2, 5, 9],
  ]);
  const [a, b] = [copy('then', then), copy('now', now)];
  const same = [...then.variables.keys()].map((id) => relation(`same ${id}`, sum(`then ${id}`, `now ${id}`)));
  const relations = [...a.relations, ...b.relations, ...same];
  const variables = variablesIn(...a.variables, ...b.variables);
  const found = findCauses(relations, evaluateAll(relations, variables), variables);
  expect(found).toHaveLength(1);
  expect(found[0]?.relations).toHaveLength(7);
  expect(new Set(found[0]?.suspects.map((s) => s.variable.split(' ')[0])).size).toBe(1);
});
