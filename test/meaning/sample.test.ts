import { beforeAll, describe, expect, test } from 'vitest';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import { sameLabel } from '#shared/meaning/words.ts';
import {
  type SampleReturn,
  said,
  sampleReturns,
  type Transcribed,
  transcribed,
} from '#test/meaning/sample.ts';

let all: readonly SampleReturn[] = [];

beforeAll(async () => {
  all = await sampleReturns();
}, 120_000);

const PROVIDERS: Record<string, string> = {
  'EOC summary': 'board',
  FGC: 'fgc',
  MST: 'mst-fft',
  Parenting: 'ccfs',
  'PA ': 'ccfs',
  Performance: 'finance',
  'Safe Families': 'safe-families',
  Ethnicity: 'performance',
};

function providerOf(file: string): string | undefined {
  return Object.entries(PROVIDERS).find(([start]) => file.startsWith(start))?.[1];
}

/** The recognised table of the same quarter that shares most cell texts with a transcribed one. */
function counterpart(table: Transcribed): UnderstoodTable | undefined {
  const texts = table.rows.flat().filter((text) => text !== '');
  const tables = all.filter(({ folder }) => folder === table.period).flatMap(({ found }) => found.tables);
  const shared = (one: UnderstoodTable) => {
    const labels = [...one.shape.rows, ...one.shape.columns].flatMap((line) => line.path);
    const numbers = one.assertions.map((assertion) => assertion.source.text);
    const caption = one.shape.caption === table.caption ? texts.length : 0;
    return caption + texts.filter((text) => labels.includes(text) || numbers.includes(text)).length;
  };
  return tables.reduce<UnderstoodTable | undefined>(
    (best, one) => (!best || shared(one) > shared(best) ? one : best),
    undefined,
  );
}

interface Wanted {
  readonly text: string;
  readonly row: string;
  readonly column: string;
}

const hasNumber = (text: string) => /\d/.test(text) && !/^LE\d|^[A-E]\d\s|^20\d\d-/.test(text);

