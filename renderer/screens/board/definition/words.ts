/** The closed lists of a definition, each value in words. */
import type { Option } from '#renderer/screens/board/definition/fields.tsx';
import type { Aspect } from '#shared/assertion/assertion.ts';
import type { AxisReading, Measure, RelativePeriod } from '#shared/definition/definition.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

function options<K extends string>(words: Readonly<Record<K, string>>): readonly Option[] {
  return Object.entries<string>(words).map(([code, name]) => ({ code, name }));
}

export const units = options<Unit>({
  families: 'families',
  children: 'children',
  referrals: 'referrals',
  people: 'people',
  events: 'events',
  nights: 'nights',
  days: 'days',
  GBP: 'pounds',
  percent: 'per cent',
  score: 'score',
  ratio: 'ratio',
  count: 'number',
});

export const aspects = options<Aspect>({
  value: 'the figure itself',
  target: 'a target for it',
  share: 'its share of the total',
  'of-target': 'how much of the target it is',
  mean: 'a mean',
  change: 'its change',
});

export const relativePeriods = options<RelativePeriod>({
  quarter: 'the quarter of the return',
  'previous-quarter': 'the quarter before',
  year: 'the year',
  'previous-year': 'the year before',
  ytd: 'the year to date',
  'to-date': 'everything to date',
});

export const directions = options<Measure['direction']>({
  up: 'more is better',
  down: 'less is better',
  neither: 'neither is better',
});

export const overQuarters = options<Measure['overQuarters']>({
  sum: 'the quarters of a year add up',
  last: 'the year is its last quarter',
  none: 'quarters do not add',
});

export const overProgrammes = options<Measure['overProgrammes']>({
  sum: 'programmes add up',
  none: 'programmes do not add',
});

export const readings = options<AxisReading['kind']>({
  items: 'lines listed here',
  set: 'categories of a set',
  months: 'months',
  quarters: 'quarters',
  years: 'years',
  programmes: 'programmes',
  providers: 'providers',
  cases: 'one case a line',
  words: 'words only',
});
