/** A small board whose text makes claims: starts and visits of two programmes, with their tables. */
import { readClaims } from '#shared/claim/read.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Statement, UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';
import { aMeasure } from '#test/relation/build.ts';

export const definition: BoardDefinition = aDefinition({
  measures: [
    aMeasure('starts', {
      name: 'Starts',
      aliases: ['Families starting', 'New starts'],
      unit: 'families',
      direction: 'up',
    }),
    aMeasure('closed', { name: 'Cases closed', unit: 'families' }),
    aMeasure('visits', { name: 'Visits made', unit: 'events' }),
    aMeasure('success', { name: 'Success rate', unit: 'percent', overProgrammes: 'none' }),
  ],
  programmes: [
    { code: 'all', name: 'All programmes', aliases: [], partOf: null },
    { code: 'alpha', name: 'Alpha', aliases: [], partOf: 'all' },
    { code: 'beta', name: 'Beta', aliases: [], partOf: 'all' },
  ],
  providers: [
    {
      code: 'fgc',
      name: 'Service',
      aliases: [],
      programmes: ['alpha', 'beta'],
      returns: [],
      compiles: false,
    },
    { code: 'board', name: 'The board', aliases: [], programmes: [], returns: [], compiles: true },
  ],
  sets: [
    {
      code: 'source',
      name: 'Source',
      members: [
        { code: 'school', name: 'School', aliases: [], partOf: null },
        { code: 'police', name: 'Police', aliases: [], partOf: null },
      ],
    },
  ],
});

/** Lines of text as statements; `# MST` makes the heading of those below. */
export function statementsFrom(lines: readonly string[], file = 'Return.docx'): readonly Statement[] {
  let under: readonly string[] = [];
  return lines.flatMap((text, i): readonly Statement[] => {
    if (text.startsWith('# ')) {
      under = [text.slice(2), ...under];
      return [];
    }
    const address = `P${i + 1}`;
    const line = { address, text, style: 'body' as const };
    return [{ source: { file, sheet: 'Text', cell: address, text }, line, under }];
  });
}

export function withText(from: UnderstoodReturn, lines: readonly string[]): UnderstoodReturn {
  return { ...from, statements: statementsFrom(lines, from.file) };
}

export function claimsIn(...lines: readonly string[]) {
  return readClaims(definition, withText(aReturn({ tables: [] }), lines));
}

/** Starts by programme: families and children, this quarter and the one before; the number of visits. */
export const table: TableSketch = {
  caption: 'Starts',
  code: 'starts',
  lines: [
    ['', 'Families', 'Children', 'Last quarter'],
    ['Alpha', '49', '63', '37'],
    ['Beta', '12', '15', '10'],
  ],
  relations: [],
  key: (row, column) => ({
    measure: 'starts',
    programme: row.toLowerCase(),
    unit: column === 'Children' ? 'children' : 'families',
    ...(column === 'Last quarter' ? { period: '2019-20 Q4' } : {}),
  }),
};

export const sources: TableSketch = {
  caption: 'Sources',
  code: 'sources',
  lines: [
    ['', 'Starts'],
    ['School', '6'],
    ['Police', '43'],
  ],
  relations: [],
  key: (row) => ({
    measure: 'starts',
    programme: 'alpha',
    unit: 'families',
    dims: { source: row.toLowerCase() },
  }),
};

export const visits: TableSketch = {
  caption: 'Visits',
  code: 'visits',
  lines: [
    ['', 'Number'],
    ['Visits made', '7'],
    ['Cases closed', '39'],
  ],
  relations: [],
  key: (row) =>
    row === 'Visits made'
      ? { measure: 'visits', programme: 'alpha', unit: 'events' }
      : { measure: 'closed', programme: 'alpha', unit: 'families' },
};
