/** The thirteen sample returns, read and recognised once, with the transcription of their tables. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readReturn } from '#electron/import/read.ts';
import type { Assertion } from '#shared/assertion/assertion.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { recogniseReturn } from '#shared/meaning/recognise.ts';
import type { Recognition } from '#shared/meaning/understood.ts';

const root = path.resolve(import.meta.dirname, '../..');
const returns = path.join(root, 'electron/sample/returns');

export interface SampleReturn {
  readonly folder: string;
  readonly file: string;
  readonly found: Recognition;
}

export interface Transcribed {
  readonly id: string;
  readonly period: string;
  readonly caption: string;
  readonly header_rows: number;
  readonly rows: readonly (readonly string[])[];
}

async function recognised(folder: string, file: string): Promise<SampleReturn> {
  const read = await readReturn(file, new Uint8Array(readFileSync(path.join(returns, folder, file))));
  if (!read.ok) throw new Error(read.error.message);
  return { folder, file, found: recogniseReturn(read.reading, defaultDefinition, { folder }) };
}

export async function sampleReturns(): Promise<readonly SampleReturn[]> {
  const all = readdirSync(returns).flatMap((folder) =>
    readdirSync(path.join(returns, folder)).map((file) => recognised(folder, file)),
  );
  return Promise.all(all);
}

export function transcribed(period: string): readonly Transcribed[] {
  const name = `${period.replace(' ', '-')}.tables.json`;
  const text = readFileSync(path.join(root, 'test/data/leicester', name), 'utf8');
  const tables: readonly Transcribed[] = JSON.parse(text);
  return tables.filter((table) => table.rows.length > 0);
}

/** Assertions of all returns whose key has these parts, in reading order. */
export function said(
  all: readonly SampleReturn[],
  measure: string,
  programme: string | null,
  period: string,
  more: { readonly unit?: string; readonly aspect?: string; readonly dims?: Record<string, string> } = {},
): readonly Assertion[] {
  return all
    .flatMap(({ found }) => found.tables.flatMap((table) => table.assertions))
    .filter(({ key }) => key?.measure === measure && key.programme === programme && key.period === period)
    .filter(({ key }) => (more.unit === undefined ? true : key?.unit === more.unit))
    .filter(({ key }) => key?.aspect === (more.aspect ?? 'value'))
    .filter(({ key }) => JSON.stringify(sorted(key?.dims)) === JSON.stringify(sorted(more.dims)));
}

function sorted(dims: Readonly<Record<string, string>> = {}): readonly (readonly [string, string])[] {
  return Object.entries(dims).sort(([a], [b]) => a.localeCompare(b));
}
