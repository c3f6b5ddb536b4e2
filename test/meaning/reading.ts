/** Made-up returns for tests: a file name, a title, and tables with their captions. */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { Grid, Reading } from '#shared/grid/grid.ts';
import { recogniseReturn } from '#shared/meaning/recognise.ts';
import type { Hints, Recognition, UnderstoodTable } from '#shared/meaning/understood.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';

export interface MadeTable {
  readonly caption?: string;
  /** Rows on lines, cells parted by `|`. */
  readonly rows: string;
  readonly sheet?: string;
}

export function readingOf(
  file: string,
  tables: readonly MadeTable[],
  title?: string,
  lines: readonly string[] = [],
): Reading {
  const grids: Grid[] = tables.map(({ caption, rows, sheet }, at) =>
    gridFrom(rowsOf(rows), { sheet: sheet ?? `Table ${at + 1}`, ...(caption !== undefined && { caption }) }),
  );
  const heading = title === undefined ? [] : [{ address: 'P1', text: title, style: 'heading' as const }];
  const body = lines.map((text, at) => ({ address: `P${at + 2}`, text, style: 'body' as const }));
  return { file, sha256: 'f'.repeat(64), kind: 'word', grids, text: [...heading, ...body], warnings: [] };
}

export function recognise(reading: Reading, hints: Hints = {}): Recognition {
  return recogniseReturn(reading, defaultDefinition, hints);
}

/** The only table of a recognition. */
export function onlyTable(found: Recognition): UnderstoodTable {
  const [table] = found.tables;
  if (!table || found.tables.length !== 1) throw new Error(`Expected one table, not ${found.tables.length}`);
  return table;
}

/** Cell texts by key, in reading order: `referrals|fgc|Apr 2021|value|referrals|source=cp` to `2`. */
export function textsByKey(assertions: readonly Assertion[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assertions.map((one) => [one.key ? keyText(one.key) : one.source.cell, one.source.text]),
  );
}
