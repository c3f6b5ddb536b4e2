/** The Safe Families return: residence, ethnicity, summary and outcome scores. */
import { count, join, same, sum } from '#test/simulation/model/build.ts';
import {
  indexOf,
  type QuarterNumber,
  quarterName,
  quarterNumber,
  yearOf,
} from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimCell,
  type SimRelation,
  type SimReturn,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';
import { boardEthnicity } from '#test/simulation/returns/mst-fft.ts';
import { type Case, childrenIn, closed, started, type World } from '#test/simulation/world/cases.ts';
import { AREAS, BOARD_ETHNICITY } from '#test/simulation/world/words.ts';

const pair = (id: string, cases: readonly Case[]): SimCell => ({
  id,
  print: 'pair',
  value: cases.length,
  second: childrenIn(cases),
});

function residence(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const cases = started(world, 'safe', quarter);
  const at = (row: string) => cellId(period, 'safe.residence', row, 'number');
  const table: SimTable = {
    code: 'safe.residence',
    period,
    caption: [
      'Residence of ward for families and children referred',
      'Postcode of families and children referred',
    ],
    sheet: 'Residence',
    stub: [['Postcode', 'Area']],
    columns: [
      {
        key: 'number',
        label: ['Number of families and children ({Q})', 'Families (children)'],
        role: 'body',
      },
      { key: 'wards', label: ['Areas covered', 'Wards'], role: 'extra' },
    ],
    rows: AREAS.map(({ key, label, wards }) => ({
      key,
      labels: [label],
      role: 'body',
      cells: [
        pair(
          at(key),
          cases.filter((each) => each.area === key),
        ),
        {
          id: cellId(period, 'safe.residence', key, 'wards'),
          print: 'text',
          value: null,
          text: wards.join(', '),
        },
      ],
    })),
  };
  const summary = cellId(period, 'safe.summary', 'quarter', 'number');
  return {
    tables: [table],
    relations: [
      sum(
        'cross-table',
        summary,
        AREAS.map((each) => at(each.key)),
      ),
    ],
  };
}

function ethnicity(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const cases = started(world, 'safe', quarter);
  const at = (row: string) => cellId(period, 'safe.ethnicity', row, 'number');
  const table: SimTable = {
    code: 'safe.ethnicity',
    period,
    caption: ['Ethnicity of children/families referred', 'Ethnicity of families referred'],
    sheet: 'Ethnicity',
    stub: [['Ethnicity Category', 'Ethnicity']],
    columns: [{ key: 'number', label: ['Quarter {index} (Number)', 'Families (children)'], role: 'body' }],
    rows: BOARD_ETHNICITY.map(({ key, label }) => ({
      key,
      labels: [label],
      role: 'body',
      cells: [
        pair(
          at(key),
          cases.filter((each) => boardEthnicity(each) === key),
        ),
      ],
    })),
  };
  const rows = BOARD_ETHNICITY.map((each) => at(each.key));
  const places = AREAS.map((each) => cellId(period, 'safe.residence', each.key, 'number'));
  const children: SimRelation = {
    id: `cross-table:${period} safe children`,
    kind: 'cross-table',
    shape: 'linear',
    terms: [
      ...rows.map((each) => ({ at: `${each}#2`, factor: 1 })),
      ...places.map((each) => ({ at: `${each}#2`, factor: -1 })),
    ],
  };
  const summary = cellId(period, 'safe.summary', 'quarter', 'number');
  return { tables: [table], relations: [sum('cross-table', summary, rows), { ...children, soft: true }] };
}

function summary(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, of = period) => cellId(of, 'safe.summary', row, 'number');
  const rng = random(hash(`${world.seed} safe ${quarter}`));
  const made = started(world, 'safe', quarter).length;
  const year = Array.from({ length: indexOf(quarter) }, (_, i) => quarterNumber(yearOf(quarter), i + 1));
  const line = (key: string, label: Words, value: number): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: [count(at(key), value)],
  });
  const table: SimTable = {
    code: 'safe.summary',
    period,
    caption: ['Summary overview of referrals from Safe Families {span}', 'Safe Families summary {quarter}'],
    sheet: 'Summary',
    stub: [['Summary']],
    columns: [{ key: 'number', label: ['No', 'Number'], role: 'body' }],
    rows: [
      line('quarter', ['Referrals made this quarter', 'referrals made in the quarter'], made),
      line(
        'year',
        ['Referrals made this year', 'referrals made in the year'],
        year.reduce((total, each) => total + started(world, 'safe', each).length, 0),
      ),
      line(
        'supported',
        ['Families have been supported or are receiving support', 'families supported'],
        rng.whole(30, 60),
      ),
      line('pending', ['Families are pending support', 'families pending support'], rng.whole(1, 12)),
      line('nights', ['Bed nights provided', 'bed nights provided'], rng.whole(0, 30)),
      line('hosting', ['Instances of hosting', 'instances of hosting'], rng.whole(0, 9)),
      line('leavers', ['Referrals for care leavers', 'referrals for care leavers'], rng.whole(0, 7)),
    ],
  };
  const relations: SimRelation[] = [];
  if (indexOf(quarter) === 1) relations.push(same('year-to-date', at('year'), at('quarter')));
  else if (quarterNumber(yearOf(quarter), 1) >= world.first)
    relations.push(
      sum(
        'year-to-date',
        at('year'),
        year.map((each) => at('quarter', quarterName(each))),
      ),
    );
  return { tables: [table], relations };
}

