/** Writes laid-out returns as real files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import type { Laid, SheetPage } from '#test/simulation/layout/page.ts';
import { wordBytes } from '#test/simulation/write/word.ts';

function sheetOf(page: SheetPage): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  let rows = 0;
  let columns = 0;
  for (const [cell, { text, number }] of page.cells) {
    const at = XLSX.utils.decode_cell(cell);
    rows = Math.max(rows, at.r);
    columns = Math.max(columns, at.c);
    if (text === '') continue;
    sheet[cell] = number ? { t: 'n', v: number.value, z: number.format } : { t: 's', v: text };
  }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows, c: columns } });
  sheet['!merges'] = page.merges.map((each) => ({
    s: { r: each.top, c: each.left },
    e: { r: each.bottom, c: each.right },
  }));
  return sheet;
}

function workbookBytes(pages: readonly SheetPage[]): Uint8Array {
  const book = XLSX.utils.book_new();
  const used = new Set<string>();
  for (const page of pages) {
    let name = page.name;
    for (let n = 2; used.has(name); n++) name = `${page.name.slice(0, 28)} ${n}`;
    used.add(name);
    XLSX.utils.book_append_sheet(book, sheetOf(page), name);
  }
  return new Uint8Array(
    XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  );
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function commaText(page: SheetPage): string {
  const rows: string[][] = [];
  for (const [cell, { text }] of page.cells) {
    const { r, c } = XLSX.utils.decode_cell(cell);
    while (rows.length <= r) rows.push([]);
    const row = rows[r] ?? [];
    while (row.length <= c) row.push('');
    row[c] = text;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows
    .map((row) => Array.from({ length: width }, (_, i) => quoted(row[i] ?? '')).join(','))
    .join('\r\n');
}

/** The file as it would be sent. */
export async function bytesOf(laid: Laid): Promise<Uint8Array | string> {
  if (laid.page.kind === 'document') return wordBytes(laid.page.items);
  const [first] = laid.page.sheets;
  return laid.format === 'csv' && first ? commaText(first) : workbookBytes(laid.page.sheets);
}

/** Writes one folder per quarter; gives the paths, quarter by quarter. */
export async function writeReturns(all: readonly Laid[], directory: string): Promise<string[]> {
  const paths: string[] = [];
  for (const laid of all) {
    const folder = path.join(directory, laid.period);
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, laid.file);
    writeFileSync(file, await bytesOf(laid));
    paths.push(file);
  }
  return paths;
}
