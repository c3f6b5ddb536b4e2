/** The Family Group Conference service's return. */
import { count, cross, join, same, share, sum } from '#test/simulation/model/build.ts';
import { monthsOf, type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimColumn,
  type SimRelation,
  type SimReturn,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { scaling, status, summary } from '#test/simulation/returns/fgc-follow-up.ts';
import { type Case, childrenIn, closed, started, type World } from '#test/simulation/world/cases.ts';
import { ACTIVITY, DETAILED_ETHNICITY, SOURCES } from '#test/simulation/world/words.ts';

const MONTH_KEYS = ['m1', 'm2', 'm3'];
const UNITS: readonly { key: string; label: Words; total: Words; of: (cases: readonly Case[]) => number }[] =
  [
    {
      key: 'families',
      label: ['No. of referrals', 'Referrals'],
      total: ['Total No. of referrals', 'Total referrals'],
      of: (cases) => cases.length,
    },
    {
      key: 'children',
      label: ['No. of children', 'Children'],
      total: ['Total No. of children', 'Total children'],
      of: childrenIn,
    },
  ];

/** Marks a label the layout turns into the month's name in its own style. */
export const monthWords = (quarter: QuarterNumber): readonly Words[] =>
  monthsOf(quarter).map((month) => [`{month:${month.name}:${month.year}}`]);

function referralColumns(quarter: QuarterNumber): SimColumn[] {
  const months = monthWords(quarter).flatMap((group, index) =>
    UNITS.map((unit) => ({
      key: `${MONTH_KEYS[index]}.${unit.key}`,
      group,
      label: unit.label,
      role: 'body' as const,
    })),
  );
  const totals = UNITS.map((unit) => ({
    key: `total.${unit.key}`,
    group: ['Total', 'Quarter total'],
    label: unit.total,
    role: 'total' as const,
  }));
  return [...months, ...totals];
}

function referralValue(world: World, quarter: QuarterNumber, source: string | null, column: string): number {
  const [month = '', unit = ''] = column.split('.');
  const cases = started(world, 'fgc', quarter).filter(
    (each) =>
      (source === null || each.source === source) &&
      (month === 'total' || each.month === MONTH_KEYS.indexOf(month)),
  );
  return UNITS.find((each) => each.key === unit)?.of(cases) ?? 0;
}

function referrals(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'fgc.referrals', row, column);
  const columns = referralColumns(quarter);
  const row = (
    key: string,
    label: Words,
    role: SimRow['role'],
    source: string | null,
    of: number,
  ): SimRow => ({
    key,
    labels: [label],
    role,
    cells: columns.map(({ key: column }) => count(at(key, column), referralValue(world, of, source, column))),
  });
  const rows = [
    ...SOURCES.map((each) => row(each.key, each.label, 'body', each.key, quarter)),
    row('total', ['Grand Total', 'Total'], 'total', null, quarter),
    row('previous', ['Previous Quarter', 'Last quarter'], 'previous', null, quarter - 1),
  ];
  const table: SimTable = {
    code: 'fgc.referrals',
    period,
    caption: ['Source and status of children at referral to FGC', 'FGC referrals by source and month'],
    sheet: 'Referrals',
    stub: [['Sources of Referrals', 'Source']],
    stubTop: ['Quarter {index}', '{quarter}'],
    columns,
    rows,
    orderFree: true,
  };
  return {
    tables: [table],
    relations: referralRelations(period, columns, quarter > world.first, at, quarter),
  };
}

function referralRelations(
  period: string,
  columns: readonly SimColumn[],
  hasPrevious: boolean,
  at: (row: string, column: string) => string,
  quarter: QuarterNumber,
): SimRelation[] {
  const sources = SOURCES.map((each) => each.key);
  const down = columns.map(({ key }) =>
    sum(
      'total',
      at('total', key),
      sources.map((source) => at(source, key)),
    ),
  );
  const across = [...sources, 'total', 'previous'].flatMap((row) =>
    UNITS.map((unit) =>
      sum(
        'total',
        at(row, `total.${unit.key}`),
        MONTH_KEYS.map((month) => at(row, `${month}.${unit.key}`)),
      ),
    ),
  );
  const before = quarterName(quarter - 1);
  const restated = columns.map(({ key }) =>
    same('restated', at('previous', key), cellId(before, 'fgc.referrals', 'total', key)),
  );
  const ethnicity = MONTH_KEYS.map((month) =>
    same('cross-table', at('total', `${month}.families`), cellId(period, 'fgc.ethnicity', 'total', month)),
  );
  return [...down, ...across, ...ethnicity, ...(hasPrevious ? restated : [])];
}

