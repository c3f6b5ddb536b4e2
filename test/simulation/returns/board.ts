/** The administrator's compiled tables. */
import { count, cross, join, percent, ratio, same, sum } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName, yearOf } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimRelation,
  type SimReturn,
  type SimRow,
  type SimTable,
} from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';
import { boardEthnicity, numbered } from '#test/simulation/returns/mst-fft.ts';
import { million, residential } from '#test/simulation/returns/residential.ts';
import {
  type Case,
  childrenIn,
  closed,
  type Programme,
  started,
  type World,
} from '#test/simulation/world/cases.ts';
import { BOARD_ETHNICITY, DETAILED_ETHNICITY, OUTCOMES } from '#test/simulation/world/words.ts';

const PROGRAMMES: readonly { readonly key: Programme; readonly label: readonly string[] }[] = [
  { key: 'can', label: ['MST CAN'] },
  { key: 'fft', label: ['FFT', 'FFT-CW'] },
  { key: 'mst', label: ['MST'] },
  { key: 'fgc', label: ['FGC', 'Family Group Conferences'] },
  { key: 'pa', label: ['PA', 'Parenting Assessments'] },
];

function costs(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string) => cellId(period, 'board.cost', row, 'cost');
  const rng = random(hash(`${world.seed} cost ${yearOf(quarter)}`));
  const lines: readonly (readonly [string, readonly string[], number])[] = [
    ['mst-fft', ['MST-FFT'], rng.whole(15, 26) * 100_000],
    ['fgc', ['Family Group Conferencing', 'Family Group Conferences'], rng.whole(120, 190) * 1000],
    ['pa', ['Parenting Assessments'], rng.whole(110, 190) * 1000],
    ['safe', ['Safe Families'], rng.whole(80, 120) * 1000],
  ];
  const table: SimTable = {
    code: 'board.cost',
    period,
    caption: ['Cost of Edge of Care Interventions', 'Annual cost of each intervention'],
    sheet: 'Cost',
    stub: [['Edge of Care Intervention', 'Intervention']],
    columns: [{ key: 'cost', label: ['Annual Cost', 'Cost per year'], role: 'body' }],
    rows: lines.map(([key, label, value]) => ({
      key,
      labels: [label],
      role: 'body',
      cells: [million(at(key), value)],
    })),
  };
  const relations =
    quarter > world.first && yearOf(quarter) === yearOf(quarter - 1)
      ? lines.map(([key]) =>
          same('restated', at(key), cellId(quarterName(quarter - 1), 'board.cost', key, 'cost')),
        )
      : [];
  return { tables: [table], relations };
}

const concludedFgc = (each: Case): boolean => each.programme !== 'fgc' || each.activity === 'held';

function outcomes(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'board.outcomes', row, column);
  const value = (outcome: string, programme: string) =>
    childrenIn(
      closed(world, programme as Programme, quarter).filter(
        (each) => each.outcome === outcome && concludedFgc(each),
      ),
    );
  const built = cross({
    code: 'board.outcomes',
    period,
    caption: [
      'Edge of Care Outcomes concluded within {Q} {year}',
      'Children by outcome of interventions concluded in {Q} {year}',
    ],
    sheet: 'Outcomes',
    stub: ['EOC Outcome', 'Outcome'],
    rows: OUTCOMES,
    columns: PROGRAMMES,
    value,
    totalRow: ['Total'],
    totalColumn: ['Total'],
  });
  const totals = [...OUTCOMES.map((each) => each.key), 'total'];
  const number = (row: string): number =>
    row === 'total'
      ? OUTCOMES.reduce((total, each) => total + number(each.key), 0)
      : PROGRAMMES.reduce((total, each) => total + value(row, each.key), 0);
  const tables = built.tables.map((table) =>
    numbered({
      ...table,
      columns: [...table.columns, { key: 'share', label: ['%'], role: 'extra' }],
      rows: table.rows.map((row) => ({
        ...row,
        cells: [...row.cells, percent(at(row.key, 'share'), number(row.key), number('total'))],
      })),
    }),
  );
  const shares = totals.map((row) =>
    ratio('percent', at(row, 'share'), [at(row, 'total')], [at('total', 'total')]),
  );
  return { tables, relations: [...built.relations, ...shares] };
}