/** Numbers of the transcription's body with their row and column labels; the longest words name the row. */
function wantedOf(table: Transcribed): readonly Wanted[] {
  const header = table.rows.slice(0, table.header_rows);
  return table.rows.slice(table.header_rows).flatMap((row) => {
    const labels = row.filter((text) => text !== '' && !/^[\d£(.+-]/.test(text));
    const label = labels.find((text) => text.length > 1) ?? row[0] ?? '';
    return row.flatMap((text, col) => {
      const numbering =
        col === 0 && header.at(-1)?.[1] === 'EOC Outcome'
          ? true
          : header.at(-1)?.[col] === 'No' && /status/.test(header.at(-1)?.[1] ?? '');
      if (!hasNumber(text) || text === label || numbering || text.length > 30) return [];
      const column =
        [...header]
          .reverse()
          .map((cells) => cells[col] ?? '')
          .find((cell) => cell !== '') ?? '';
      return [{ text, row: label, column }];
    });
  });
}

function meets(path: readonly string[], label: string): boolean {
  return (
    label === '' || path.some((part) => sameLabel(part, label) || sameLabel(part, label.replace(/\*+$/, '')))
  );
}

function isFound(table: UnderstoodTable, { text, row, column }: Wanted): boolean {
  const spots = table.assertions.filter((one) => one.source.text === text);
  const cases = table.shape.layout === 'cases';
  const read = spots.some(
    (one) => (cases || meets(one.rowPath, row)) && (meets(one.colPath, column) || one.colPath.length === 0),
  );
  return read || table.unread.some((cell) => cell.source.text === text);
}

describe('the sample returns', () => {
  test('tell their provider and their quarter without being asked', () => {
    expect(all.map(({ file, found }) => [file, found.provider, found.period])).toEqual(
      all.map(({ file, folder }) => [file, providerOf(file), folder]),
    );
    expect(all).toHaveLength(13);
  });

  test('say why they are taken for what they are', () => {
    expect(all.filter(({ found }) => found.evidence.length < 2).map(({ file }) => file)).toEqual([]);
  });

  test('hold 67 tables of the definition', () => {
    const tables = all.flatMap(({ found }) => found.tables);
    expect(tables.filter((table) => table.code === null).map((table) => table.shape.caption)).toEqual([]);
    expect(tables).toHaveLength(67);
  });

  test('have every transcribed number under its row and column, or among the unread', () => {
    const wanted = ['2020-21 Q1', '2020-21 Q2'].flatMap((period) =>
      transcribed(period).flatMap((table) => {
        const found = counterpart(table);
        return wantedOf(table).map((one) => ({
          place: `${table.id}: ${one.row} / ${one.column} = ${one.text}`,
          found: found !== undefined && isFound(found, one),
        }));
      }),
    );
    const missing = wanted.filter((one) => !one.found).map((one) => one.place);
    const coverage = 1 - missing.length / wanted.length;
    expect(wanted.length).toBeGreaterThan(1500);
    expect(coverage, `${wanted.length} cells, not found:\n${missing.join('\n')}`).toBeGreaterThan(0.98);
  });

  test('give a key to nearly every number, and an identity of its own to each', () => {
    const assertions = all.flatMap(({ found }) => found.tables.flatMap((table) => table.assertions));
    const keyless = assertions.filter((one) => one.key === null).map((one) => one.source);
    expect(new Set(assertions.map((one) => one.identity)).size).toBe(assertions.length);
    expect(new Set(assertions.map((one) => one.id)).size).toBe(assertions.length);
    expect(keyless.length / assertions.length, JSON.stringify(keyless)).toBeLessThan(0.01);
  });

  test('conflict with their own captions exactly where a caption was left from last quarter', () => {
    const conflicts = all.flatMap(({ found }) => found.tables.flatMap((table) => table.periodConflicts));
    expect(conflicts.map(({ source, stated, expected }) => [source.file, stated, expected])).toEqual([
      ['FGC Q2 return.docx', '2020-21 Q1', '2020-21 Q2'],
      ['Safe Families July-Sept 2020.xlsx', '2020-21 Q1', '2020-21 Q2'],
    ]);
  });

  test('keep the sentences that state a number', () => {
    const stated = all.flatMap(({ found }) => found.statements);
    const places = (start: string) =>
      stated
        .filter(({ source }) => source.text.startsWith(start))
        .map(({ source }) => [source.sheet, source.cell]);
    expect(places('New referrals: 12')).toEqual([['Text', 'P21']]);
    expect(places('16 children, 6%')).toEqual([['Referral and closure', 'A3']]);
    expect(places('Commentary figures')).toEqual([]);
  });
});

describe('what the sample returns disagree about stands under one key', () => {
  const texts = (
    measure: string,
    programme: string,
    period: string,
    more?: Parameters<typeof said>[4],
  ): readonly string[] => said(all, measure, programme, period, more).map((one) => one.source.text);

  test('referrals to conferences: by source, by ethnicity, and as the next quarter remembers them', () => {
    expect(texts('referrals', 'fgc', '2020-21 Q1', { unit: 'referrals' })).toEqual(['12', '13', '12']);
    expect(texts('referrals', 'fgc', '2020-21 YTD Q2', { unit: 'referrals' })).toEqual(['23', '23']);
  });

  test('children referred in May, restated in the next return', () => {
    expect(texts('referrals', 'fgc', 'May 2020', { unit: 'children' })).toEqual(['4', '9']);
  });

  test('an annual target that changes between quarters', () => {
    const target = { unit: 'families', aspect: 'target' };
    expect(texts('started', 'mst-can', '2020-21', target)).toEqual(['32', '24']);
  });

  test('referrals this quarter and this year', () => {
    expect(texts('referrals', 'safe-families', '2020-21 Q1', { unit: 'referrals' })).toEqual(['17']);
    expect(texts('referrals', 'safe-families', '2020-21 Q2', { unit: 'referrals' })).toEqual(['22']);
    expect(texts('referrals', 'safe-families', '2020-21 YTD Q2', { unit: 'referrals' })).toEqual(['34']);
  });

  test('children concluded by the compiled table, families and children by the service', () => {
    expect(texts('concluded', 'mst-can', '2020-21 Q2', { unit: 'children' })).toEqual(['5', '13 children']);
    expect(texts('concluded', 'mst-can', '2020-21 Q2', { unit: 'families' })).toEqual([
      '5 families',
      '5 (3)',
    ]);
    expect(texts('concluded', 'fft', '2020-21 Q2', { unit: 'children' })).toEqual(['18', '31 children']);
  });

  test('diversions of all programmes and of each', () => {
    const of = (programme: string) => texts('diverted', programme, '2019-20', { unit: 'children' });
    expect([of('mst-fft'), of('mst'), of('mst-can'), of('fft')]).toEqual([
      ['191'],
      ['41', '41'],
      ['59', '59'],
      ['92'],
    ]);
  });

  test('a detailed category of the service and the board category it is published under', () => {
    const by = (ethnicity: string) =>
      texts('referrals', 'pa', '2020-21 Q2', { unit: 'children', dims: { ethnicity } });
    expect([by('mixed-white-black-caribbean'), by('black-caribbean'), by('dual-heritage')]).toEqual([
      ['4'],
      ['4'],
      ['5'],
    ]);
  });
});
