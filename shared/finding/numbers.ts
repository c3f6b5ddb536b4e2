/** The numbers of a table's lines, for detectors that compare whole rows, columns and blocks. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import type { Line, LineRole } from '#shared/table/table.ts';

/** Lines whose figures are the table's own, neither worked out from others nor of another period. */
const OWN: ReadonlySet<LineRole> = new Set(['body', 'section', 'words']);

export function lineAt(lines: readonly Line[], index: number): Line | undefined {
  return lines.find((line) => line.index === index);
}

export const isOwn = (line: Line | undefined): boolean => line !== undefined && OWN.has(line.role);

/** The main and second numbers that stand in body lines both ways, in reading order. */
export function ownFigures(table: UnderstoodTable): readonly Assertion[] {
  const rows = new Map(table.shape.rows.map((line) => [line.index, line]));
  const columns = new Map(table.shape.columns.map((line) => [line.index, line]));
  return table.assertions
    .filter((a) => a.role !== 'share' && isOwn(rows.get(a.row)) && isOwn(columns.get(a.col)))
    .toSorted((a, b) => a.row - b.row || a.col - b.col || (a.role < b.role ? -1 : 1));
}

/** Whether an assertion speaks of its own return's quarter, rather than of a target or an earlier time. */
export function isCurrent({ key, from }: Assertion): boolean {
  if (key === null) return true;
  if (key.aspect === 'target') return false;
  const quarter = parsePeriod(from.period);
  const stated = parsePeriod(key.period);
  if (!quarter || !stated) return true;
  if (stated.kind === 'to-date') return true;
  if (stated.kind === 'year') return quarter.kind === 'quarter' && stated.year === quarter.year;
  const last = periodEnd(from.period) ?? 0;
  const end = periodEnd(key.period) ?? 0;
  return end > last - 3 && end <= last;
}

/** Numbers that would not agree by chance: enough of them, few zeros, not all alike, no mere count of lines. */
export function isTelling(values: readonly number[], least: number): boolean {
  const nonZero = values.filter((value) => value !== 0);
  return (
    nonZero.length >= least &&
    values.some((value, at) => value !== at + 1) &&
    nonZero.length >= values.length * 0.6 &&
    new Set(nonZero).size >= Math.min(4, least)
  );
}