const activityOf = (world: World, quarter: QuarterNumber, kind: string, month: string) =>
  closed(world, 'fgc', quarter).filter(
    (each) => each.activity === kind && each.closedMonth === MONTH_KEYS.indexOf(month),
  ).length;

function activity(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'fgc.activity', row, column);
  const built = cross({
    code: 'fgc.activity',
    period,
    caption: ['FGC Activity {Q} {year}', 'Activity in the quarter, {Q} {year}'],
    sheet: 'Activity',
    stub: ['Month'],
    rows: MONTH_KEYS.map((key, index) => ({ key, label: monthWords(quarter)[index] ?? [] })),
    columns: ACTIVITY,
    value: (month, kind) => activityOf(world, quarter, kind, month),
    totalRow: ['Grand Total', 'Total'],
    totalColumn: ['Grand Total', 'Total'],
  });
  const kinds = [...ACTIVITY.map((each) => each.key), 'total'];
  const before = (kind: string): number =>
    kind === 'total'
      ? ACTIVITY.reduce((total, each) => total + before(each.key), 0)
      : MONTH_KEYS.reduce((total, month) => total + activityOf(world, quarter - 1, kind, month), 0);
  const previous: SimRow = {
    key: 'previous',
    labels: [['Previous Quarter', 'Last quarter']],
    role: 'previous',
    cells: kinds.map((kind) => count(at('previous', kind), before(kind))),
  };
  const extra = [
    sum(
      'total',
      at('previous', 'total'),
      ACTIVITY.map((each) => at('previous', each.key)),
    ),
    ...(quarter > world.first
      ? kinds.map((kind) =>
          same(
            'restated',
            at('previous', kind),
            cellId(quarterName(quarter - 1), 'fgc.activity', 'total', kind),
          ),
        )
      : []),
  ];
  return {
    tables: built.tables.map((table) => ({ ...table, rows: [...table.rows, previous], orderFree: false })),
    relations: [...built.relations, ...extra],
  };
}

function ethnicity(world: World, quarter: QuarterNumber): Built {
  const cases = started(world, 'fgc', quarter);
  return cross({
    code: 'fgc.ethnicity',
    period: quarterName(quarter),
    caption: [
      'Ethnicity trends for the Family Group Conference service',
      'Ethnicity of referrals to Family Group Conferencing',
    ],
    sheet: 'Ethnicity',
    stub: ['Ethnicity as per Liquid Logic', 'Ethnicity'],
    rows: DETAILED_ETHNICITY.filter((each) => cases.some((one) => one.ethnicity === each.key)),
    columns: MONTH_KEYS.map((key, index) => ({
      key,
      label: monthWords(quarter)[index] ?? [],
      group: ['Referrals received', 'Number of referrals received'],
    })),
    value: (code, month) =>
      cases.filter((each) => each.ethnicity === code && each.month === MONTH_KEYS.indexOf(month)).length,
    totalRow: ['Grand Total', 'Total'],
    totalColumn: ['Total'],
  });
}

export function fgcReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const built = join(
    referrals(world, quarter),
    activity(world, quarter),
    summary(world, quarter),
    ethnicity(world, quarter),
    status(world, quarter),
    scaling(world, quarter),
  );
  const cases = started(world, 'fgc', quarter);
  const value: SimReturn = {
    provider: 'fgc',
    providerNames: ['FGC service', 'Family Group Conference service'],
    period: quarterName(quarter),
    fileWords: ['FGC', 'Family Group Conferences'],
    tables: built.tables,
    commentary: [
      `New referrals: ${cases.length} new referrals`,
      `Children in new referrals: ${childrenIn(cases)} children`,
      `White British share of referrals: ${Math.round(100 * share(cases.filter((each) => each.ethnicity === 'A1').length, cases.length))}%`,
    ],
  };
  return { value, ...built };
}
