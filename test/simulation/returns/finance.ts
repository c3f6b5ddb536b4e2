/** Finance's return: one performance summary per programme and one for all. */
import {
  count,
  difference,
  mean,
  percent,
  possible,
  ratio,
  same,
  soft,
  sum,
  thousands,
} from '#test/simulation/model/build.ts';
import {
  indexOf,
  type QuarterNumber,
  quarterName,
  quarterNumber,
  slashYear,
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
import { ADDED, LINES, type Line, type Sheet, TITLES } from '#test/simulation/returns/finance-lines.ts';
import type { World } from '#test/simulation/world/cases.ts';
import { type Money, pastYear, TEAMS, targets, toDate, together } from '#test/simulation/world/money.ts';

/** The columns of a quarter's return: two past years, the year to date and the target. */
const columnKeys = (quarter: QuarterNumber): readonly string[] => [
  `y${yearOf(quarter) - 2}`,
  `y${yearOf(quarter) - 1}`,
  'ytd',
  'target',
];

function moneyOf(world: World, sheet: Sheet, quarter: QuarterNumber, column: string): Money {
  if (sheet === 'all') return together(TEAMS.map((team) => moneyOf(world, team, quarter, column)));
  if (column === 'ytd') return toDate(world, sheet, yearOf(quarter), indexOf(quarter));
  if (column === 'target') return targets(world, sheet, yearOf(quarter));
  return pastYear(world, sheet, Number(column.slice(1)), world.first - 4);
}

function cellOf(id: string, line: Line, money: Money, column: string): SimCell | null {
  if (column === 'target' && line.target === false) return null;
  if (line.print === 'success') return percent(id, money.successes, money.families);
  if (line.print === 'per-family') return mean(id, money.children, money.families);
  const value = money[line.key as keyof Money];
  return line.print === 'k' ? thousands(id, value) : count(id, value);
}

const code = (sheet: Sheet): string => `finance.${sheet}`;

function summaryTable(world: World, sheet: Sheet, quarter: QuarterNumber): SimTable {
  const period = quarterName(quarter);
  const year = yearOf(quarter);
  const keys = columnKeys(quarter);
  const money = keys.map((key) => moneyOf(world, sheet, quarter, key));
  const labels: readonly Words[] = [
    [`${slashYear(year - 2)} cases`],
    [`${slashYear(year - 1)} cases`],
    [`${slashYear(year)} YTD`, `${slashYear(year)} year to date`],
    ['Annual Target', 'Annual target'],
  ];
  const rows = LINES.filter((line) => !line.only || line.only.includes(sheet)).map((line): SimRow => {
    const at = (column: string) => cellId(period, code(sheet), line.key, column);
    if (line.print === 'heading')
      return { key: line.key, labels: [line.label], role: 'heading', cells: [...keys, ''].map(() => null) };
    const cells = keys.map((key, i) => cellOf(at(key), line, money[i] as Money, key));
    return {
      key: line.key,
      labels: [line.label],
      role: 'body',
      cells: [...cells, ofTarget(line, at('pct'), cells)],
    };
  });
  return {
    code: code(sheet),
    period,
    caption: TITLES[sheet].caption,
    sheet: TITLES[sheet].sheet,
    titles: ['PERFORMANCE SUMMARY', ...TITLES[sheet].titles],
    stub: [['{Period} {year/}']],
    columns: [
      ...keys.map((key, i) => ({ key, label: labels[i] ?? [], role: 'body' as const })),
      { key: 'pct', label: ['', '% of target'], role: 'extra' as const },
    ],
    rows,
    notes: ['* before any allowance for targeting'],
  };
}

function ofTarget(line: Line, id: string, cells: readonly (SimCell | null)[]): SimCell | null {
  const [actual, target] = [cells[2], cells[3]];
  if (!line.ofTarget || !actual?.value || !target?.value) return null;
  return percent(id, actual.value, target.value);
}

function inside(sheet: Sheet, table: SimTable): SimRelation[] {
  const at = (row: string, column: string) => cellId(table.period, table.code, row, column);
  const columns = table.columns.map((each) => each.key).filter((key) => key !== 'pct');
  const base = sheet === 'mst' || sheet === 'all' ? 'post' : 'gross';
  const perColumn = columns.flatMap((c) => [
    ...(c === 'target'
      ? []
      : [sum('total', at('gross', c), [at('year1', c), at('year2', c), at('year3', c)])]),
    difference('identity', at('net', c), at(base, c), at('cost', c)),
    difference('identity', at('inYearNet', c), at('inYearGross', c), at('cost', c)),
    ratio('average', at('per-family', c), [at('children', c)], [at('families', c)]),
    ...(c === 'target' ? [] : [soft(possible(at('success', c), at('families', c)))]),
  ]);
  const ofTargets = LINES.filter((line) => line.ofTarget).map((line) =>
    ratio('percent', at(line.key, 'pct'), [at(line.key, 'ytd')], [at(line.key, 'target')]),
  );
  return [...perColumn, ...ofTargets];
}

/** All programmes is the sum of the three; a programme without a deflator adds its gross savings. */
function acrossSheets(tables: readonly SimTable[]): SimRelation[] {
  const period = tables[0]?.period ?? '';
  const columns = tables[0]?.columns.map((each) => each.key).filter((key) => key !== 'pct') ?? [];
  return columns.flatMap((column) =>
    ADDED.map((row) =>
      sum(
        'cross-table',
        cellId(period, code('all'), row, column),
        TEAMS.map((team) =>
          cellId(period, code(team), row === 'post' && team !== 'mst' ? 'gross' : row, column),
        ),
      ),
    ),
  );
}

/** The same past year, and the same year's target, as in the return before. */
function overTime(world: World, quarter: QuarterNumber, tables: readonly SimTable[]): SimRelation[] {
  if (quarter <= world.first) return [];
  const before = quarterName(quarter - 1);
  const shared = columnKeys(quarter - 1).filter(
    (key) => columnKeys(quarter).includes(key) && key !== 'ytd' && (key !== 'target' || indexOf(quarter) > 1),
  );
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      shared.map((column) =>
        same(
          column === 'target' ? 'target' : 'restated',
          cellId(table.period, table.code, row.key, column),
          cellId(before, table.code, row.key, column),
        ),
      ),
    ),
  );
}

