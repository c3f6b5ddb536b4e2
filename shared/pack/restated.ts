/** What points of a trend were first returned as, where the board now stands behind another value. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** One entry a point: the value the return for that very period gave, or null where the figure still is that. */
export function formerValues(
  points: readonly (Figure | undefined)[],
  returns: readonly UnderstoodReturn[],
): readonly (number | null)[] {
  const wanted = new Set(points.flatMap((point) => (point?.status === 'decided' ? point.assertions : [])));
  if (wanted.size === 0) return points.map(() => null);
  const found = new Map<string, Assertion>();
  for (const assertion of returns.flatMap(({ tables }) => tables.flatMap(({ assertions }) => assertions))) {
    if (wanted.has(assertion.id)) found.set(assertion.id, assertion);
  }
  return points.map((point) => {
    if (point?.status !== 'decided') return null;
    const said = point.assertions.flatMap((id) => found.get(id) ?? []);
    const later = said.some(({ from, key }) => from.period !== key?.period);
    const first = said.find(({ from, key }) => from.period === key?.period)?.quantity;
    if (!first || !later) return null;
    const { value } = point.quantity;
    return value < first.low || value > first.high ? first.value : null;
  });
}
