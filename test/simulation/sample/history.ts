/** Three financial years of Westmoor: what grew, what shrank, what went wrong and when. */
import type { ErrorKind, Injected, PerQuarter } from '#test/simulation/errors/inject.ts';
import { inject } from '#test/simulation/errors/inject.ts';
import { type Laid, layOut } from '#test/simulation/layout/page.ts';
import { indexOf, quarterName, quarterNumber } from '#test/simulation/model/calendar.ts';
import type { Simulation } from '#test/simulation/model/model.ts';
import { inWestmoor, westmoorStyle } from '#test/simulation/sample/council.ts';
import { returnsOf } from '#test/simulation/simulate.ts';
import { casesOf, type Pace, type Programme } from '#test/simulation/world/cases.ts';

const SEED = 1889;
const QUARTERS = 12;
const FIRST = quarterNumber(2023, 1);

/** A quarter's growth in each programme: functional family therapy is being built up, Safe Families wound down. */
const GROWTH: Readonly<Partial<Record<Programme, number>>> = {
  fft: 0.05,
  can: 0.02,
  fgc: 0.025,
  safe: -0.04,
};
/** Schools refer less over the summer and most after Christmas. */
const SEASON = [1, 0.86, 1.04, 1.1] as const;
/** The quarter in which parenting assessments began to be counted otherwise. */
export const WIDENED = 6;

const pace: Pace = (programme, quarter) => {
  const at = Math.max(0, quarter - FIRST);
  const widened = programme === 'pa' && at >= WIDENED ? 1.35 : 1;
  return (1 + (GROWTH[programme] ?? 0) * at) * (SEASON[indexOf(quarter) - 1] ?? 1) * widened;
};

/** A believable handful; the latest two quarters have theirs still to be found. */
const PER_QUARTER: PerQuarter = (index) => (index >= QUARTERS - 2 ? 6 : 1 + (index % 3));

const KINDS: readonly ErrorKind[] = [
  'wrong total',
  'restated',
  'wrong percent',
  'cross-provider',
  'wrong cell',
  'misspelt label',
  'wrong year to date',
  'unknown label',
  'cross-table',
  'target moved',
  'mapping',
  'duplicated row',
  'unreadable',
  'unit mix',
  'stale caption',
];

/** Of the latest quarter, Safe Families is late and these lie beside the board, to be imported. */
const LATE = 'safe-families';
const WAITING: readonly string[] = ['mst-fft', 'ccfs', 'board'];

export interface Chapter {
  readonly period: string;
  readonly returns: readonly Laid[];
  readonly waiting: readonly Laid[];
}

export interface History {
  readonly chapters: readonly Chapter[];
  readonly errors: readonly Injected[];
  /** What every number should have been. */
  readonly clean: Simulation;
}

export function westmoor(): History {
  const world = { seed: SEED, first: FIRST, quarters: QUARTERS, cases: casesOf(SEED, FIRST, QUARTERS, pace) };
  const clean = inWestmoor(returnsOf(world));
  const { simulation, errors } = inject(clean, { perQuarter: PER_QUARTER, kinds: KINDS });
  const latest = quarterName(FIRST + QUARTERS - 1);
  const sent = simulation.returns.filter((each) => each.period !== latest || each.provider !== LATE);
  const waits = (laid: Laid) => laid.period === latest && WAITING.includes(laid.provider);
  const laid = sent.map((each) => layOut(each, westmoorStyle(each.provider)));
  const chapters = simulation.periods.map((period) => ({
    period,
    returns: laid.filter((each) => each.period === period && !waits(each)),
    waiting: laid.filter((each) => each.period === period && waits(each)),
  }));
  return { chapters, errors, clean };
}
