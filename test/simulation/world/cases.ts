/** Westmoor, a council that does not exist: its families case by case, quarter after quarter. */
import type { QuarterNumber } from '#test/simulation/model/calendar.ts';
import { type Random, random } from '#test/simulation/model/prng.ts';
import { AREAS, DETAILED_ETHNICITY } from '#test/simulation/world/words.ts';

export type Programme = 'mst' | 'can' | 'fft' | 'fgc' | 'safe' | 'pa' | 'pa-standrews';

export interface Case {
  readonly programme: Programme;
  readonly started: QuarterNumber;
  /** 0 to 2: the month of the quarter. */
  readonly month: number;
  readonly closed: QuarterNumber | null;
  readonly closedMonth: number;
  readonly children: number;
  readonly preBirth: boolean;
  /** A key of `STARTS` (MST, MST CAN, FFT) or `SOURCES` (the others). */
  readonly source: string;
  readonly route: string;
  /** A key of `EXITS`. */
  readonly closingStatus: string;
  /** A key of `OUTCOMES`. */
  readonly outcome: string;
  /** A key of `DETAILED_ETHNICITY`. */
  readonly ethnicity: string;
  readonly area: string;
  /** What happened to an FGC referral; a key of `ACTIVITY`. */
  readonly activity: string;
  readonly scaleBefore: number;
  readonly scaleAfter: number;
  /** Stays out of care because of the intervention. */
  readonly diverted: boolean;
  /** Pounds a year of the placement that was avoided. */
  readonly placementCost: number;
}

interface Profile {
  readonly starts: readonly [number, number];
  readonly children: readonly (readonly [number, number])[];
  /** Quarters to closure, weighted. */
  readonly length: readonly (readonly [number, number])[];
  readonly sources: readonly (readonly [string, number])[];
}

const TEAM_LENGTH = [
  [1, 5],
  [2, 5],
  [3, 2],
] as const;

const PROFILES: Record<Programme, Profile> = {
  mst: {
    starts: [12, 24],
    children: [[1, 1]],
    length: TEAM_LENGTH,
    sources: [
      ['lac', 1],
      ['cp', 2],
      ['cin', 4],
      ['front', 6],
      ['yos', 3],
      ['eh', 4],
    ],
  },
  can: {
    starts: [4, 9],
    children: [
      [1, 2],
      [2, 4],
      [3, 4],
      [4, 2],
    ],
    length: TEAM_LENGTH,
    sources: [
      ['plo', 6],
      ['cp', 2],
      ['so', 1],
    ],
  },
  fft: {
    starts: [7, 15],
    children: [
      [1, 5],
      [2, 4],
      [3, 1],
    ],
    length: TEAM_LENGTH,
    sources: [
      ['lac', 1],
      ['pwp', 1],
      ['plo', 7],
      ['cp', 3],
      ['cin', 3],
    ],
  },
  fgc: {
    starts: [9, 22],
    children: [
      [1, 4],
      [2, 4],
      [3, 3],
      [4, 1],
      [5, 1],
    ],
    length: [
      [0, 6],
      [1, 2],
    ],
    sources: [
      ['cin', 3],
      ['cp', 5],
      ['eh', 5],
      ['lac', 3],
    ],
  },
  safe: {
    starts: [14, 28],
    children: [
      [1, 3],
      [2, 4],
      [3, 3],
      [4, 2],
    ],
    length: [
      [1, 3],
      [2, 2],
    ],
    sources: [
      ['cin', 3],
      ['cp', 2],
      ['eh', 6],
    ],
  },
  pa: {
    starts: [24, 46],
    children: [[1, 1]],
    length: [
      [0, 2],
      [1, 6],
      [2, 2],
    ],
    sources: [
      ['cin', 3],
      ['cp', 6],
      ['eh', 2],
      ['lac', 1],
    ],
  },
  'pa-standrews': {
    starts: [3, 9],
    children: [[1, 1]],
    length: [
      [0, 2],
      [1, 6],
    ],
    sources: [
      ['cin', 2],
      ['cp', 4],
      ['lac', 3],
    ],
  },
};

/** Warm-up quarters before the first one reported, so that there is something to close and to compare with. */
const WARM_UP = 4;

/** How busy a programme is in a quarter, against its usual: 1.1 is a tenth more. */
export type Pace = (programme: Programme, quarter: QuarterNumber) => number;