function steppedDown(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const rows = PROGRAMMES.map(({ key, label }): SimRow => {
    const cases = closed(world, key, quarter).filter(
      (each) => each.source === 'plo' && each.outcome === 'down',
    );
    const at = (column: string) => cellId(period, 'board.stepped-down', key, column);
    return {
      key,
      labels: [label],
      role: 'body',
      cells: [
        count(at('families'), cases.length, 'always'),
        count(at('children'), childrenIn(cases), 'always'),
      ],
    };
  });
  const table: SimTable = {
    code: 'board.stepped-down',
    period,
    caption: [
      'Cases stepped down from proceedings within {Q} {year}',
      'Step-downs from proceedings in {Q} {year}',
    ],
    sheet: 'Step-downs',
    stub: [['EOC intervention', 'Intervention']],
    columns: [
      { key: 'families', label: ['No of families', 'Families'], role: 'body' },
      { key: 'children', label: ['No of children', 'Children'], role: 'body' },
    ],
    rows,
  };
  return { tables: [table], relations: [] };
}

const SUPPORTED: readonly {
  readonly key: string;
  readonly label: readonly string[];
  readonly of: readonly Programme[];
}[] = [
  { key: 'mst-fft', label: ['MST-FFT'], of: ['mst', 'can', 'fft'] },
  { key: 'fgc', label: ['FGC', 'Family Group Conferences'], of: ['fgc'] },
  { key: 'pa', label: ['Parenting Assessments'], of: ['pa'] },
  { key: 'safe', label: ['Safe Families'], of: ['safe'] },
];

function ethnicity(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const built = cross({
    code: 'board.ethnicity',
    period,
    caption: [
      'Ethnicity of children supported by EOC Interventions {Q} {year}',
      'Children supported, by ethnicity and intervention, {Q} {year}',
    ],
    sheet: 'Ethnicity',
    stub: ['Ethnicity', 'Ethnicity Category'],
    rows: BOARD_ETHNICITY,
    columns: SUPPORTED,
    value: (key, column) =>
      (SUPPORTED.find((each) => each.key === column)?.of ?? []).reduce(
        (total, programme) =>
          total +
          childrenIn(started(world, programme, quarter).filter((each) => boardEthnicity(each) === key)),
        0,
      ),
    totalRow: ['Total'],
    totalColumn: ['Total'],
    zero: 'always',
  });
  return { ...built, relations: [...built.relations, ...ethnicitySources(world, quarter)] };
}

/** The services' own counts behind the compiled ones; a detailed code counts in its board category. */
function ethnicitySources(world: World, quarter: QuarterNumber): SimRelation[] {
  const period = quarterName(quarter);
  const here = (row: string, column: string) => cellId(period, 'board.ethnicity', row, column);
  const present = new Set(started(world, 'pa', quarter).map((each) => each.ethnicity));
  const parenting = BOARD_ETHNICITY.flatMap(({ key }) => {
    const parts = DETAILED_ETHNICITY.filter((each) => each.board === key && present.has(each.key));
    return parts.length
      ? [
          sum(
            'cross-provider',
            here(key, 'pa'),
            parts.map((each) => cellId(period, 'pa.ethnicity', each.key, 'number')),
          ),
        ]
      : [];
  });
  const safe = BOARD_ETHNICITY.map(({ key }) =>
    same('cross-provider', here(key, 'safe'), `${cellId(period, 'safe.ethnicity', key, 'number')}#2`),
  );
  return [
    ...parenting,
    ...safe,
    same('cross-provider', here('total', 'fgc'), cellId(period, 'fgc.referrals', 'total', 'total.children')),
    same('cross-provider', here('total', 'pa'), cellId(period, 'pa.ethnicity', 'total', 'number')),
  ];
}

export function boardReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const built = join(
    costs(world, quarter),
    outcomes(world, quarter),
    steppedDown(world, quarter),
    residential(world, quarter),
    ethnicity(world, quarter),
  );
  const value: SimReturn = {
    provider: 'board',
    providerNames: ['Board summary', 'Edge of Care Interventions Board'],
    period: quarterName(quarter),
    fileWords: ['EOC summary', 'Board summary'],
    tables: built.tables,
    commentary: [],
  };
  return { value, ...built };
}
