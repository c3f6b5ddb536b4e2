/** The MST-FFT team's case mix: status at referral and closure, overviews, closed cases with the quarter before. */
import { count, percent, ratio, same, share, soft, sum } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterName } from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimCell,
  type SimRelation,
  type SimRow,
  type SimTable,
  type Words,
} from '#test/simulation/model/model.ts';
import { type Case, closed, isAtHome, started, type World } from '#test/simulation/world/cases.ts';
import { TEAMS, type Team } from '#test/simulation/world/money.ts';

interface Status {
  readonly key: string;
  readonly label: Words;
  readonly from: readonly string[];
}

const REFERRAL: readonly Status[] = [
  { key: 'sa', label: ['Single Assessment/Duty and Advice', 'Single Assessment'], from: ['front'] },
  { key: 'cp', label: ['Child Protection', 'CP'], from: ['cp', 'plo'] },
  { key: 'cin', label: ['Child in Need', 'CIN'], from: ['cin', 'so'] },
  { key: 'eh', label: ['Early Help & Prevention', 'Early Help'], from: ['eh', 'yos'] },
  { key: 'lac', label: ['Looked After Children', 'LAC'], from: ['lac', 'pwp'] },
];

const CLOSURE: readonly Status[] = [
  { key: 'lac', label: ['Looked After Children', 'LAC'], from: ['lac'] },
  { key: 'pwp', label: ['LAC PWP', 'LAC (PWP)'], from: ['pwp'] },
  { key: 'plo', label: ['CP & PLO', 'CP and PLO'], from: ['plo'] },
  { key: 'cp', label: ['Child Protection', 'CP'], from: ['cp'] },
  { key: 'cin', label: ['Child in Need', 'CIN'], from: ['cin'] },
  { key: 'none', label: ['Closed', 'Closed to social care'], from: ['none'] },
];

function statusTable(
  period: string,
  code: string,
  caption: Words,
  sheet: string,
  statuses: readonly Status[],
  cases: readonly Case[],
  of: (each: Case) => string,
): SimTable {
  const rows = statuses.map(({ key, label, from }): SimRow => {
    const number = cases.filter((each) => from.includes(of(each))).length;
    const cell: SimCell = {
      id: cellId(period, code, key, 'number'),
      print: 'count-share',
      value: number,
      second: share(number, cases.length),
    };
    return { key, labels: [label], role: 'body', cells: [cell] };
  });
  return {
    code,
    period,
    caption,
    sheet,
    stub: [['Case status', 'Status']],
    labelLast: true,
    columns: [{ key: 'number', label: ['No of children', 'Number of children'], role: 'body' }],
    rows,
  };
}

export function statusTables(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const referral = statusTable(
    period,
    'mstfft.referral',
    ['Status of cases at referral to MST {Q}', 'MST cases by status at referral'],
    'Referral',
    REFERRAL,
    started(world, 'mst', quarter),
    (each) => each.source,
  );
  const closure = statusTable(
    period,
    'mstfft.closure',
    ['Status of cases closed within the quarter ({Q})', 'MST cases closed by status'],
    'Closure',
    CLOSURE,
    closed(world, 'mst', quarter),
    (each) => each.closingStatus,
  );
  return {
    tables: [referral, closure],
    relations: [...statusRelations(referral, 'starts'), ...statusRelations(closure, 'exits')],
  };
}

function statusRelations(table: SimTable, row: string): SimRelation[] {
  const cells = table.rows.map((each) => cellId(table.period, table.code, each.key, 'number'));
  return [
    sum('cross-table', cellId(table.period, 'mstfft.cases', row, 'mst'), cells),
    ...(row === 'exits'
      ? table.rows.map(({ key }, i) =>
          soft(
            same('cross-table', cells[i] ?? '', cellId(table.period, 'mstfft.cases', `exit.${key}`, 'mst')),
          ),
        )
      : []),
    ...cells.map((cell) => ratio('percent', `${cell}#2`, [cell], cells)),
  ];
}

const PROGRAMME: Record<Exclude<Team, 'mst'>, string> = { can: 'MST CAN', fft: 'FFT' };

const CLOSED: readonly { readonly key: string; readonly label: Words }[] = [
  { key: 'cin', label: ['closed: remained at home on a CIN plan', 'Closed, at home on a CIN plan'] },
  { key: 'cp', label: ['closed: remained at home on a CP plan', 'Closed, at home on a CP plan'] },
  { key: 'lac', label: ['closed: came into care (LAC)', 'Closed, came into care (LAC)'] },
  {
    key: 'pwp',
    label: ['closed: became LAC, placement with parents, no cost', 'Closed, LAC placed with parents'],
  },
  {
    key: 'plo',
    label: ['closed: remained in PLO (progression with plan for care)', 'Closed, remained in PLO'],
  },
  { key: 'none', label: ["closed: closed to children's social care", "Closed to children's social care"] },
];

