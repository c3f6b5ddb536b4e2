/** What became of families three months after their conference: status, scaling and the summary. */
import {
  average,
  count,
  cross,
  mean,
  percent,
  possible,
  ratio,
  same,
  soft,
} from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimRelation,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { type Case, childrenIn, closed, started, type World } from '#test/simulation/world/cases.ts';
import { DETAILED_ETHNICITY } from '#test/simulation/world/words.ts';

/** Cases whose conference was held last quarter, looked at three months on. */
const followed = (world: World, quarter: QuarterNumber): readonly Case[] =>
  closed(world, 'fgc', quarter - 1).filter((each) => each.activity === 'held');

const direction = (each: Case): 'better' | 'same' | 'worse' =>
  each.outcome === 'up' || each.outcome === 'came'
    ? 'worse'
    : each.outcome === 'same' || each.outcome === 'remained'
      ? 'same'
      : 'better';

export function status(world: World, quarter: QuarterNumber): Built {
  const cases = followed(world, quarter);
  return cross({
    code: 'fgc.status',
    period: quarterName(quarter),
    caption: ['Status of Family 3 Months after FGC', 'Status at 3-month follow up stage'],
    sheet: 'Three months on',
    stub: ['Ethnicity'],
    rows: DETAILED_ETHNICITY.filter((each) => cases.some((one) => one.ethnicity === each.key)),
    columns: [
      { key: 'better', label: ['Better', 'Improved'], group: ['Status of Family 3 Months after FGC'] },
      { key: 'same', label: ['Same'], group: ['Status of Family 3 Months after FGC'] },
      { key: 'worse', label: ['Worse', 'Escalated'], group: ['Status of Family 3 Months after FGC'] },
    ],
    value: (code, column) =>
      cases.filter((each) => each.ethnicity === code && direction(each) === column).length,
    totalRow: ['Total', 'Grand Total'],
    totalColumn: ['Total', 'Grand Total'],
  });
}

const AFTER: Record<string, string> = {
  exited: 'CIN',
  closed: 'Closed',
  same: '',
  remained: 'LAC',
  came: 'LAC',
  down: 'EH',
  up: 'CP',
};
const NAME: Record<string, string> = { cin: 'CIN', cp: 'CP', eh: 'EH', lac: 'LAC' };

export function scaling(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'fgc.scaling', row, column);
  const cases = followed(world, quarter);
  const table: SimTable = {
    code: 'fgc.scaling',
    period,
    caption: ['Pre and Post FGC Intervention', 'Scaling before and after FGC'],
    sheet: 'Scaling',
    stub: [['At point of FGC referral'], ['3 Month follow-up', '3-Month follow-up']],
    columns: [
      { key: 'pre', label: ['Pre-FGC SoS Scaling'], role: 'body' },
      { key: 'post', label: ['3-month follow-up SoS Scaling'], role: 'body' },
    ],
    rows: cases.map((each, index) => ({
      key: `case${index + 1}`,
      labels: [[NAME[each.source] ?? ''], [AFTER[each.outcome] || (NAME[each.source] ?? '')]],
      role: 'body',
      cells: [
        count(at(`case${index + 1}`, 'pre'), each.scaleBefore, 'always'),
        count(at(`case${index + 1}`, 'post'), each.scaleAfter, 'always'),
      ],
    })),
  };
  return { tables: [table], relations: [] };
}

export function summary(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string) => cellId(period, 'fgc.summary', row, 'value');
  const cases = followed(world, quarter);
  const held = closed(world, 'fgc', quarter).filter((each) => each.activity === 'held').length;
  const of = (kind: string) => cases.filter((each) => direction(each) === kind).length;
  const before = cases.reduce((total, each) => total + each.scaleBefore, 0);
  const after = cases.reduce((total, each) => total + each.scaleAfter, 0);
  const line = (key: string, label: Words, cell: SimRow['cells'][number]): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: [cell],
  });
  const rows = [
    line(
      'children',
      ['children referred'],
      count(at('children'), childrenIn(started(world, 'fgc', quarter))),
    ),
    line('held', ['FGCs held'], count(at('held'), held)),
    line('previous', ['FGCs in the previous quarter'], count(at('previous'), cases.length)),
    line(
      'better',
      ['FGCs stepped down', 'FGCs moved down'],
      percent(at('better'), of('better'), cases.length),
    ),
    line('same', ['FGCs stayed at the same level'], percent(at('same'), of('same'), cases.length)),
    line('worse', ['FGCs stepped up', 'FGCs moved up'], percent(at('worse'), of('worse'), cases.length)),
    line('pre', ['SoS scale average at point of referral'], mean(at('pre'), before, cases.length)),
    line('post', ['SoS scale average after 3 months'], mean(at('post'), after, cases.length)),
  ];
  const table: SimTable = {
    code: 'fgc.summary',
    period,
    caption: ['Summary overview for Family Group Conferencing', 'FGC summary for the quarter'],
    sheet: 'Summary',
    stub: [['']],
    noHeader: true,
    columns: [{ key: 'value', label: [''], role: 'body' }],
    rows,
  };
  return { tables: [table], relations: summaryRelations(world, quarter, at, cases) };
}

function summaryRelations(
  world: World,
  quarter: QuarterNumber,
  at: (row: string) => string,
  cases: readonly Case[],
): SimRelation[] {
  const period = quarterName(quarter);
  const cell = (table: string, row: string, column: string) => cellId(period, table, row, column);
  const scores = (column: string) => cases.map((_, i) => cell('fgc.scaling', `case${i + 1}`, column));
  const found: SimRelation[] = [
    same('cross-table', at('children'), cell('fgc.referrals', 'total', 'total.children')),
    same('cross-table', at('held'), cell('fgc.activity', 'total', 'held')),
    soft(same('cross-table', at('previous'), cell('fgc.activity', 'previous', 'held'))),
    soft(same('cross-table', at('previous'), cell('fgc.status', 'total', 'total'))),
    ...['better', 'same', 'worse'].flatMap((kind) => [
      possible(at(kind), at('previous')),
      soft(
        ratio(
          'percent',
          at(kind),
          [cell('fgc.status', 'total', kind)],
          [cell('fgc.status', 'total', 'total')],
        ),
      ),
    ]),
    ...['pre', 'post'].map((column) => average(at(column), scores(column))),
  ];
  if (quarter > world.first)
    found.push(
      soft(
        same('restated', at('previous'), cellId(quarterName(quarter - 1), 'fgc.activity', 'total', 'held')),
      ),
    );
  return found;
}
