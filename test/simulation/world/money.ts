/** What the programmes of the MST-FFT team cost and saved, year by year, in whole pounds. */
import { halfUp } from '#test/simulation/model/build.ts';
import { type QuarterNumber, quarterNumber } from '#test/simulation/model/calendar.ts';
import { hash, random } from '#test/simulation/model/prng.ts';
import { childrenIn, isAtHome, type Programme, started, type World } from '#test/simulation/world/cases.ts';

export type Team = Extract<Programme, 'mst' | 'can' | 'fft'>;
export const TEAMS: readonly Team[] = ['mst', 'can', 'fft'];

/** One column of a performance summary. */
export interface Money {
  readonly families: number;
  /** Families out of `families` for whom it worked. */
  readonly successes: number;
  readonly children: number;
  readonly year1: number;
  readonly year2: number;
  readonly year3: number;
  readonly gross: number;
  /** After the targeting deflator; equal to gross where there is none. */
  readonly post: number;
  readonly cost: number;
  readonly net: number;
  readonly diverted: number;
  readonly inYearGross: number;
  readonly inYearNet: number;
  readonly placement: number;
}

type Raw = Pick<Money, 'families' | 'successes' | 'children' | 'year1' | 'year2' | 'year3' | 'diverted'>;

const FAMILY_TARGET: Record<Team, number> = { mst: 100, can: 32, fft: 60 };
const CHILDREN_PER_FAMILY: Record<Team, number> = { mst: 1, can: 2, fft: 1.8 };

const setting = (world: World, words: string, low: number, high: number): number =>
  random(hash(`${world.seed} ${words}`)).whole(low, high);

const deflator = (world: World, team: Team): number =>
  team === 'mst' ? setting(world, 'deflator', 45, 70) / 100 : 1;

function finish(world: World, team: Team, year: number, raw: Raw): Money {
  const gross = raw.year1 + raw.year2 + raw.year3;
  const post = Math.round(gross * deflator(world, team));
  const cost = setting(world, `cost ${team} ${year}`, 450_000, 780_000);
  const inYearGross = Math.round(raw.year1 * deflator(world, team));
  return {
    ...raw,
    gross,
    post,
    cost,
    net: post - cost,
    inYearGross,
    inYearNet: inYearGross - cost,
    placement: setting(world, `placement ${team} ${year}`, 24_000, 110_000),
  };
}

/** The year to the end of quarter `index` (1 to 4), from the cases. */
export function toDate(world: World, team: Team, year: number, index: number): Money {
  const cases = [1, 2, 3, 4]
    .slice(0, index)
    .flatMap((each) => started(world, team, quarterNumber(year, each)));
  const diverted = cases.filter((each) => each.diverted);
  const saved = (part: number) =>
    Math.round(diverted.reduce((total, each) => total + each.placementCost * each.children * part, 0));
  return finish(world, team, year, {
    families: cases.length,
    successes: cases.filter(isAtHome).length,
    children: childrenIn(cases),
    year1: saved(0.55),
    year2: saved(1),
    year3: saved(0.45),
    diverted: childrenIn(diverted),
  });
}

/** A past year as it stands in the books: from the cases where they were all simulated, else from the seed. */
export function pastYear(world: World, team: Team, year: number, earliest: QuarterNumber): Money {
  if (quarterNumber(year, 1) >= earliest) return toDate(world, team, year, 4);
  const rng = random(hash(`${world.seed} past ${team} ${year}`));
  const families = rng.whole(20, 80);
  const children = Math.round(families * CHILDREN_PER_FAMILY[team]) + (team === 'mst' ? 0 : rng.whole(0, 9));
  return finish(world, team, year, {
    families,
    successes: Math.round(families * (0.7 + rng.next() * 0.2)),
    children,
    year1: rng.whole(690_000, 2_400_000),
    year2: rng.whole(1_300_000, 4_400_000),
    year3: rng.whole(600_000, 2_400_000),
    diverted: rng.whole(30, 60),
  });
}

/** The year's targets; success is out of 100 families. */
export function targets(world: World, team: Team, year: number): Money {
  const families = FAMILY_TARGET[team];
  const year1 = setting(world, `target ${team} ${year}`, 1_000_000, 1_900_000);
  const raw = finish(world, team, year, {
    families,
    successes: Math.round(families * 0.8),
    children: halfUp(families * CHILDREN_PER_FAMILY[team] * 10, 10, 0),
    year1,
    year2: Math.round(year1 * 1.9),
    year3: Math.round(year1 * 0.9),
    diverted: Math.round(families * CHILDREN_PER_FAMILY[team] * 0.7),
  });
  return raw;
}

/** All programmes together. */
export function together(parts: readonly Money[]): Money {
  const add = (key: keyof Money) => parts.reduce((total, each) => total + each[key], 0);
  return {
    families: add('families'),
    successes: add('successes'),
    children: add('children'),
    year1: add('year1'),
    year2: add('year2'),
    year3: add('year3'),
    gross: add('gross'),
    post: add('post'),
    cost: add('cost'),
    net: add('net'),
    diverted: add('diverted'),
    inYearGross: add('inYearGross'),
    inYearNet: add('inYearNet'),
    placement: Math.round(add('placement') / parts.length),
  };
}
