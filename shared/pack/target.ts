/** The board's target for a figure of a period. */
import type { BoardDefinition, Measure } from '#shared/definition/definition.ts';
import { parsePeriod, yearName } from '#shared/period/period.ts';

/** A year's target; in a quarter, a fourth of it for what adds up over the year. Null where there is none. */
export function targetOf(
  { targets }: BoardDefinition,
  { code, overQuarters }: Measure,
  programme: string | null,
  period: string,
): number | null {
  const parsed = parsePeriod(period);
  if (parsed?.kind !== 'quarter' && parsed?.kind !== 'year') return null;
  const target = targets.find(
    (one) => one.measure === code && one.programme === programme && one.year === yearName(parsed.year),
  );
  if (!target) return null;
  return parsed.kind === 'quarter' && overQuarters === 'sum' ? target.value / 4 : target.value;
}
