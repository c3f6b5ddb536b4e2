/** The MST-FFT team's return: case data, exits by outcome and ethnicity. */
import { count, cross, join, percent, ratio, remarked, same, sum } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
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
import { closedCases, overview, statusTables } from '#test/simulation/returns/mst-fft-status.ts';
import { type Case, closed, isAtHome, started, type World } from '#test/simulation/world/cases.ts';
import { TEAMS, type Team } from '#test/simulation/world/money.ts';
import {
  BOARD_ETHNICITY,
  DETAILED_ETHNICITY,
  EXITS,
  OUTCOMES,
  ROUTES,
  STARTS,
} from '#test/simulation/world/words.ts';

const TEAM_WORDS: Record<Team, Words> = { mst: ['MST'], can: ['MST CAN'], fft: ['FFT', 'FFT-CW'] };

export const boardEthnicity = (each: Case): string =>
  DETAILED_ETHNICITY.find((one) => one.key === each.ethnicity)?.board ?? 'other';

const bullet = (words: Words): Words => words.map((each) => `• ${each}`);

function caseData(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, team: string) => cellId(period, 'mstfft.cases', row, team);
  const line = (key: string, label: Words, of: (team: Team) => SimCell): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: TEAMS.map(of),
  });
  const counted = (key: string, label: Words, of: (team: Team) => number) =>
    line(key, label, (team) => count(at(key, team), of(team)));
  const starts = (team: Team, test: (each: Case) => boolean = () => true) =>
    started(world, team, quarter).filter(test).length;
  const exits = (team: Team, test: (each: Case) => boolean = () => true) =>
    closed(world, team, quarter).filter(test).length;
  const served = (team: Team) =>
    world.cases.filter(
      (each) =>
        each.programme === team &&
        each.started <= quarter &&
        (each.closed === null ? each.started >= quarter - 2 : each.closed >= quarter),
    ).length;
  const rows: SimRow[] = [
    counted('starts', ['Number of starts in the quarter', 'Starts in the quarter'], (team) => starts(team)),
    ...STARTS.map(({ key, label }) =>
      line(`start.${key}`, bullet(label), (team) => {
        const cell = count(
          at(`start.${key}`, team),
          starts(team, (c) => c.source === key),
        );
        return key === 'lac' ? remarked(cell, 'from EOC') : cell;
      }),
    ),
    counted('routes', ['Referral route'], (team) => starts(team)),
    ...ROUTES.map(({ key, label }) =>
      counted(`route.${key}`, bullet(label), (team) => starts(team, (c) => c.route === key)),
    ),
    counted('served', ['Cases served in the quarter'], served),
    counted('exits', ['Number exits in quarter', 'Exits in the quarter'], (team) => exits(team)),
    ...EXITS.map(({ key, label }) =>
      counted(`exit.${key}`, bullet(label), (team) => exits(team, (c) => c.closingStatus === key)),
    ),
    { key: 'ethnicity', labels: [['Starts by ethnicity']], role: 'heading', cells: TEAMS.map(() => null) },
    ...BOARD_ETHNICITY.map(({ key, label }) =>
      counted(`ethnicity.${key}`, bullet(label), (team) => starts(team, (c) => boardEthnicity(c) === key)),
    ),
    line('home', ['% of exits in the qtr / still at home', '% of exits still at home'], (team) =>
      percent(
        at('home', team),
        exits(team, (c) => isAtHome(c) && c.closingStatus !== 'none'),
        exits(team),
      ),
    ),
  ];
  const table: SimTable = {
    code: 'mstfft.cases',
    period,
    caption: ['Case data {span}', 'Case data {quarter}'],
    sheet: 'Case data',
    stub: [['{Q} Data/ {year}', 'Case data']],
    columns: TEAMS.map((team) => ({ key: team, label: TEAM_WORDS[team], role: 'body' })),
    rows,
  };
  return {
    tables: [table],
    relations: TEAMS.flatMap((team) => caseRelations(period, team, (row) => at(row, team))),
  };
}

function caseRelations(period: string, team: Team, at: (row: string) => string): SimRelation[] {
  const parts = (prefix: string, from: readonly { readonly key: string }[]) =>
    from.map((each) => at(`${prefix}.${each.key}`));
  return [
    sum('total', at('starts'), parts('start', STARTS)),
    sum('total', at('routes'), parts('route', ROUTES)),
    same('cross-table', at('starts'), at('routes')),
    sum('total', at('exits'), parts('exit', EXITS)),
    sum('total', at('starts'), parts('ethnicity', BOARD_ETHNICITY)),
    same('cross-table', at('exits'), cellId(period, 'mstfft.exits', 'total', team)),
    ratio('percent', at('home'), [cellId(period, 'mstfft.closed', team, 'home')], [at('exits')]),
    ...BOARD_ETHNICITY.map(({ key }) =>
      same('cross-table', at(`ethnicity.${key}`), cellId(period, 'mstfft.ethnicity', key, team)),
    ),
  ];
}

function exitsByOutcome(world: World, quarter: QuarterNumber): Built {
  const built = cross({
    code: 'mstfft.exits',
    period: quarterName(quarter),
    caption: ['Exits by EOC outcome, {span}', 'Exits in {quarter} by outcome'],
    sheet: 'Exits',
    stub: ['EOC Outcome', 'Outcome'],
    rows: OUTCOMES,
    columns: (['can', 'fft', 'mst'] as const).map((key) => ({ key, label: TEAM_WORDS[key] })),
    value: (outcome, team) =>
      closed(world, team as Team, quarter).filter((each) => each.outcome === outcome).length,
    totalRow: ['Total'],
    totalColumn: ['Total'],
  });
  return { ...built, tables: built.tables.map(numbered) };
}

/** Puts the outcomes' numbers before their names, as the board lists them. */
export const numbered = (table: SimTable): SimTable => ({
  ...table,
  orderFree: false,
  stub: [[''], ...table.stub],
  rows: table.rows.map((row, index) => ({
    ...row,
    labels: [[row.role === 'body' ? String(index + 1) : ''], ...row.labels],
  })),
});

function ethnicity(world: World, quarter: QuarterNumber): Built {
  return cross({
    code: 'mstfft.ethnicity',
    period: quarterName(quarter),
    caption: [
      'Ethnicity of referrals of families to MST, MST CAN and FFT {Q}',
      'Families referred to MST, MST CAN and FFT by ethnicity',
    ],
    sheet: 'Ethnicity',
    stub: ['Ethnicity Category', 'Ethnicity'],
    rows: BOARD_ETHNICITY.map((each) => ({ ...each, label: bullet(each.label) })),
    columns: TEAMS.map((key) => ({ key, label: TEAM_WORDS[key] })),
    value: (key, team) =>
      started(world, team as Team, quarter).filter((each) => boardEthnicity(each) === key).length,
    totalColumn: ['Total'],
  });
}

export function mstFftReturn(world: World, quarter: QuarterNumber): { readonly value: SimReturn } & Built {
  const built = join(
    caseData(world, quarter),
    exitsByOutcome(world, quarter),
    ethnicity(world, quarter),
    statusTables(world, quarter),
    overview(world, quarter, 'can'),
    overview(world, quarter, 'fft'),
    closedCases(world, quarter),
  );
  const value: SimReturn = {
    provider: 'mst-fft',
    providerNames: ['MST-FFT team', 'MST and FFT team'],
    period: quarterName(quarter),
    fileWords: ['MST-FFT', 'MST FFT'],
    tables: built.tables,
    commentary: [],
  };
  return { value, ...built };
}
