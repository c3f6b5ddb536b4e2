/** Queries written for the services, and what happens when a corrected file comes back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notesByFile } from '#electron/export/comments/points.ts';
import { decideFinding } from '#electron/service/decide.ts';
import { importReturns } from '#electron/service/import.ts';
import { writeQueries } from '#electron/service/queries.ts';
import { newSession, type Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { all, openPackage, part, textOf } from '#test/export/open.ts';
import { SAMPLE_RETURNS } from '#test/helpers/cli.ts';
import { docx, p, tbl, xlsx, zipped } from '#test/import/build.ts';

const PERIOD = '2024-25 Q1';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const silent = (): void => undefined;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const name = mkdtempSync(path.join(tmpdir(), 'eoc-queries-'));
  made.push(name);
  return name;
}

const ROWS = [
  ['FGC referrals by source', ''],
  ['Source', 'No. of children'],
  ['CIN', '5'],
  ['CP', '9'],
  ['Early Help', '2'],
  ['Blorps', '1'],
] as const;

/** A workbook whose total is printed as given; the rows above make 17. */
function workbook(total: string): Uint8Array {
  const rows = [...ROWS, ['Total', total]].map((texts, row) => {
    const cells = texts.map((text, col) => {
      const at = `${'AB'[col]}${row + 1}`;
      return /^\d+$/.test(text)
        ? `<c r="${at}"><v>${text}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return xlsx([{ name: 'Referrals', xml: `<sheetData>${rows.join('')}</sheetData>` }], {
    extra: { '[Content_Types].xml': TYPES },
  });
}

function document(total: string): Uint8Array {
  const [title, ...rows] = ROWS;
  const table = tbl([...rows.map((row) => [...row]), ['Total', total]]);
  return docx(p(title[0]) + table, { '[Content_Types].xml': TYPES });
}

async function imported(
  session: Session,
  name: string,
  bytes: Uint8Array,
  provider = 'fgc',
): Promise<number | null> {
  const file = path.join(folder(), name);
  writeFileSync(file, bytes);
  const [done] = await importReturns(session, [file], { provider, period: PERIOD }, silent);
  if (done?.refused !== null) throw new Error(done?.refused ?? 'nothing was imported');
  return done.version;
}

async function findings(session: Session): Promise<readonly SettledFinding[]> {
  return (await boardState(session)).findings;
}

function newBoard(): Session {
  return newSession(path.join(folder(), 'board.eoc'), null);
}

async function queries(session: Session, out: string, provider: string | null = null) {
  return writeQueries(session, { period: PERIOD, provider, out, by: null });
}

function named(files: readonly string[], ending: string): Buffer {
  return readFileSync(files.find((file) => file.endsWith(ending)) ?? ending);
}

/** Parts of a package with one text in one of them changed, as a person changes a figure. */
function corrected(bytes: Uint8Array, name: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[name] ?? new Uint8Array());
  expect(text.split(from)).toHaveLength(2);
  return zipped({ ...parts, [name]: text.replace(from, to) });
}

describe.each([
  {
    kind: 'workbook',
    name: 'FGC return.xlsx',
    bytes: workbook('18'),
    correct: (sent: Uint8Array) =>
      corrected(sent, 'xl/worksheets/sheet1.xml', '<c r="B7"><v>18</v>', '<c r="B7"><v>17</v>'),
  },
  {
    kind: 'Word document',
    name: 'FGC return.docx',
    bytes: document('18'),
    correct: (sent: Uint8Array) => corrected(sent, 'word/document.xml', '>18</w:t>', '>17</w:t>'),
  },
])('a $kind with a wrong total, sent back and corrected', ({ name, bytes, correct }) => {
  test('comes back as a new version: its finding is gone and what was decided stands', async () => {
    using session = newBoard();
    expect(await imported(session, name, bytes)).toBe(1);
    const total = (await findings(session)).find((finding) => finding.kind === 'total');
    const other = (await findings(session)).find((finding) => finding.kind === 'label');
    const why = 'The service counts one family from a pilot scheme under this name, which is the 1 shown.';
    await decideFinding(session, other?.id ?? '', { kind: 'dismiss' }, why);

    const before = await findings(session);
    const [written] = await queries(session, folder(), 'fgc');
    expect(written?.onCells).toBe(1);
    const extension = path.extname(name);
    const sent = named(written?.files ?? [], `FGC return (queries)${extension}`);
    const comments = part(
      openPackage(sent),
      extension === '.xlsx' ? 'xl/comments1.xml' : 'word/comments.xml',
    );
    expect(textOf(comments)).toContain(`Point 1. ${total?.message}`);

    expect(await imported(session, `FGC return (queries)${extension}`, correct(sent))).toBe(2);
    const states = (all: readonly SettledFinding[]) =>
      all.map((each) => [each.id, each.status, each.decision?.why]);
    expect(states(await findings(session))).toEqual(states(before.filter(({ id }) => id !== total?.id)));
    expect(before.find(({ id }) => id === other?.id)).toMatchObject({
      status: 'dismissed',
      decision: { why },
    });
    const [again] = await queries(session, folder(), 'fgc');
    expect([again?.onCells, (written?.points ?? 0) - (again?.points ?? 0)]).toEqual([0, 1]);
  });
});

test('a file sent back, and in again with its error, is named as it was', async () => {
  using session = newBoard();
  await imported(session, 'FGC return (queries).xlsx', workbook('18'));
  const [written] = await queries(session, folder(), 'fgc');
  const message = named(written?.files ?? [], '.txt').toString('utf8');
  expect(message).toContain('in: FGC return (queries).xlsx. You can correct the figures there');
  expect(message).not.toContain('listed in');
});

describe('a file that carries no comments', () => {
  test('gets a list of its cells in a workbook, and the answer says so', async () => {
    using session = newBoard();
    const text = [...ROWS, ['Total', '18']].map((row) => row.join(',')).join('\n');
    await imported(session, 'FGC return.csv', Buffer.from(text));
    const [written] = await queries(session, folder(), 'fgc');
    const files = written?.files ?? [];
    expect(written?.notes).toEqual([
      expect.stringContaining('FGC return.csv is of a kind that carries no comments'),
    ]);
    const message = named(files, '.txt').toString('utf8');
    expect(message).toContain('are listed in: FGC return (list of queries).xlsx.');
    expect(message).not.toContain('as comments');
    const parts = openPackage(named(files, 'FGC return (list of queries).xlsx'));
    const strings = all(part(parts, 'xl/sharedStrings.xml'), 'si').map(textOf);
    const total = (await findings(session)).find((finding) => finding.kind === 'total');
    const suspect = total?.cells[total.suspect ?? 0];
    for (const wanted of ['Sheet', 'Cell', 'Printed', 'Query', suspect?.ref.cell, suspect?.ref.text]) {
      expect(strings).toContain(wanted);
    }
    expect(strings.some((each) => each.includes(total?.message ?? '-'))).toBe(true);
  });
});

describe('the wish for queries', () => {
  test('names a quarter and a service, else is told what there is', async () => {
    using session = newBoard();
    const ask = (period: string, provider: string | null) =>
      writeQueries(session, { period, provider, out: folder(), by: null });
    await expect(ask('last quarter', null)).rejects.toThrow('is not a quarter');
    await expect(ask(PERIOD, 'nobody')).rejects.toThrow(/no service “nobody”.*fgc/);
    await expect(ask(PERIOD, 'board')).rejects.toThrow('no service “board”');
    expect(await ask(PERIOD, 'fgc')).toEqual([]);
  });
});

/** Every file in a folder and below with its bytes. */
function contents(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const files = names.map((each) => path.join(each.parentPath, each.name));
  return Object.fromEntries(files.map((file) => [path.relative(root, file), readFileSync(file, 'base64')]));
}

describe('the sample returns', () => {
  let session: Session;
  beforeAll(async () => {
    session = newBoard();
    await importReturns(session, [SAMPLE_RETURNS], {}, silent);
  }, 60_000);
  afterAll(() => session[Symbol.dispose]());
  const ask = (out: string, provider: string | null, by: string | null = null) =>
    writeQueries(session, { period: '2020-21 Q2', provider, out, by });

  test('give the same bytes every time, and nothing about the board’s own tables', async () => {
    const [one, two] = [folder(), folder()];
    const written = await ask(one, null);
    await ask(two, null);
    expect(Object.keys(contents(one)).length).toBeGreaterThan(10);
    expect(contents(two)).toEqual(contents(one));
    const compilers = session.definition().providers.filter(({ compiles }) => compiles);
    expect(compilers.length).toBeGreaterThan(0);
    expect(written.filter(({ provider }) => compilers.some(({ code }) => code === provider))).toEqual([]);
  });

  test('are asked one service at a time where one is named, under the name given', async () => {
    const out = folder();
    const written = await ask(out, 'fgc', 'Pat Example');
    expect(written.map(({ provider }) => provider)).toEqual(['fgc']);
    const sent = written.flatMap(({ files }) => files).filter((file) => file.endsWith('(queries).docx'));
    expect(sent).toHaveLength(1);
    const comments = all(part(openPackage(readFileSync(sent[0] ?? '')), 'word/comments.xml'), 'w:comment');
    expect(new Set(comments.map(({ attributes }) => attributes['w:author']))).toEqual(
      new Set(['Pat Example']),
    );
  });

  test('have each comment numbered as the message numbers its point', async () => {
    const [written] = await ask(folder(), 'fgc');
    const message = strFromU8(named(written?.files ?? [], '.txt'));
    const sent = (written?.files ?? []).filter((file) => /\(queries.*\.docx$/.test(file));
    const said = sent.flatMap((file) =>
      all(part(openPackage(readFileSync(file)), 'word/comments.xml'), 'w:p').map(textOf),
    );
    const points = said.flatMap((line) => /^Point (\d+)\. (.*)$/.exec(line)?.slice(1) ?? []);
    expect(points.length).toBeGreaterThan(4);
    for (let n = 0; n < points.length; n += 2) {
      const paragraph = message.slice(message.indexOf(`\n${points[n]}. `)).split('\n')[2];
      expect(paragraph?.trim()).toBe(points[n + 1]);
    }
  });
});

function finding(
  id: string,
  severity: Finding['severity'],
  cells: readonly string[],
  suspect: number | null,
): Finding {
  return {
    ...{ id, kind: 'total', severity, provider: 'fgc', period: PERIOD, title: id, message: `About ${id}.` },
    cells: cells.map((place) => {
      const [file = '', cell = ''] = place.split(' ');
      return { ref: { file, sheet: 'S', cell, text: '5' }, assertion: null, label: '' };
    }),
    ...{ stated: null, expected: null, suspect, alternatives: [], suggestion: null, proposal: null },
    ...{ arithmetic: [], relations: [], fingerprint: '' },
  };
}

describe('points by file and cell', () => {
  const own = ({ ref }: Finding['cells'][number]) => (ref.file === 'theirs' ? null : ref.file);

  test('two on one cell are one note, the graver first; each point stands once', () => {
    const found = [finding('low', 'low', ['a B2', 'a B3'], 0), finding('high', 'high', ['a B1', 'a B2'], 1)];
    expect(notesByFile(found, own)).toEqual([
      {
        file: 'a',
        notes: [
          { sheet: 'S', cell: 'B2', printed: '5', text: 'Point 1. About high.\n\nPoint 2. About low.' },
        ],
        findings: ['high', 'low'],
      },
    ]);
  });

  test('a suspect in somebody else’s file leaves the first of the provider’s own cells; none leaves no note', () => {
    const found = [
      finding('one', 'high', ['theirs B1', 'a B2', 'b B3'], 0),
      finding('two', 'high', ['theirs B1'], null),
      finding('three', 'high', [], null),
      finding('four', 'high', ['b C1', 'a C2'], null),
    ];
    const places = notesByFile(found, own).map(({ file, notes }) => [file, notes.map(({ cell }) => cell)]);
    expect(places).toEqual([
      ['a', ['B2']],
      ['b', ['C1']],
    ]);
  });
});
