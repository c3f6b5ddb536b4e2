/**
 * A board's returns over several quarters, from one seed, with every relation between them true.
 *
 * `world/` are the families and what they cost, `returns/` the forms each service fills in, `layout/` the ways
 * they set them out, `write/` the files, `errors/` the slips, `run/` the program and what it made of them.
 */
import { type Laid, layOut } from '#test/simulation/layout/page.ts';
import { type Letter, letterOf, styleOf } from '#test/simulation/layout/style.ts';
import { type QuarterNumber, quarterName, quarterNumber } from '#test/simulation/model/calendar.ts';
import type { Built, SimReturn, Simulation } from '#test/simulation/model/model.ts';
import { random } from '#test/simulation/model/prng.ts';
import { boardReturn } from '#test/simulation/returns/board.ts';
import { fgcReturn } from '#test/simulation/returns/fgc.ts';
import { financeReturn } from '#test/simulation/returns/finance.ts';
import { mstFftReturn } from '#test/simulation/returns/mst-fft.ts';
import { parentingReturn } from '#test/simulation/returns/parenting.ts';
import { performanceReturn } from '#test/simulation/returns/performance.ts';
import { safeReturn } from '#test/simulation/returns/safe.ts';
import { casesOf, type World } from '#test/simulation/world/cases.ts';

type Maker = (world: World, quarter: number) => { readonly value: SimReturn } & Built;

const MAKERS: readonly Maker[] = [
  fgcReturn,
  financeReturn,
  mstFftReturn,
  safeReturn,
  parentingReturn,
  boardReturn,
  performanceReturn,
];

/** The quarter a seed begins in. */
function firstOf(seed: number): QuarterNumber {
  const rng = random(seed);
  return quarterNumber(rng.whole(2021, 2023), rng.pick([1, 1, 1, 2, 3, 4]));
}

/** The clean returns and the relations that hold between them. */
export function simulate(seed: number, quarters: number): Simulation {
  return simulateFrom(seed, firstOf(seed), quarters);
}

/** The same from a quarter of one's own choice. */
export function simulateFrom(seed: number, first: QuarterNumber, quarters: number): Simulation {
  return returnsOf({ seed, first, quarters, cases: casesOf(seed, first, quarters) });
}

/** The same of a world made otherwise. */
export function returnsOf(world: World): Simulation {
  const { seed, first, quarters } = world;
  const all = Array.from({ length: quarters }, (_, i) => first + i);
  const made = all.flatMap((quarter) => MAKERS.map((maker) => maker(world, quarter)));
  return {
    seed,
    periods: all.map(quarterName),
    returns: made.map((each) => each.value),
    relations: made.flatMap((each) => each.relations),
  };
}

export function layOutAll(simulation: Simulation, letter: Letter = letterOf(simulation.seed)): Laid[] {
  return simulation.returns
    .filter((each) => !each.dropped)
    .map((each) => layOut(each, styleOf(simulation.seed, letter, each.provider)));
}
