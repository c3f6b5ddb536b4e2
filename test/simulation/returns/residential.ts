/** What residential parenting assessments cost, year by year: a compiled table with the past years in it. */
import { count, same } from '#test/simulation/model/build.ts';
import {
  indexOf,
  type QuarterNumber,
  quarterName,
  quarterNumber,
  yearName,
  yearOf,
} from '#test/simulation/model/calendar.ts';
import {
  type Built,
  cellId,
  type SimCell,
  type SimRow,
  type SimTable,
} from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';
import type { World } from '#test/simulation/world/cases.ts';

/** Pounds as the board prints them: `£1.2m`, or `£646k` below a million. */
export const million = (id: string, pounds: number): SimCell =>
  pounds >= 1_000_000
    ? { id, print: 'money-m', value: Math.round(pounds / 100_000) * 100_000 }
    : { id, print: 'money-k', value: Math.round(pounds / 1000) * 1000 };

const RESIDENTIAL = ['number', 'nights', 'cost'] as const;

function residentialIn(world: World, key: string, low: number, high: number): readonly number[] {
  const rng = random(hash(`${world.seed} residential ${key}`));
  const number = rng.whole(low, high);
  const nights = number * rng.whole(30, 60);
  return [number, nights, nights * rng.whole(180, 320)];
}

/** A year so far, to the end of quarter `index`. */
function yearToDate(world: World, year: number, index: number): readonly number[] {
  const quarters = [1, 2, 3, 4]
    .slice(0, index)
    .map((each) => residentialIn(world, quarterName(quarterNumber(year, each)), 1, 6));
  return RESIDENTIAL.map((_, i) => quarters.reduce((total, each) => total + (each[i] ?? 0), 0));
}

/** A past year: its quarters where they were reported, else from the seed. */
const pastYear = (world: World, year: number): readonly number[] =>
  year < yearOf(world.first) ? residentialIn(world, String(year), 18, 60) : yearToDate(world, year, 4);

export function residential(world: World, quarter: QuarterNumber): Built {
  const period = quarterName(quarter);
  const year = yearOf(quarter);
  const row = (key: string, label: string, values: readonly number[]): SimRow => ({
    key,
    labels: [[label]],
    role: 'body',
    cells: RESIDENTIAL.map((column, i) => {
      const id = cellId(period, 'board.residential', key, column);
      return column === 'cost' ? million(id, values[i] ?? 0) : count(id, values[i] ?? 0);
    }),
  });
  const years = [year - 3, year - 2].map((each) => row(`y${each}`, yearName(each), pastYear(world, each)));
  const table: SimTable = {
    code: 'board.residential',
    period,
    caption: ['Residential Parenting Assessment cost', 'Residential parenting assessments by year'],
    sheet: 'Residential',
    stub: [['Year']],
    columns: [
      {
        key: 'number',
        label: ['No of residential parenting assessments', 'Residential assessments'],
        role: 'body',
      },
      { key: 'nights', label: ['Bed nights', 'Nights'], role: 'body' },
      { key: 'cost', label: ['Cost'], role: 'body' },
    ],
    rows: [...years, row('quarter', quarterName(quarter), yearToDate(world, year, indexOf(quarter)))],
  };
  const before = quarterName(quarter - 1);
  const restated = [year - 3, year - 2]
    .filter(
      (each) => quarter > world.first && [yearOf(quarter - 1) - 3, yearOf(quarter - 1) - 2].includes(each),
    )
    .flatMap((each) =>
      RESIDENTIAL.map((column) =>
        same(
          'restated',
          cellId(period, 'board.residential', `y${each}`, column),
          cellId(before, 'board.residential', `y${each}`, column),
        ),
      ),
    );
  return { tables: [table], relations: restated };
}
