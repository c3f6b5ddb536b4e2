/** The main job on the sample returns, through the real command line: import, check, decide, figures, pack. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moved, type Printed, wrongTotals } from '#test/cli/oracle.ts';
import { eoc, eocJson, ownFolder, SAMPLE_RETURNS } from '#test/helpers/cli.ts';

interface Cell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}
interface FindingJson {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly title: string;
  readonly message: string;
  readonly cells: readonly Cell[];
  readonly suspect: Cell | null;
  readonly decision: { readonly why: string; readonly by: string } | null;
}
interface CheckJson {
  readonly findings: readonly FindingJson[];
  readonly counts: { readonly open: number };
  readonly coverage: { readonly held: number; readonly notCheckable: readonly { readonly why: string }[] };
}
interface ImportJson {
  readonly files: readonly {
    readonly file: string;
    readonly provider: string | null;
    readonly period: string | null;
    readonly version: number | null;
    readonly tables: readonly { readonly table: string | null; readonly score: number }[];
    readonly refused: string | null;
  }[];
}

const folder = ownFolder();
const board = folder.at('board.eoc');
let imported: ImportJson;
let checked: CheckJson;

beforeAll(() => {
  eoc(['init', board]);
  imported = eocJson(['import', board, SAMPLE_RETURNS]);
  checked = eocJson(['check', board]);
}, 60_000);
afterAll(() => folder[Symbol.dispose]());

/** A finding tells of a printed cell when one of its cells prints that text in a table so captioned. */
function told({ text, row }: Printed, findings: readonly FindingJson[]): boolean {
  const label = row.replace(/[^\p{L}\p{N} ]/gu, '').trim();
  return findings.some(
    (finding) =>
      finding.cells.some((cell) => cell.text === text) &&
      `${finding.title} ${finding.message} ${JSON.stringify(finding.cells)}`
        .replace(/[^\p{L}\p{N} ]/gu, '')
        .includes(label),
  );
}

describe('the sample returns', () => {
  test('are all taken, for the quarter of their folder, with every table known by meaning', () => {
    const folders = readdirSync(SAMPLE_RETURNS);
    const expected = folders.flatMap((period) =>
      readdirSync(`${SAMPLE_RETURNS}/${period}`).map((file) => ({ file, period })),
    );
    const taken = imported.files.map(({ file, period }) => ({ file, period }));
    expect(taken.sort((a, b) => (a.file < b.file ? -1 : 1))).toEqual(
      expected.sort((a, b) => (a.file < b.file ? -1 : 1)),
    );
    const tables = imported.files.flatMap((file) => file.tables);
    expect(tables.filter((table) => table.table === null).length).toBeLessThanOrEqual(3);
    expect(imported.files.every((file) => file.refused === null && file.provider !== null)).toBe(true);
  });

  test('have every wrong total found that plain adding up of the transcription finds', () => {
    const wrong = wrongTotals();
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter((printed) => !told(printed, checked.findings))).toEqual([]);
  });

  test('have every target and every past year found that moved between the two quarters', () => {
    const changes = moved();
    expect(changes.length).toBeGreaterThan(0);
    const kinds = checked.findings.filter((f) => ['restated', 'target'].includes(f.kind));
    expect(changes.filter((printed) => !told(printed, kinds))).toEqual([]);
  });

  test('give findings of many kinds, each with a sentence to send, and say what was not checked', () => {
    const kinds = new Set(checked.findings.map((f) => f.kind));
    const wanted = [
      'total',
      'percent',
      'restated',
      'target',
      'year-to-date',
      'unit',
      'mapping',
      'cross-table',
      'label',
    ];
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(checked.findings.filter((f) => f.title.length < 10 || f.message.length < 40)).toEqual([]);
    expect(new Set(checked.findings.map((f) => f.id)).size).toBe(checked.findings.length);
    expect(checked.coverage.held).toBeGreaterThan(100);
    expect(checked.coverage.notCheckable.every((n) => n.why.length > 5)).toBe(true);
  });

  test('imported again change nothing', () => {
    const again = eocJson<ImportJson>(['import', board, SAMPLE_RETURNS]);
    expect(again.files.map((file) => file.version)).toEqual(imported.files.map((file) => file.version));
    expect(eocJson<CheckJson>(['check', board])).toEqual(checked);
  });

  test('in any order give the same findings', { timeout: 90_000 }, () => {
    using other = ownFolder();
    const [first = '', second = ''] = readdirSync(SAMPLE_RETURNS);
    eoc(['init', other.at('b.eoc')]);
    eoc(['import', other.at('b.eoc'), `${SAMPLE_RETURNS}/${second}`]);
    eoc(['import', other.at('b.eoc'), `${SAMPLE_RETURNS}/${first}`]);
    const ids = eocJson<CheckJson>(['check', other.at('b.eoc')]).findings.map((f) => f.id);
    expect(ids.sort()).toEqual(checked.findings.map((f) => f.id).sort());
  });
});

describe('a decision', () => {
  test('settles its finding and no other, and needs a reason that explains', () => {
    const finding = checked.findings.find((f) => f.suspect !== null && f.cells.length > 1);
    const id = finding?.id ?? '';
    expect(eoc(['decide', board, id, '--accept', '2', '--why', 'OK']).code).toBe(1);
    const why = 'The service confirmed this cell against its case list; the other had a row left out.';
    expect(eoc(['decide', board, id, '--accept', '2', '--why', why]).code).toBe(0);
    const after = eocJson<CheckJson>(['check', board]);
    const changed = after.findings.filter((f) => f.status !== 'open');
    expect(changed.map((f) => [f.id, f.status, f.decision?.why, f.decision?.by])).toEqual([
      [id, 'decided', why, 'Test Secretary'],
    ]);
    expect(after.counts.open).toBe(checked.counts.open - 1);
  });
});

describe('figures and pack', () => {
  test('figures name the cells under them', () => {
    const { figures } = eocJson<{ figures: { value: number; sources: Cell[]; period: string }[] }>([
      'figures',
      board,
      '--period',
      '2020-21 Q2',
    ]);
    expect(figures.length).toBeGreaterThan(200);
    expect(figures.filter((f) => f.period !== '2020-21 Q2' || f.sources.length === 0)).toEqual([]);
    expect(figures.every((f) => Number.isFinite(f.value))).toBe(true);
  });

  test('the pack is the same to the byte when written twice', () => {
    const write = (name: string) => {
      const { files } = eocJson<{ files: string[]; openFindings: number }>([
        ...['pack', board, '--period', '2020-21 Q2', '--out', folder.at(name)],
      ]);
      return files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
    };
    const first = write('one');
    expect(first).toHaveLength(3);
    expect(write('two')).toEqual(first);
  }, 60_000);

  test('a pack for a quarter without returns says which quarters there are', () => {
    const ran = eoc(['pack', board, '--period', '2019-20 Q1', '--out', folder.at('none')]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('2020-21 Q1, 2020-21 Q2')]);
  });
});
