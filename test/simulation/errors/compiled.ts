/** Errors people make while compiling or copying: right arithmetic, wrong meaning. */
import { type Context, type Draft, draftAt, draw, hasKind, spotOf } from '#test/simulation/errors/context.ts';
import { withValue } from '#test/simulation/errors/values.ts';
import { cellId } from '#test/simulation/model/model.ts';
import { DETAILED_ETHNICITY } from '#test/simulation/world/words.ts';

/** Adds to several cells at once. */
function shifted(context: Context, changes: readonly (readonly [string, number])[]) {
  return changes.map(([id, by]) => {
    const { cell } = spotOf(context, id);
    return withValue(cell, { value: (cell.value ?? 0) + by });
  });
}

/** The compiled table disagrees with the service and is consistent in itself. */
export function crossProvider(context: Context, period: string): Draft | null {
  const spot = draw(
    context,
    period,
    ({ cell, row, table }) =>
      table.code === 'board.ethnicity' &&
      row.role === 'body' &&
      hasKind(context, cell.id, 'cross-provider') &&
      !cell.id.endsWith('|total'),
  );
  if (!spot) return null;
  const column = spot.cell.id.split('|').at(-1) ?? '';
  const at = (row: string, col: string) => cellId(period, 'board.ethnicity', row, col);
  const by = context.rng.whole(1, 5);
  const ids = [spot.cell.id, at(spot.row.key, 'total'), at('total', column), at('total', 'total')];
  return draftAt(
    spot,
    shifted(
      context,
      ids.map((id) => [id, by] as const),
    ),
    ids,
  );
}

/** A detailed ethnicity counted in another board category of the compiled table. */
export function mapping(context: Context, period: string): Draft | null {
  const at = (row: string, col: string) => cellId(period, 'board.ethnicity', row, col);
  const options = DETAILED_ETHNICITY.filter((each) => {
    const number = context.cells.get(cellId(period, 'pa.ethnicity', each.key, 'number'))?.value ?? 0;
    return number > 0 && ['dual-heritage', 'asian-other'].includes(each.board);
  });
  if (!options.length || !context.cells.has(at('total', 'pa'))) return null;
  const { key, board } = context.rng.pick(options);
  const number = context.cells.get(cellId(period, 'pa.ethnicity', key, 'number'))?.value ?? 0;
  const wrong =
    board === 'asian-other'
      ? 'asian-indian'
      : context.rng.pick(['black-caribbean', 'black-african', 'other']);
  const heart = spotOf(context, at(wrong, 'pa'));
  const changes = [
    [at(wrong, 'pa'), number],
    [at(board, 'pa'), -number],
    [at(wrong, 'total'), number],
    [at(board, 'total'), -number],
  ] as const;
  return draftAt(
    heart,
    shifted(context, changes),
    changes.map(([id]) => id),
  );
}

/** Families written into every cell that is headed children. */
export function unitMix(context: Context, period: string): Draft | null {
  const children = [...context.spots.values()].filter(
    ({ cell, row, table }) =>
      table.period === period &&
      table.code === 'fgc.referrals' &&
      row.role !== 'previous' &&
      cell.id.endsWith('.children'),
  );
  const edits = children.flatMap(({ cell }) => {
    const families = context.cells.get(cell.id.replace(/children$/, 'families'));
    return families && families.value !== cell.value ? [withValue(cell, { value: families.value })] : [];
  });
  const heart = context.spots.get(cellId(period, 'fgc.referrals', 'total', 'total.children'));
  if (!heart || !edits.some((each) => each.kind === 'cell' && each.id === heart.cell.id)) return null;
  const ids = edits.flatMap((each) => (each.kind === 'cell' ? [each.id] : []));
  return draftAt(heart, edits, [heart.cell.id, ...ids.filter((id) => id !== heart.cell.id)]);
}
