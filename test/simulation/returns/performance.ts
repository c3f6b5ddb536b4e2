/** The Performance team's comparators: caseloads by detailed ethnicity. */
import { count, halfUp, ratio, sum } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimReturn,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';
import type { World } from '#test/simulation/world/cases.ts';

const GROUPS: readonly {
  readonly group: Words;
  readonly members: readonly (readonly [string, string, number])[];
}[] = [
  {
    group: ['Asian/Asian British', 'Asian or Asian British'],
    members: [
      ['C3', 'Bangladeshi', 8],
      ['C1', 'Indian', 70],
      ['C2', 'Pakistani', 15],
      ['C4', 'Any other Asian background', 22],
    ],
  },
  {
    group: ['Black/Black British', 'Black or Black British'],
    members: [
      ['D2', 'African', 35],
      ['D1', 'Caribbean', 9],
      ['D3', 'Any other Black background', 9],
    ],
  },
  {
    group: ['Mixed', 'Mixed or multiple'],
    members: [
      ['B3', 'White and Asian', 20],
      ['B2', 'White and Black African', 9],
      ['B1', 'White and Black Caribbean', 38],
      ['B4', 'Any other mixed background', 36],
    ],
  },
  {
    group: ['White/White British', 'White or White British'],
    members: [
      ['A2', 'White Irish', 3],
      ['A1', 'White British', 400],
      ['A3', 'Any other White background', 33],
    ],
  },
  { group: ['Other'], members: [['E2', 'Any other ethnic group', 14]] },
  { group: ['Unknown'], members: [['N1', 'Information not yet obtained', 25]] },
];

const CASELOADS: readonly { readonly key: string; readonly label: Words }[] = [
  { key: 'lac', label: ['LAC-CL', 'LAC and CL'] },
  { key: 'eh', label: ['EHA-STW-AP', 'EHA'] },
  { key: 'cin', label: ['CIN', 'Children in need'] },
  { key: 'osp', label: ['OSP'] },
];

const CODES = GROUPS.flatMap((each) => each.members.map(([key]) => key));

function caseload(world: World, quarter: QuarterNumber, row: string, code: string): number {
  const weight = GROUPS.flatMap((each) => each.members).find(([key]) => key === code)?.[2] ?? 1;
  return random(hash(`${world.seed} caseload ${quarter} ${row} ${code}`)).whole(
    Math.floor(weight / 2),
    weight,
  );
}

export function performanceReturn(
  world: World,
  quarter: QuarterNumber,
): { readonly value: SimReturn } & Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'performance.ethnicity', row, column);
  const rowsOf = (row: string) => (row === 'total' ? CASELOADS.map((each) => each.key) : [row]);
  const value = (row: string, column: string): number =>
    rowsOf(row).reduce(
      (total, r) =>
        total +
        (column === 'total' ? CODES : [column]).reduce((s, c) => s + caseload(world, quarter, r, c), 0),
      0,
    );
  const columns = [...CODES, 'total'];
  const counts = (key: string, label: Words, role: SimRow['role']): SimRow => ({
    key,
    labels: [label],
    role,
    cells: columns.map((column) => count(at(key, column), value(key, column))),
  });
  const grand = value('total', 'total');
  const shares: SimRow = {
    key: 'share',
    labels: [['Percentage', 'Percentage of all']],
    role: 'body',
    cells: columns.map((column) =>
      column === 'total'
        ? null
        : { id: at('share', column), print: 'points', value: halfUp(value('total', column), grand, 3) },
    ),
  };
  const table: SimTable = {
    code: 'performance.ethnicity',
    period,
    caption: ['All Age Groups', 'Caseloads by ethnicity, all ages'],
    sheet: 'Ethnicity',
    stub: [['Category']],
    columns: [
      ...GROUPS.flatMap(({ group, members }) =>
        members.map(([key, label]) => ({ key, group, label: [label], role: 'body' as const })),
      ),
      { key: 'total', label: ['Grand Total', 'Total'], role: 'total' as const },
    ],
    rows: [
      ...CASELOADS.map((each) => counts(each.key, each.label, 'body')),
      counts('total', ['Total', 'All'], 'total'),
      shares,
    ],
  };
  const relations = [
    ...columns.map((c) =>
      sum(
        'total',
        at('total', c),
        CASELOADS.map((each) => at(each.key, c)),
      ),
    ),
    ...[...CASELOADS.map((each) => each.key), 'total'].map((row) =>
      sum(
        'total',
        at(row, 'total'),
        CODES.map((c) => at(row, c)),
      ),
    ),
    ...CODES.map((c) => ratio('percent', at('share', c), [at('total', c)], [at('total', 'total')])),
  ];
  const returned: SimReturn = {
    provider: 'performance',
    providerNames: ['Performance team'],
    period,
    fileWords: ['Ethnicity by category', 'Performance team caseloads'],
    tables: [table],
    commentary: [],
  };
  return { value: returned, tables: [table], relations };
}
