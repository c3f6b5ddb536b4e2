/** The sample's public pack, opened format by format: no withheld number is in any part of any file. */
import { read, utils, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS, writePack } from '#electron/export/write.ts';
import { importReturns } from '#electron/service/import.ts';
import { packOf } from '#electron/service/pack.ts';
import { published } from '#electron/service/publish.ts';
import { sampleReturns } from '#electron/service/samples.ts';
import { newSession } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { PublicEdition } from '#shared/edition/public.ts';
import type { Pack, TableCell } from '#shared/pack/document.ts';
import { all, openPackage, parseXml, textOf } from '#test/export/open.ts';
import { ownFolder } from '#test/helpers/cli.ts';

const folder = ownFolder();
let board: Pack;
let edition: PublicEdition;
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  using session = newSession(folder.at('public.eoc'));
  await importReturns(session, sampleReturns(), {}, () => {});
  const state = await boardState(session);
  board = packOf(session, state, '2020-21 Q2');
  edition = await published(session, state, board);
  for (const { name, bytes } of await writePack(edition.pack, FORMATS)) {
    files.set(name.split('.').at(-1) ?? '', bytes);
  }
}, 300_000);

afterAll(() => folder[Symbol.dispose]());

function cellsOf(pack: Pack): readonly TableCell[] {
  return pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [])),
  );
}

const numbers = (pack: Pack): ReadonlySet<number> =>
  new Set([
    ...cellsOf(pack).flatMap(({ value }) => (value === null ? [] : [value])),
    ...pack.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'chart'
          ? block.series.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value])))
          : [],
      ),
    ),
  ]);

function numbersIn(book: WorkBook, sheets = /./): readonly number[] {
  return book.SheetNames.filter((name) => sheets.test(name)).flatMap((name) =>
    utils
      .sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 })
      .flatMap((row) => row.filter((value): value is number => typeof value === 'number')),
  );
}

/** The numbers in brackets, which the workbook gives cells of their own: `12 (3.8%)` holds 0.038. */
function besideIn(text: string): readonly number[] {
  const [, digits, percent] = /\(([\d,.]+)(%?)\)/.exec(text) ?? [];
  if (digits === undefined) return [];
  const value = Number(digits.replaceAll(',', ''));
  return [percent ? Number((value / 100).toFixed(6)) : value];
}

const LONE_SMALL = /^[1-5](?: \(|[†‡*]|$)/;

function packageTexts(format: string, cell: string): readonly string[] {
  const parts = openPackage(files.get(format) ?? new Uint8Array());
  return [...parts].flatMap(([name, text]) =>
    /\.xml$/.test(name) ? all(parseXml(text), cell).map((node) => textOf(node).trim()) : [],
  );
}

describe('the public pack of the sample', () => {
  test('passes the audit, and keeps most of what is not small', () => {
    const { small, further } = edition.suppressed;
    const shown = cellsOf(edition.pack).filter(({ value }) => value !== null).length;
    expect(edition.certificate.proofs.length).toBeGreaterThan(small);
    expect(further).toBeLessThan(small / 4);
    expect(shown).toBeGreaterThan(small);
  });

  test('every small number still has a value at its least and one above the threshold', () => {
    const { proofs, threshold } = edition.certificate;
    expect(proofs.filter(({ possible }) => Math.max(...possible) <= threshold)).toEqual([]);
  });

  test('no count from 1 to the threshold stands in a table, and a withheld cell holds the symbol alone', () => {
    const counts = cellsOf(edition.pack).filter(({ key, from }) => key !== null || from !== undefined);
    const left = counts.filter(
      ({ value, format, key }) =>
        format === 'count' && value !== null && value >= 1 && value <= 5 && !key?.includes('|target|'),
    );
    expect(left).toEqual([]);
    const away = cellsOf(edition.pack).filter(({ flag }) => flag === 'suppressed');
    expect(away.filter(({ text, value }) => !/^c(?: \(|$)/.test(text) || value !== null)).toEqual([]);
    expect(away.length).toBeGreaterThan(100);
  });

  test('the workbook holds no number that is not in the pack', () => {
    const beside = cellsOf(edition.pack).flatMap(({ text }) => besideIn(text));
    const known = new Set([...numbers(edition.pack), ...beside]);
    const book = read(files.get('xlsx') ?? new Uint8Array());
    const found = numbersIn(book, /^(?:Table|Figure)/);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((value) => !known.has(value))).toEqual([]);
  });

  test('no table cell of the Word file, of the slides or of the page is a small number but targets', () => {
    const page = strFromU8(files.get('html') ?? new Uint8Array());
    const cells = [
      packageTexts('docx', 'w:tc'),
      packageTexts('pptx', 'a:tc'),
      [...page.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = '']) =>
        text.replace(/<[^>]+>/g, '').trim(),
      ),
    ];
    const targets = new Set(
      cellsOf(edition.pack).flatMap(({ key, text }) => (key?.includes('|target|') ? [text] : [])),
    );
    expect(cells.map((texts) => texts.length > 50)).toEqual([true, true, true]);
    expect(cells.flat().filter((text) => LONE_SMALL.test(text) && !targets.has(text))).toEqual([]);
  });

  test('the workbooks inside the slides hold the published points only', () => {
    const known = numbers(edition.pack);
    const parts = Object.entries(unzipSync(files.get('pptx') ?? new Uint8Array()));
    const found = parts
      .filter(([name]) => name.endsWith('.xlsx'))
      .flatMap(([, bytes]) => numbersIn(read(bytes)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((value) => !known.has(value))).toEqual([]);
  });

  test('no file names a return, and none keeps the marking of the board', () => {
    const names = [...new Set(sampleReturns().map((path) => path.split('/').at(-1) ?? path))];
    const texts = ['docx', 'xlsx'].flatMap((format) => [
      ...openPackage(files.get(format) ?? new Uint8Array()).values(),
    ]);
    const page = strFromU8(files.get('html') ?? new Uint8Array());
    expect(names.filter((name) => [...texts, page].some((text) => text.includes(name)))).toEqual([]);
    expect([...texts, page].filter((text) => text.includes('OFFICIAL-SENSITIVE'))).toEqual([]);
  });
});
