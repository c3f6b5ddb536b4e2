/** Errors in labels, captions, rows, tables and whole returns. */
import { type Context, type Draft, draftAt, draw, type Spot } from '#test/simulation/errors/context.ts';
import { copyOf } from '#test/simulation/errors/edit.ts';
import { captionId, labelId } from '#test/simulation/layout/block.ts';
import { quarterOf } from '#test/simulation/layout/print.ts';
import { quarterName } from '#test/simulation/model/calendar.ts';
import type { Random } from '#test/simulation/model/prng.ts';

const LABELLED = [
  'mstfft.ethnicity',
  'fgc.ethnicity',
  'fgc.status',
  'pa.ethnicity',
  'safe.ethnicity',
  'board.ethnicity',
  'board.outcomes',
  'mstfft.exits',
];

const labelled = (context: Context, period: string): Spot | null =>
  draw(context, period, ({ row, table }) => LABELLED.includes(table.code) && row.role === 'body');

/** Drops or swaps a letter inside the longest word. */
function misspell(label: string, rng: Random): string {
  const word = label.split(/\s+/).sort((a, b) => b.length - a.length)[0] ?? label;
  const at = rng.whole(1, Math.max(1, word.length - 3));
  const wrong = rng.chance(0.5)
    ? `${word.slice(0, at)}${word.slice(at + 1)}`
    : `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  return label.replace(word, wrong);
}

/** A slip of the keyboard: to be read all the same, or asked about. */
export function misspelt(context: Context, period: string): Draft | null {
  const spot = labelled(context, period);
  if (!spot) return null;
  const words = (spot.row.labels.at(-1) ?? []).map((each) => misspell(each, context.rng));
  const table = { period, code: spot.table.code };
  return draftAt(
    spot,
    [{ kind: 'label', table, row: spot.row.key, words }],
    [labelId(spot.table, spot.row.key)],
  );
}

/** A label no category answers to. */
export function unknownLabel(context: Context, period: string): Draft | null {
  const spot = labelled(context, period);
  if (!spot) return null;
  const words = [context.rng.pick(['Group 7', 'Cornish', 'ZZ9', 'To be allocated', 'Roundabout'])];
  const table = { period, code: spot.table.code };
  return draftAt(
    spot,
    [{ kind: 'label', table, row: spot.row.key, words }],
    [labelId(spot.table, spot.row.key)],
    true,
  );
}

export function staleCaption(context: Context, period: string): Draft | null {
  const spot = draw(context, period, ({ table }) =>
    table.caption.every((each) => /\{(Q|quarter|span)\}/.test(each)),
  );
  if (!spot) return null;
  const captionPeriod = quarterName(quarterOf(period) - 1);
  const table = { period, code: spot.table.code };
  return draftAt(spot, [{ kind: 'caption', table, captionPeriod }], [captionId(spot.table)], true);
}

export function duplicatedRow(context: Context, period: string): Draft | null {
  const spot = draw(
    context,
    period,
    ({ row, table }) =>
      row.role === 'body' &&
      [...LABELLED, 'fgc.referrals', 'safe.residence', 'mstfft.cases'].includes(table.code) &&
      row.cells.some((each) => (each?.value ?? 0) > 0),
  );
  if (!spot) return null;
  const ids = spot.row.cells.flatMap((each) => (each ? [each.id] : []));
  const label = labelId(spot.table, spot.row.key);
  const copies = [...ids.map(copyOf), labelId(spot.table, copyOf(spot.row.key))];
  const table = { period, code: spot.table.code };
  return draftAt(spot, [{ kind: 'duplicate', table, row: spot.row.key }], [...copies, ...ids, label], true);
}

/** Tables that come with every return of their service. */
const EXPECTED = [
  'mstfft.ethnicity',
  'mstfft.referral',
  'mstfft.closure',
  'fgc.referrals',
  'fgc.activity',
  'fgc.summary',
  'safe.residence',
  'safe.summary',
  'pa.requests',
  'pa.destination',
  'board.outcomes',
  'board.stepped-down',
  'board.ethnicity',
];

export function missingTable(context: Context, period: string): Draft | null {
  const spot = draw(context, period, ({ table }) => EXPECTED.includes(table.code));
  if (!spot) return null;
  const table = { period, code: spot.table.code };
  return draftAt(spot, [{ kind: 'drop-table', table }], [captionId(spot.table)], true);
}

export function missingReturn(context: Context, period: string): Draft | null {
  const spot = draw(context, period, ({ value }) => value.provider !== 'performance');
  if (!spot) return null;
  const { provider } = spot.value;
  return { ...draftAt(spot, [{ kind: 'drop-return', period, provider }], [], true), table: null };
}
