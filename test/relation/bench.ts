/**
 * How long a board of ten years takes: `node test/relation/bench.ts`, or `relationBench()` from elsewhere.
 *
 * 40 quarters of 13 tables with row and column totals; each return prints the quarter before again, and a few hundred
 * cells are wrong.
 */
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { findCauses } from '#shared/relation/cause.ts';
import { deriveRelations } from '#shared/relation/derive.ts';
import { evaluateAll } from '#shared/relation/evaluate.ts';
import { aDefinition, aReturn } from '#test/finding/build.ts';

const QUARTERS = 40;
const TABLES = 13;
const ROWS = 12;
const COLUMNS = 14;

const value = (quarter: number, table: number, row: number, col: number) =>
  ((quarter * 31 + table * 17 + row * 7 + col * 3) % 40) + 1;

function rowOf(quarter: number, table: number, row: number): readonly number[] {
  return Array.from({ length: COLUMNS }, (_, col) => value(quarter, table, row, col));
}

/** Processor time in milliseconds, so that a busy machine does not count. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function tableOf(quarter: number, table: number): readonly (readonly string[])[] {
  const rows = Array.from({ length: ROWS }, (_, row) => rowOf(quarter, table, row));
  const totals = (from: readonly (readonly number[])[]) =>
    Array.from({ length: COLUMNS }, (_, col) => sum(from.map((row) => row[col] ?? 0)));
  const before = Array.from({ length: ROWS }, (_, row) => rowOf(quarter - 1, table, row));
  const line = (label: string, cells: readonly number[]) => [label, ...cells.map(String), String(sum(cells))];
  const wrong = (cells: readonly number[], row: number) =>
    cells.map((cell, col) => ((quarter * 13 + table * 5 + row * 11 + col) % 331 === 0 ? cell * 10 : cell));
  return [
    ['', ...(rows[0]?.map((_, col) => `C${col}`) ?? []), 'Total'],
    ...rows.map((cells, row) => [`R${row}`, ...wrong(cells, row).map(String), String(sum(cells))]),
    line('Total', totals(rows)),
    line('Previous', totals(before)),
  ];
}

function returnOf(quarter: number): UnderstoodReturn {
  const period = `${2010 + Math.floor(quarter / 4)}-${String((11 + Math.floor(quarter / 4)) % 100).padStart(2, '0')} Q${(quarter % 4) + 1}`;
  const dims = (row: string, col: string) => ({
    ...(row.startsWith('R') ? { r: row } : {}),
    ...(col.startsWith('C') ? { c: col } : {}),
  });
  return aReturn({
    period,
    tables: Array.from({ length: TABLES }, (_, table) => ({
      sheet: `Table ${table}`,
      roles: { Previous: 'previous' as const },
      lines: tableOf(quarter, table),
      key: (row: string, col: string) => ({
        measure: `m${table}`,
        period: row === 'Previous' ? previousQuarter(period) : period,
        dims: dims(row, col),
      }),
    })),
  });
}

export interface BenchResult {
  readonly assertions: number;
  readonly relations: number;
  readonly violated: number;
  readonly causes: number;
  /** Milliseconds of processor time. */
  readonly derive: number;
  readonly evaluate: number;
  readonly localise: number;
}

/** Ten years of returns and a definition that knows their categories. */
export function benchBoard() {
  const returns = Array.from({ length: QUARTERS }, (_, quarter) => returnOf(quarter));
  const set = (code: string, size: number) => ({
    ...{ code, name: code },
    members: Array.from({ length: size }, (_, i) => ({
      ...{ code: `${code.toUpperCase()}${i}`, name: `${code} ${i}`, aliases: [], partOf: null },
    })),
  });
  const definition = aDefinition({ sets: [set('r', ROWS), set('c', COLUMNS)] });
  return { returns, definition };
}

export function relationBench(): BenchResult {
  const { returns, definition } = benchBoard();
  const start = clock();
  const { relations, variables } = deriveRelations({ definition, returns });
  const derived = clock();
  const outcomes = evaluateAll(relations, variables);
  const evaluated = clock();
  const causes = findCauses(relations, outcomes, variables);
  const end = clock();
  return {
    assertions: variables.size,
    relations: relations.length,
    violated: [...outcomes.values()].filter(({ outcome }) => outcome === 'violated').length,
    causes: causes.length,
    ...{ derive: derived - start, evaluate: evaluated - derived, localise: end - evaluated },
  };
}

if (process.argv[1] === import.meta.filename) console.log(relationBench());