export function overview(world: World, quarter: QuarterNumber, team: Exclude<Team, 'mst'>): Built {
  const period = quarterName(quarter);
  const code = `mstfft.overview-${team}`;
  const at = (row: string, column: string) => cellId(period, code, row, column);
  const opened = started(world, team, quarter);
  const ended = closed(world, team, quarter);
  const part = (key: string, label: Words, number: number, of: number): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: [count(at(key, 'number'), number), percent(at(key, 'share'), number, of)],
  });
  const whole = (key: string, label: Words, number: number): SimRow => ({
    key,
    labels: [label],
    role: 'body',
    cells: [count(at(key, 'number'), number), null],
  });
  const by = (status: string) => ended.filter((each) => each.closingStatus === status).length;
  const viaPlo = opened.filter((each) => each.route === 'plo').length;
  const viaPanel = opened.filter((each) => each.route === 'eoc').length;
  const rows = [
    whole('opened', ['cases opened', 'Cases opened'], opened.length),
    part(
      'plo',
      ['opened: from legal planning meetings', 'Opened from legal planning meetings'],
      viaPlo,
      opened.length,
    ),
    part(
      'panel',
      ['opened: from edge of care panel', 'Opened from Edge of Care Panel'],
      viaPanel,
      opened.length,
    ),
    whole('closed', ['cases closed', 'Cases closed'], ended.length),
    ...CLOSED.map(({ key, label }) => part(`closed-${key}`, label, by(key), ended.length)),
  ];
  const table: SimTable = {
    code,
    period,
    caption: [
      `Summary of overview of cases starting and closing - ${PROGRAMME[team]} {Q}`,
      `${PROGRAMME[team]}: cases opened and closed in the quarter`,
    ],
    sheet: `${PROGRAMME[team]} overview`,
    stub: [['']],
    noHeader: true,
    columns: [
      { key: 'number', label: [''], role: 'body' },
      { key: 'share', label: [''], role: 'body' },
    ],
    rows,
  };
  return { tables: [table], relations: overviewRelations(period, team, at) };
}

function overviewRelations(
  period: string,
  team: Team,
  at: (row: string, column: string) => string,
): SimRelation[] {
  const cases = (row: string) => cellId(period, 'mstfft.cases', row, team);
  const parts = CLOSED.map((each) => `closed-${each.key}`);
  return [
    same('cross-table', at('opened', 'number'), cases('starts')),
    same('cross-table', at('closed', 'number'), cases('exits')),
    ...CLOSED.map(({ key }) => same('cross-table', at(`closed-${key}`, 'number'), cases(`exit.${key}`))),
    same('cross-table', at('plo', 'number'), cases('route.plo')),
    same('cross-table', at('panel', 'number'), cases('route.eoc')),
    sum(
      'total',
      at('closed', 'number'),
      parts.map((row) => at(row, 'number')),
    ),
    ...['plo', 'panel'].map((row) =>
      ratio('percent', at(row, 'share'), [at(row, 'number')], [at('opened', 'number')]),
    ),
    ...parts.map((row) => ratio('percent', at(row, 'share'), [at(row, 'number')], [at('closed', 'number')])),
  ];
}

const COLUMNS = ['closed', 'home', 'cla', 'ended'] as const;

function closedCount(world: World, team: Team, quarter: QuarterNumber, column: string): number {
  const cases = closed(world, team, quarter);
  if (column === 'closed') return cases.length;
  if (column === 'cla') return cases.filter((each) => !isAtHome(each)).length;
  return cases.filter((each) => isAtHome(each) && (each.closingStatus === 'none') === (column === 'ended'))
    .length;
}

export function closedCases(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const at = (row: string, column: string) => cellId(period, 'mstfft.closed', row, column);
  const add = (team: Team | 'total', of: QuarterNumber, column: string): number =>
    team === 'total'
      ? TEAMS.reduce((total, each) => total + closedCount(world, each, of, column), 0)
      : closedCount(world, team, of, column);
  const row = (key: Team | 'total', label: Words): SimRow => ({
    key,
    labels: [label],
    role: key === 'total' ? 'total' : 'body',
    cells: COLUMNS.map((column) => ({
      id: at(key, column),
      print: 'pair',
      value: add(key, quarter, column),
      second: add(key, quarter - 1, column),
    })),
  });
  const group: Words = ['Success Rate', 'Outcome at closure'];
  const table: SimTable = {
    code: 'mstfft.closed',
    period,
    caption: [
      'MST, MST CAN and FFT (cases closed and success rate)',
      'Cases closed and success rate, this quarter (last quarter)',
    ],
    sheet: 'Closed cases',
    stub: [['Team', 'Programme']],
    columns: [
      { key: 'closed', label: ['Cases closed'], role: 'body' },
      { key: 'home', group, label: ['Remain at home'], role: 'body' },
      { key: 'cla', group, label: ['CLA', 'LAC'], role: 'body' },
      { key: 'ended', group, label: ['Closed'], role: 'body' },
    ],
    rows: [
      row('mst', ['MST']),
      row('can', ['MST CAN']),
      row('fft', ['FFT', 'FFT-CW']),
      row('total', ['Total']),
    ],
  };
  return { tables: [table], relations: closedRelations(world, quarter, at) };
}

function closedRelations(
  world: World,
  quarter: QuarterNumber,
  at: (row: string, column: string) => string,
): SimRelation[] {
  const rows = [...TEAMS, 'total'];
  const both = ['', '#2'];
  const totals = both.flatMap((part) =>
    COLUMNS.map((c) =>
      sum(
        'total',
        `${at('total', c)}${part}`,
        TEAMS.map((team) => `${at(team, c)}${part}`),
      ),
    ),
  );
  const across = both.flatMap((part) =>
    rows.map((row) =>
      sum(
        'identity',
        `${at(row, 'closed')}${part}`,
        ['home', 'cla', 'ended'].map((c) => `${at(row, c)}${part}`),
      ),
    ),
  );
  const exits = TEAMS.map((team) =>
    same('cross-table', at(team, 'closed'), cellId(quarterName(quarter), 'mstfft.cases', 'exits', team)),
  );
  const before = quarterName(quarter - 1);
  const restated = rows.flatMap((row) =>
    COLUMNS.map((c) => same('restated', `${at(row, c)}#2`, cellId(before, 'mstfft.closed', row, c))),
  );
  return [...totals, ...across, ...exits, ...(quarter > world.first ? restated : [])];
}
