/** Words of a lasting course ("referrals are rising") held against what the chart of the figure says. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { readPoints } from '#shared/chart/read.ts';
import { RUN_FROM } from '#shared/chart/reading.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { keyWords } from '#shared/figure/key-words.ts';
import type { FigureIndex } from '#shared/pack/lookup.ts';
import { breaksOf } from '#shared/pack/trend.ts';
import { parsePeriod, periodEnd, periodsBetween } from '#shared/period/period.ts';

/** A change to the quarter before is told by `rose`; these say that it goes on. */
const GOING_ON =
  /\b(?:rising|increasing|growing|climbing|falling|declining|decreasing|dropping|reducing|(?:up|down)wards?|trend\w*)\b/i;

/**
 * `no change beyond chance in 14 points`, for words of a lasting course where the quarters of the figure show none.
 * Null where the words say no such thing, the quarters are fewer than 8, or the chart bears them out.
 * @param key text of the key of the figure the words speak of
 */
export function againstChance(
  words: string,
  key: string,
  figures: FigureIndex,
  definition: BoardDefinition,
): { readonly name: string; readonly text: string } | null {
  const own = figures.get(key)?.key;
  if (!GOING_ON.test(words) || !own || parsePeriod(own.period)?.kind !== 'quarter') return null;
  const labels = periodsBetween(periodsOf(own, figures));
  const values = labels.map((period) => figures.get(keyText({ ...own, period }))?.quantity.value ?? null);
  const measure = definition.measures.find(({ code }) => code === own.measure);
  const { method, points, signals } = readPoints({
    values,
    nature:
      own.unit === 'percent'
        ? 'share'
        : values.every((v) => v === null || Number.isInteger(v))
          ? 'count'
          : 'measure',
    breaks: measure ? breaksOf(measure, labels) : [],
  });
  if (method === 'line' || points < RUN_FROM || signals.length > 0) return null;
  return { name: keyWords(key, definition), text: `no change beyond chance in ${points} points` };
}

/** Quarters up to its own in which the same thing is told. */
function periodsOf(own: QuantityKey, figures: FigureIndex): readonly string[] {
  const end = periodEnd(own.period) ?? 0;
  const rest = ({ period: _, ...key }: QuantityKey) => keyText({ ...key, period: '' });
  const wanted = rest(own);
  return [...figures.values()].flatMap(({ key }) =>
    key.measure === own.measure &&
    parsePeriod(key.period)?.kind === 'quarter' &&
    (periodEnd(key.period) ?? end + 1) <= end &&
    rest(key) === wanted
      ? [key.period]
      : [],
  );
}