export function casesOf(
  seed: number,
  first: QuarterNumber,
  quarters: number,
  pace: Pace = () => 1,
): readonly Case[] {
  const programmes = Object.keys(PROFILES) as Programme[];
  return programmes.flatMap((programme, index) => {
    const rng = random(seed * 31 + index);
    const cases: Case[] = [];
    for (let quarter = first - WARM_UP; quarter < first + quarters; quarter++) {
      const usual = rng.whole(...PROFILES[programme].starts);
      const starts = Math.round(usual * pace(programme, quarter));
      for (let i = 0; i < starts; i++) cases.push(newCase(rng, programme, quarter));
    }
    return cases;
  });
}

function newCase(rng: Random, programme: Programme, started: QuarterNumber): Case {
  const profile = PROFILES[programme];
  const source = rng.weighted(profile.sources);
  const month = rng.whole(0, 2);
  const length = rng.weighted(profile.length);
  const end = ending(rng, source);
  const before = rng.whole(2, 6);
  return {
    programme,
    started,
    month,
    closed: rng.chance(0.93) ? started + length : null,
    closedMonth: length === 0 ? rng.whole(month, 2) : rng.whole(0, 2),
    children: rng.weighted(profile.children),
    preBirth: rng.chance(0.65),
    source,
    route: source === 'plo' ? 'plo' : rng.weighted([['eoc', 1] as const, ['other', 3] as const]),
    ...end,
    ethnicity: rng.weighted(DETAILED_ETHNICITY.map((each) => [each.key, each.weight] as const)),
    area: rng.pick(AREAS).key,
    activity: rng.weighted([
      ['held', 9] as const,
      ['change', 2] as const,
      ['family', 3] as const,
      ['lead', 2] as const,
      ['mst', 1] as const,
    ]),
    scaleBefore: before,
    scaleAfter: Math.min(10, Math.max(0, before + rng.whole(-1, 5))),
    diverted: end.outcome !== 'came' && end.outcome !== 'remained' && rng.chance(0.6),
    placementCost: rng.whole(28, 140) * 1000 + rng.whole(0, 999),
  };
}

/** How a case ends, consistent with where it began. */
function ending(rng: Random, source: string): { readonly closingStatus: string; readonly outcome: string } {
  if (source === 'lac' || source === 'pwp')
    return rng.weighted([
      [{ closingStatus: 'lac', outcome: 'remained' }, 5] as const,
      [{ closingStatus: 'cin', outcome: 'exited' }, 3] as const,
    ]);
  return rng.weighted([
    [{ closingStatus: 'none', outcome: 'closed' }, 5] as const,
    [{ closingStatus: 'cin', outcome: 'down' }, 6] as const,
    [{ closingStatus: 'cp', outcome: 'same' }, 4] as const,
    [{ closingStatus: 'plo', outcome: 'up' }, 1] as const,
    [{ closingStatus: 'lac', outcome: 'came' }, 2] as const,
    [{ closingStatus: 'pwp', outcome: 'came' }, 1] as const,
  ]);
}

export interface World {
  readonly seed: number;
  readonly first: QuarterNumber;
  readonly quarters: number;
  readonly cases: readonly Case[];
}

interface Index {
  readonly started: ReadonlyMap<string, readonly Case[]>;
  readonly closed: ReadonlyMap<string, readonly Case[]>;
}

const indexes = new WeakMap<World, Index>();

/** The cases of a world by programme and quarter, sorted out once. */
function indexOfCases(world: World): Index {
  const known = indexes.get(world);
  if (known) return known;
  const index: Index = {
    started: Map.groupBy(world.cases, (each) => `${each.programme} ${each.started}`),
    closed: Map.groupBy(world.cases, (each) => `${each.programme} ${each.closed}`),
  };
  indexes.set(world, index);
  return index;
}

export const started = (world: World, programme: Programme, quarter: QuarterNumber): readonly Case[] =>
  indexOfCases(world).started.get(`${programme} ${quarter}`) ?? [];

export const closed = (world: World, programme: Programme, quarter: QuarterNumber): readonly Case[] =>
  indexOfCases(world).closed.get(`${programme} ${quarter}`) ?? [];

export const childrenIn = (cases: readonly Case[]): number =>
  cases.reduce((total, each) => total + each.children, 0);

export const isAtHome = (each: Case): boolean => each.closingStatus !== 'lac' && each.closingStatus !== 'pwp';
