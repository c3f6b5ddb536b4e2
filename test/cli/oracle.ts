/**
 * What an auditor with a pencil finds in the transcription: totals that are not the sum of their rows or
 * columns, and figures of a past year or a target that differ between two quarters' versions of a table.
 * It shares no code with the program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Transcribed {
  readonly id: string;
  readonly period: string;
  readonly caption: string;
  readonly header_rows: number;
  readonly rows: readonly (readonly string[])[];
}

/** A printed cell, by its text and the label of its row. */
export interface Printed {
  readonly table: string;
  readonly row: string;
  readonly text: string;
}

const folder = path.resolve(import.meta.dirname, '../data/leicester');

function tables(): readonly Transcribed[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tables.json'))
    .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Transcribed[]);
}

/** A plain whole number, or nothing counted as nothing; null for anything else. */
function count(text: string | undefined): number | null {
  const bare = (text ?? '').replace(/[,*]/g, '').trim();
  if (bare === '') return 0;
  return /^\d+$/.test(bare) ? Number(bare) : null;
}

const isTotal = (label: string | undefined) => /^(grand )?total$/i.test((label ?? '').trim());

/** Total rows of one header row's tables whose columns are plain counts. */
function wrongInColumns(table: Transcribed): readonly Printed[] {
  const body = table.rows.slice(table.header_rows);
  const at = body.findIndex((row) => row.some(isTotal));
  const total = body[at];
  if (!total) return [];
  return total.flatMap((text, col) => {
    const parts = body.slice(0, at).map((row) => count(row[col]));
    const stated = text === '' ? null : count(text);
    const label = total.find(isTotal) ?? '';
    if (stated === null || parts.includes(null)) return [];
    const sum = parts.reduce<number>((acc, part) => acc + (part ?? 0), 0);
    return sum === stated ? [] : [{ table: table.id, row: label, text }];
  });
}

/** Last columns headed Total, under one header row, over columns that are plain counts. */
function wrongInRows(table: Transcribed): readonly Printed[] {
  const header = table.rows[table.header_rows - 1] ?? [];
  const at = header.findIndex(isTotal);
  const first = header.findIndex(
    (label) => label !== '' && !/categor|outcome|ethnic|month|source|team/i.test(label),
  );
  if (table.header_rows !== 1 || at < 2) return [];
  return table.rows.slice(1).flatMap((row) => {
    const label = row.slice(0, first).findLast((text) => text !== '') ?? '';
    const parts = row.slice(first, at).map(count);
    const stated = row[at] === '' ? null : count(row[at]);
    if (stated === null || parts.includes(null)) return [];
    const sum = parts.reduce<number>((acc, part) => acc + (part ?? 0), 0);
    return sum === stated ? [] : [{ table: table.id, row: label, text: row[at] ?? '' }];
  });
}

export function wrongTotals(): readonly Printed[] {
  return tables().flatMap((table) => [...wrongInColumns(table), ...wrongInRows(table)]);
}

/** Same programme's performance tables of both quarters: past years and targets that are not the same. */
export function moved(): readonly Printed[] {
  const all = tables().filter((table) => /performance/i.test(JSON.stringify(table.rows[0])));
  const late = all.filter((table) => table.period.endsWith('Q2'));
  return all
    .filter((table) => table.period.endsWith('Q1'))
    .flatMap((early) => {
      const name = programmeOf(early);
      const twin = late.find((table) => programmeOf(table) === name);
      return twin ? movedBetween(early, twin) : [];
    });
}

function programmeOf(table: Transcribed): string {
  return table.rows
    .slice(0, 3)
    .flat()
    .join(' ')
    .replace(/Period \d.*/, '')
    .replace(/[^A-Z]/g, '');
}

const norm = (label: string | undefined) => (label ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');

function movedBetween(early: Transcribed, late: Transcribed): readonly Printed[] {
  const header = early.rows[early.header_rows - 1] ?? [];
  return early.rows.slice(early.header_rows).flatMap((row) => {
    const other = late.rows.find((candidate) => norm(candidate[0]) === norm(row[0]));
    return row.flatMap((text, col) => {
      const standing = /^\d{4}\/\d{2} cases|target/i.test(header[col] ?? '');
      const now = other?.[col];
      if (!standing || !text || !now || text === now) return [];
      return [{ table: late.id, row: row[0] ?? '', text: now }];
    });
  });
}
