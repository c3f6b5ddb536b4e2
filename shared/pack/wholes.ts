/** What the shares of a trend are shares of, where an identity of the board says so. */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { findFigure, indexFigures } from '#shared/pack/lookup.ts';

/** One entry a point: cases in the denominator, or null for what is no share, or a share of an unknown whole. */
export function wholesOf(
  points: readonly (Figure | undefined)[],
  definition: BoardDefinition,
  figures: readonly Figure[],
): readonly (number | null)[] {
  const first = points.find((point) => point)?.key;
  if (first?.unit !== 'percent') return points.map(() => null);
  const over = definition.identities.find(
    ({ result, over, programmes }) =>
      over &&
      result.measure === first.measure &&
      (result.aspect ?? 'value') === first.aspect &&
      (!programmes || (first.programme !== null && programmes.includes(first.programme))),
  )?.over;
  if (!over) return points.map(() => null);
  const index = indexFigures(figures);
  return points.map((point) => {
    if (!point) return null;
    const parts = over.map(({ measure, unit, programme, aspect, dims, factor }) => {
      const own = definition.measures.find(({ code }) => code === measure)?.unit ?? 'count';
      const key = {
        ...point.key,
        measure,
        unit: unit ?? own,
        programme: programme ?? point.key.programme,
        aspect: aspect ?? 'value',
        dims: dims ?? {},
      };
      const value = findFigure(index, key)?.quantity.value;
      return value === undefined ? null : value * (factor ?? 1);
    });
    return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  });
}
