/** The parenting assessments return of Children Centres & Family Support. */
import { count, join, ratio, remarked, same, share, sum, text } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimReturn,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { type Case, started, type World } from '#test/simulation/world/cases.ts';
import { AREAS, DETAILED_ETHNICITY } from '#test/simulation/world/words.ts';

const completed = (world: World, quarter: QuarterNumber): readonly Case[] =>
  started(world, 'pa', quarter).filter((each) => each.closed === quarter && each.activity === 'held');

function requests(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string) => cellId(period, 'pa.requests', row, 'number');
  const cases = started(world, 'pa', quarter);
  const ended = cases.filter((each) => each.closed === quarter);
  const done = completed(world, quarter);
  const line = (key: string, label: Words, value: number): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: [count(at(key), value)],
  });
  const table: SimTable = {
    code: 'pa.requests',
    period,
    caption: ['Request for Parenting Assessments {span}', 'Parenting assessment requests {quarter}'],
    sheet: 'Requests',
    stub: [['Service Area']],
    columns: [
      {
        key: 'number',
        label: ['Children Centres & Family Support', "Children's Centres and Family Support"],
        role: 'body',
      },
    ],
    rows: [
      line('requested', ["No of PA's requested", 'Number of PAs requested'], cases.length),
      {
        key: 'children',
        labels: [['How many children', 'Number of children']],
        role: 'body',
        cells: [remarked(count(at('children'), cases.length), '*')],
      },
      line(
        'pre-birth',
        ['Of these, pre birth', 'Of which pre-birth'],
        cases.filter((each) => each.preBirth).length,
      ),
      line('completed', ['Completed'], done.length),
      line(
        'cancelled',
        ['Part completed/Cancelled', 'Part completed or cancelled'],
        ended.length - done.length,
      ),
      line('ongoing', ['Ongoing', 'Still ongoing'], cases.length - ended.length),
    ],
  };
  return {
    tables: [{ ...table, notes: ['* each child is counted once'] }],
    relations: [
      sum('identity', at('requested'), [at('completed'), at('cancelled'), at('ongoing')]),
      same('cross-table', at('children'), cellId(period, 'pa.ethnicity', 'total', 'number')),
    ],
  };
}

const DESTINATIONS: readonly {
  readonly key: string;
  readonly label: Words;
  readonly outcomes: readonly string[];
}[] = [
  {
    key: 'home',
    label: ['Remaining at home', 'Remained at home'],
    outcomes: ['closed', 'same', 'down', 'up'],
  },
  { key: 'to-foster', label: ['Removal into foster care', 'Removed into foster care'], outcomes: ['came'] },
  { key: 'in-foster', label: ['Remain in foster care', 'Remained in foster care'], outcomes: ['remained'] },
  { key: 'returned', label: ['Returned home'], outcomes: ['exited'] },
];

function destinations(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string) => cellId(period, 'pa.destination', row, 'ccfs');
  const cases = completed(world, quarter);
  const table: SimTable = {
    code: 'pa.destination',
    period,
    caption: [
      'Outcome destination for children following completion of parenting assessment and intervention',
      'Where children went after a completed parenting assessment',
    ],
    sheet: 'Outcomes',
    stub: [['Service Area']],
    columns: [
      {
        key: 'ccfs',
        label: ['Children Centres & Family Support', "Children's Centres and Family Support"],
        role: 'body',
      },
      { key: 'st-andrews', label: ['St Andrews'], role: 'extra' },
    ],
    rows: DESTINATIONS.map(({ key, label, outcomes }) => {
      const number = cases.filter((each) => outcomes.includes(each.outcome)).length;
      return {
        key,
        labels: [label],
        role: 'body',
        cells: [
          { id: at(key), print: 'share-count', value: share(number, cases.length), second: number },
          text(cellId(period, 'pa.destination', key, 'st-andrews'), 'n/a'),
        ],
      };
    }),
  };
  const counts = DESTINATIONS.map((each) => `${at(each.key)}#2`);
  return {
    tables: [table],
    relations: [
      sum('cross-table', cellId(period, 'pa.requests', 'completed', 'number'), counts),
      ...DESTINATIONS.map((each) => ratio('percent', at(each.key), [`${at(each.key)}#2`], counts)),
    ],
  };
}

const START: Record<string, string> = { cin: 'CIN', cp: 'CP', eh: 'SA', lac: 'LAC' };
const END: Record<string, string> = {
  closed: 'Closed',
  came: 'LAC',
  remained: 'LAC',
  exited: 'CIN',
  down: 'CIN',
  up: 'CP',
};

function cases(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const table: SimTable = {
    code: 'pa.cases',
    period,
    caption: [
      'Summary overview of status of case pre and post parenting assessment and intervention',
      'Status of each case before and after assessment',
    ],
    sheet: 'Cases',
    stub: [['No', 'Case']],
    columns: [
      { key: 'start', label: ['Case status at start of PBA within {Q}', 'Status at start'], role: 'extra' },
      { key: 'end', label: ['Case status at end of {Q}', 'Status at end'], role: 'extra' },
    ],
    rows: completed(world, quarter).map((each, index) => {
      const start = START[each.source] ?? 'CIN';
      const at = (column: string) => cellId(period, 'pa.cases', `case${index + 1}`, column);
      return {
        key: `case${index + 1}`,
        labels: [[String(index + 1)]],
        role: 'body',
        cells: [text(at('start'), start), text(at('end'), END[each.outcome] ?? start)],
      };
    }),
  };
  return { tables: table.rows.length ? [table] : [], relations: [] };
}

function ethnicity(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const all = started(world, 'pa', quarter);
  const at = (row: string, column: string) => cellId(period, 'pa.ethnicity', row, column);
  const present = DETAILED_ETHNICITY.filter((each) => all.some((one) => one.ethnicity === each.key));
  const wards = (code: string) =>
    AREAS.flatMap((area) => {
      const here = all.filter((each) => each.ethnicity === code && each.area === area.key).length;
      return area.wards.slice(0, here);
    }).join(', ');
  const rows: SimRow[] = present.map(({ key, label }) => ({
    key,
    labels: [label.length > 1 ? label.slice(1) : label],
    role: 'body',
    cells: [
      count(at(key, 'number'), all.filter((each) => each.ethnicity === key).length),
      text(at(key, 'wards'), wards(key)),
    ],
  }));
  rows.push({
    key: 'total',
    labels: [['Total']],
    role: 'total',
    cells: [count(at('total', 'number'), all.length), null],
  });
  const table: SimTable = {
    code: 'pa.ethnicity',
    period,
    caption: [
      'Wards of residence and ethnicity of children supported',
      'Ethnicity and wards of children supported',
    ],
    sheet: 'Ethnicity',
    stub: [['Ethnicity']],
    columns: [
      { key: 'number', label: ['No of children', 'Number of children'], role: 'body' },
      { key: 'wards', label: ['Wards of residence', 'Wards'], role: 'extra' },
    ],
    rows,
    orderFree: true,
  };
  return {
    tables: [table],
    relations: [
      sum(
        'total',
        at('total', 'number'),
        present.map((each) => at(each.key, 'number')),
      ),
    ],
  };
}

export function parentingReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const built = join(
    requests(world, quarter),
    ethnicity(world, quarter),
    destinations(world, quarter),
    cases(world, quarter),
  );
  const value: SimReturn = {
    provider: 'ccfs',
    providerNames: ['Children Centres & Family Support', 'Parenting assessments'],
    period: quarterName(quarter),
    fileWords: ['Parenting assessments', 'PA'],
    tables: built.tables,
    commentary: [],
  };
  return { value, ...built };
}