const LEVELS: readonly {
  readonly key: string;
  readonly label: Words;
  readonly source: string;
  readonly stable: boolean;
}[] = [
  { key: 'cp', label: ['Remained stable at CP', 'Stable at CP'], source: 'cp', stable: true },
  { key: 'cin', label: ['Remained stable at CiN', 'Stable at CIN'], source: 'cin', stable: true },
  { key: 'eh', label: ['Remained stable at EH', 'Stable at EH'], source: 'eh', stable: true },
  {
    key: 'closed-eh',
    label: ['Closed to EH throughout Safe Families involvement', 'Closed to EH'],
    source: 'eh',
    stable: false,
  },
  {
    key: 'closed-cin',
    label: ['Closed to CiN throughout Safe Families involvement', 'Closed to CIN'],
    source: 'cin',
    stable: false,
  },
];

function levels(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const cases = closed(world, 'safe', quarter);
  const table: SimTable = {
    code: 'safe.levels',
    period,
    caption: [
      'Summary of outcomes for families supported by Safe Families',
      'Outcomes for families supported by Safe Families',
    ],
    sheet: 'Outcomes',
    stub: [['']],
    noHeader: true,
    columns: [{ key: 'number', label: [''], role: 'body' }],
    rows: LEVELS.map(({ key, label, source, stable }) => ({
      key,
      labels: [label],
      role: 'body',
      cells: [
        count(
          cellId(period, 'safe.levels', key, 'number'),
          cases.filter((each) => each.source === source && (each.closingStatus !== 'none') === stable).length,
        ),
      ],
    })),
  };
  return { tables: [table], relations: [] };
}

const DOMAINS = [
  'Social Networks',
  'Wellbeing',
  'Confidence',
  'Physical Needs',
  'Family Relationships',
  'Positive Parenting',
];

function domains(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const rng = random(hash(`${world.seed} domains ${quarter}`));
  const drawn = DOMAINS.map(() => ({ kept: rng.whole(70, 99) / 100, change: rng.whole(2, 19) / 10 }));
  const line = (key: string, label: Words, cell: (index: number) => SimCell): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: DOMAINS.map((_, index) => cell(index)),
  });
  const at = (row: string, index: number) => cellId(period, 'safe.domains', row, `d${index + 1}`);
  const table: SimTable = {
    code: 'safe.domains',
    period,
    caption: ['Outcome scores', 'Outcome scores by domain'],
    sheet: 'Scores',
    stub: [['Stage']],
    columns: DOMAINS.map((name, index) => ({ key: `d${index + 1}`, label: [name], role: 'body' })),
    rows: [
      line('kept', ['Maintained/Increased', 'Maintained or increased'], (i) => ({
        id: at('kept', i),
        print: 'percent',
        value: drawn[i]?.kept ?? 0,
      })),
      line('lost', ['Decreased'], (i) => ({
        id: at('lost', i),
        print: 'percent',
        value: Math.round(100 - (drawn[i]?.kept ?? 0) * 100) / 100,
      })),
      line('change', ['Average Change', 'Average change'], (i) => ({
        id: at('change', i),
        print: 'change',
        value: drawn[i]?.change ?? 0,
      })),
    ],
  };
  return { tables: [table], relations: [] };
}

export function safeReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const built = join(
    residence(world, quarter),
    ethnicity(world, quarter),
    summary(world, quarter),
    domains(world, quarter),
    levels(world, quarter),
  );
  const cases = started(world, 'safe', quarter);
  const value: SimReturn = {
    provider: 'safe-families',
    providerNames: ['Safe Families', 'Safe Families service'],
    period: quarterName(quarter),
    fileWords: ['Safe Families', 'SF report'],
    tables: built.tables,
    commentary: [
      `Referrals received: ${cases.length} referrals`,
      `Children and young people referred in the quarter: ${childrenIn(cases)} children and young people`,
    ],
  };
  return { value, ...built };
}
