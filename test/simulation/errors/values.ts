/** Errors in single numbers. */
import {
  type Context,
  type Draft,
  draftAt,
  draw,
  hasKind,
  relationsAt,
  type Spot,
  spotOf,
} from '#test/simulation/errors/context.ts';
import type { Edit } from '#test/simulation/errors/edit.ts';
import type { SimCell, SimKind } from '#test/simulation/model/model.ts';
import type { Random } from '#test/simulation/model/prng.ts';

const isCount = (cell: SimCell): boolean => cell.print === 'count' && cell.value !== null;
const isAmount = (cell: SimCell): boolean => isCount(cell) || cell.print === 'money-k';

/** The smallest step of what is printed: one child, a thousand pounds. */
const stepOf = (cell: SimCell): number =>
  cell.print === 'money-k' ? 1000 : cell.print === 'money-m' ? 100_000 : 1;

function transposed(shown: number): number | null {
  const digits = String(Math.abs(shown));
  for (let i = 0; i + 1 < digits.length; i++) {
    const [a = '', b = ''] = [digits[i], digits[i + 1]];
    if (a !== b && !(i === 0 && b === '0'))
      return Math.sign(shown) * Number(`${digits.slice(0, i)}${b}${a}${digits.slice(i + 2)}`);
  }
  return null;
}

function neighbour(spot: Spot, rng: Random): number | null {
  const near = spot.row.cells.filter(
    (each): each is SimCell =>
      each !== null && each.print === spot.cell.print && each.value !== spot.cell.value,
  );
  return near.length ? rng.pick(near).value : null;
}

/** Another number for this cell, by one of the slips people make; null where none changes it. */
function slip(spot: Spot, rng: Random): number | null {
  const { cell } = spot;
  const step = stepOf(cell);
  const shown = Math.round((cell.value ?? 0) / step);
  const options = [
    transposed(shown),
    shown === 0 ? null : shown * 10,
    shown + 1,
    shown > 0 ? shown - 1 : null,
    neighbourShown(spot, rng, step),
  ].filter((each): each is number => each !== null && each !== shown);
  return options.length ? rng.pick(options) * step : null;
}

function neighbourShown(spot: Spot, rng: Random, step: number): number | null {
  const value = neighbour(spot, rng);
  return value === null ? null : Math.round(value / step);
}

/** The cell with another value and without the unrounded one behind it. */
export function withValue(cell: SimCell, change: Partial<SimCell>): Edit {
  const { exact: _, ...rest } = cell;
  return { kind: 'cell', id: cell.id, cell: { ...rest, ...change } };
}

function slipped(context: Context, spot: Spot | null): Draft | null {
  if (!spot) return null;
  const value = slip(spot, context.rng);
  return value === null ? null : draftAt(spot, [withValue(spot.cell, { value })], [spot.cell.id]);
}

export const wrongCell = (context: Context, period: string): Draft | null =>
  slipped(
    context,
    draw(
      context,
      period,
      ({ cell, row, table }) =>
        isAmount(cell) &&
        row.role === 'body' &&
        table.columns.some((each) => each.role === 'body' && cell.id.endsWith(`|${each.key}`)),
    ),
  );

const isResult = (context: Context, id: string, kind: SimKind): boolean =>
  relationsAt(context, id).some(
    (each) => each.kind === kind && each.shape === 'linear' && each.terms[0]?.at === id,
  );

export const wrongTotal = (context: Context, period: string): Draft | null =>
  slipped(
    context,
    draw(context, period, ({ cell }) => isAmount(cell) && isResult(context, cell.id, 'total')),
  );

export const wrongYearToDate = (context: Context, period: string): Draft | null =>
  slipped(
    context,
    draw(context, period, ({ cell }) => isAmount(cell) && isResult(context, cell.id, 'year-to-date')),
  );

/** A target other than the one stated in the quarter before. */
export const movedTarget = (context: Context, period: string): Draft | null =>
  slipped(
    context,
    draw(
      context,
      period,
      ({ cell }) => isAmount(cell) && cell.id.endsWith('|target') && hasKind(context, cell.id, 'target'),
    ),
  );

/** A number that agrees inside its own table and not with another table of the same return. */
export const crossTable = (context: Context, period: string): Draft | null =>
  slipped(
    context,
    draw(
      context,
      period,
      ({ cell }) =>
        isCount(cell) && hasKind(context, cell.id, 'cross-table') && !hasKind(context, cell.id, 'total'),
    ),
  );

export function wrongPercent(context: Context, period: string): Draft | null {
  const spot = draw(context, period, ({ cell }) => {
    const result = cell.print === 'count-share' ? `${cell.id}#2` : cell.id;
    const printed = ['percent', 'count-share', 'share-count', 'mean', 'points'].includes(cell.print);
    return (
      printed &&
      relationsAt(context, cell.id).some((each) => each.shape === 'ratio' && each.result === result)
    );
  });
  if (!spot) return null;
  const { cell } = spot;
  const by = context.rng.pick([-12, -7, -3, 2, 4, 9, 18]);
  const unit = cell.print === 'mean' ? 0.1 : cell.print === 'points' ? 0.001 : 0.01;
  const old = (cell.print === 'count-share' ? cell.second : cell.value) ?? 0;
  const value = Math.round((old + by * unit) / unit) * unit;
  const tidy = Number(Math.max(0, value).toFixed(4));
  if (tidy === old) return null;
  const change = cell.print === 'count-share' ? { second: tidy } : { value: tidy };
  return draftAt(spot, [withValue(cell, change)], [cell.id]);
}

/** A body cell left empty. */
export function blank(context: Context, period: string): Draft | null {
  const spot = draw(
    context,
    period,
    ({ cell, row }) =>
      isAmount(cell) &&
      (cell.value ?? 0) !== 0 &&
      row.role === 'body' &&
      !isResult(context, cell.id, 'total'),
  );
  return spot && draftAt(spot, [withValue(spot.cell, { value: null })], [spot.cell.id]);
}

export function unreadable(context: Context, period: string): Draft | null {
  const spot = draw(context, period, ({ cell }) => isAmount(cell));
  if (!spot) return null;
  const shown = String(spot.cell.value ?? 0);
  const text = context.rng.pick(['tbc', '#REF!', 'see note', '??', `${shown.slice(0, 1)}O${shown.slice(1)}`]);
  const edit: Edit = {
    kind: 'cell',
    id: spot.cell.id,
    cell: { ...spot.cell, print: 'text', value: null, text },
  };
  return draftAt(spot, [edit], [spot.cell.id], true);
}

/** Adds to a number and to every total in the same row, so that only the comparison over time is wrong. */
export function restated(context: Context, period: string): Draft | null {
  const spot = draw(
    context,
    period,
    ({ cell, row }) =>
      row.role === 'previous' &&
      isCount(cell) &&
      hasKind(context, cell.id, 'restated') &&
      !isResult(context, cell.id, 'total'),
  );
  if (!spot) return null;
  const by = context.rng.whole(1, 4);
  const totals = relationsAt(context, spot.cell.id).flatMap((each) =>
    each.kind === 'total' && each.shape === 'linear' && each.terms[0] ? [each.terms[0].at] : [],
  );
  const ids = [spot.cell.id, ...totals];
  const edits = ids.map((id) => {
    const { cell } = spotOf(context, id);
    return withValue(cell, { value: (cell.value ?? 0) + by });
  });
  return draftAt(spot, edits, ids);
}