/** Families started in the year are the MST-FFT team's starts in its quarters. */
function withTeam(world: World, quarter: QuarterNumber): SimRelation[] {
  const year = yearOf(quarter);
  if (quarterNumber(year, 1) < world.first) return [];
  const quarters = Array.from({ length: indexOf(quarter) }, (_, i) =>
    quarterName(quarterNumber(year, i + 1)),
  );
  return TEAMS.map((team) =>
    sum(
      'year-to-date',
      cellId(quarterName(quarter), code(team), 'families', 'ytd'),
      quarters.map((period) => cellId(period, 'mstfft.cases', 'starts', team)),
    ),
  );
}

export function financeReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const sheets: readonly Sheet[] = ['all', ...TEAMS];
  const tables = sheets.map((sheet) => summaryTable(world, sheet, quarter));
  const present = new Set(
    tables.flatMap((t) => t.rows.flatMap((r) => r.cells.flatMap((c) => (c ? [c.id] : [])))),
  );
  const relations = [
    ...sheets.flatMap((sheet, i) => inside(sheet, tables[i] as SimTable)),
    ...acrossSheets(tables),
    ...overTime(world, quarter, tables),
    ...withTeam(world, quarter),
  ];
  const value: SimReturn = {
    provider: 'finance',
    providerNames: ['Finance', 'Finance business partner'],
    period: quarterName(quarter),
    fileWords: ['Performance summary', 'Finance savings'],
    tables,
    commentary: [],
  };
  return {
    value,
    tables,
    relations: relations.filter((each) => !mentionsMissing(each, present, quarterName(quarter))),
  };
}

/** Relations written for every line, also where a sheet has no such cell. */
function mentionsMissing(relation: SimRelation, present: ReadonlySet<string>, period: string): boolean {
  const parts =
    relation.shape === 'linear'
      ? relation.terms.map((each) => each.at)
      : relation.shape === 'ratio'
        ? [relation.result, ...[...relation.over, ...relation.under].map((each) => each.at)]
        : [relation.result, relation.under];
  return parts.some((at) => at.startsWith(`${period}|finance.`) && !present.has(at));
}
