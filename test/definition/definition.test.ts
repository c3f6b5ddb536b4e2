import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { parseDefinition } from '#shared/definition/schema.ts';

/** The default definition as JSON, changed in one place. */
function changed(change: (json: Record<string, never>) => void): unknown {
  const json = JSON.parse(JSON.stringify(defaultDefinition));
  change(json);
  return json;
}

function problemsOf(json: unknown): readonly (readonly [string, string])[] {
  const parsed = parseDefinition(json);
  return parsed.ok ? [] : parsed.problems.map(({ place, message }) => [place, message]);
}

/** Sets a value deep inside, by a path of keys. */
function put(json: unknown, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path;
  if (typeof json !== 'object' || json === null || key === undefined) throw new Error('No such place');
  if (rest.length === 0) Reflect.set(json, key, value);
  else put(Reflect.get(json, key), rest, value);
}

const withPut = (path: readonly (string | number)[], value: unknown) =>
  changed((json) => put(json, path, value));

describe('the default definition', () => {
  test('is the same after a journey through JSON', () => {
    expect(parseDefinition(JSON.parse(JSON.stringify(defaultDefinition)))).toEqual({
      ok: true,
      definition: defaultDefinition,
    });
  });

  test('expects a table of every service that returns any, and shows every table in a section', () => {
    const shown = new Set(defaultDefinition.sections.flatMap((section) => section.tables));
    const hidden = defaultDefinition.tables.filter((table) => !shown.has(table.code));
    expect(hidden.map((table) => table.code)).toEqual([]);
  });

  test('lets every item of a table name a measure, a unit, a period, a category or nothing at all', () => {
    const silent = defaultDefinition.tables.filter((table) => {
      const items = [...table.rows, ...table.columns].flatMap((axis) =>
        axis.kind === 'items' ? axis.items : [],
      );
      return table.facets.measure === undefined && !items.some((item) => item.facets.measure);
    });
    expect(silent.map((table) => table.code)).toEqual([]);
  });

  test('publishes each detailed ethnic category under a category of the board', () => {
    const ethnicity = defaultDefinition.sets.find((set) => set.code === 'ethnicity');
    const parents = new Map(ethnicity?.members.map((member) => [member.code, member.partOf]));
    const deep = ethnicity?.members.filter((member) => member.partOf && parents.get(member.partOf) !== null);
    expect(deep).toEqual([]);
    expect(parents.get('mixed-white-black-caribbean')).toBe('dual-heritage');
    expect(parents.get('asian-bangladeshi')).toBe('asian-other');
  });
});

describe('a broken definition says where and what', () => {
  test.each([
    [
      ['tables', 3, 'facets', 'measure'],
      'nights',
      'tables[3].facets.measure',
      'There is no measure "nights".',
    ],
    [
      ['tables', 0, 'facets', 'programme'],
      'xyz',
      'tables[0].facets.programme',
      'There is no programme "xyz".',
    ],
    [
      ['tables', 1, 'rows', 0, 'set'],
      'outcomes',
      'tables[1].rows[0].set',
      'There is no category set "outcomes".',
    ],
    [['tables', 1, 'providers', 0], 'nobody', 'tables[1].providers[0]', 'There is no provider "nobody".'],
    [['sections', 0, 'tables', 0], 'nothing', 'sections[0].tables[0]', 'There is no table "nothing".'],
    [['providers', 0, 'returns', 0], 'nothing', 'providers[0].returns[0]', 'There is no table "nothing".'],
    [
      ['identities', 0, 'terms', 1, 'measure'],
      'gone',
      'identities[0].terms[1].measure',
      'There is no measure "gone".',
    ],
    [['programmes', 1, 'code'], 'eoc', 'programmes[1].code', 'The programme "eoc" is defined twice.'],
    [['programmes', 0, 'partOf'], 'mst', 'programmes[0].partOf', '"eoc" is part of itself.'],
  ] as const)('%j = %s', (path, value, place, message) => {
    expect(problemsOf(withPut(path, value))).toContainEqual([place, message]);
  });

  test('an alias that stands for two members', () => {
    expect(problemsOf(withPut(['sets', 0, 'members', 1, 'aliases'], ['white  BRITISH']))).toEqual([
      ['sets[0].members[1].aliases', '"white  BRITISH" already stands for "white-british" in this set.'],
    ]);
  });

  test('a category of a set that has no such member', () => {
    expect(problemsOf(withPut(['tables', 0, 'facets', 'dims'], { ethnicity: 'martian' }))).toEqual([
      ['tables[0].facets.dims.ethnicity', 'The set "ethnicity" has no member "martian".'],
    ]);
  });

  test('a misspelt field, a missing one and one of the wrong kind', () => {
    const places = (json: unknown) => problemsOf(json).map(([place]) => place);
    expect(places(withPut(['tables', 2, 'captoins'], []))).toEqual(['tables[2]']);
    expect(places(withPut(['measures', 4, 'unit'], 'furlongs'))).toEqual(['measures[4].unit']);
    expect(places(withPut(['council'], undefined))).toEqual(['council']);
    expect(places('a board')).toEqual(['']);
  });
});
