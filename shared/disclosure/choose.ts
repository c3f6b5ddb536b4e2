/**
 * Which further counts to withhold so that no small one can be worked out or narrowed.
 *
 * Each small count in turn is given the cheapest way to be 1 and the cheapest way to be above the threshold, with
 * what is withheld already as good as free; afterwards every further count is published again if the small ones
 * still have a way without it. The procedure is the one of tau-ARGUS's and sdcTable's heuristics, over all tables
 * together (Hundepool et al. 2012, chapter 4; Meindl 2011). Same input, same pattern.
 */
import { cheapestMove, type Networks, networksOf, type Price } from '#shared/disclosure/move.ts';
import {
  type Count,
  type Disclosure,
  isSmall,
  type Move,
  type Sum,
  sensitiveOf,
} from '#shared/disclosure/problem.ts';

/** Ways a small count could be its least and could be above the threshold. */
export interface Witness {
  readonly count: number;
  readonly down: Move;
  readonly up: Move;
  /** Where sums that do not hold leave no way up: a way to a number that is not small, with these nearer to holding. */
  readonly trusting?: Move;
}

export interface Pattern {
  /** Positions of withheld counts: small ones and further ones. */
  readonly withheld: ReadonlySet<number>;
  readonly witnesses: readonly Witness[];
  /** Small counts no way was found for: nothing may be published with these. */
  readonly open: readonly number[];
}

const ALMOST_FREE = 1e-3;

interface Work {
  readonly network: Networks;
  /** Without the sums that do not hold. */
  readonly sure: Networks;
  /** With those free to come nearer to holding. */
  readonly near: Networks;
  readonly withheld: Set<number>;
  readonly witnesses: Map<number, Witness>;
  readonly open: Set<number>;
  /** Least values small counts can have with everything else open. */
  readonly least: Map<number, number>;
  /** A further count to do without, -1 for none. */
  readonly without: number;
}

/** Anything may be withheld at its price, but for what this attempt is to do without. */
function priced({ network, withheld, without }: Work): Price {
  return (count) => {
    if (count === without) return null;
    const { standing, weight } = network.whole.counts[count] ?? { standing: 'known', weight: 0 };
    if (standing === 'known') return null;
    return standing === 'unshown' || withheld.has(count) ? ALMOST_FREE : weight;
  };
}

/** Only what is withheld may move, but for one. */
function withheldBut({ network, withheld }: Work, without: number): Price {
  return (count) => {
    if (count === without) return null;
    return withheld.has(count) || network.whole.counts[count]?.standing === 'unshown' ? 1 : null;
  };
}

type Ways = Pick<Witness, 'up' | 'trusting'>;

function witnessFor(work: Work, count: number, price: Price): Witness | null {
  const ways = upwards(work, count, price);
  const down = ways && lowest(work, count, work.network.whole.counts[count]?.value ?? 0, price);
  return down ? { count, down, ...ways } : null;
}

/**
 * Up above the threshold. Sums that fail hide it too: they stay as they are; or whoever trusts them finds nought, or
 * more than the threshold, once they are brought nearer to holding.
 */
function upwards({ network, sure, near }: Work, count: number, price: Price): Ways | null {
  const { value = 0, least = 0, most = Number.POSITIVE_INFINITY } = network.whole.counts[count] ?? {};
  const by = Math.min(most, network.whole.threshold + 1) - value;
  const up = cheapestMove(network, count, by, price);
  if (up) return { up };
  const unsure =
    network.whole.sums.length > sure.whole.sums.length ? cheapestMove(sure, count, by, price) : null;
  if (!unsure) return null;
  const size = network.whole.counts.length;
  const loose: Price = (at) => (at < size ? price(at) : ALMOST_FREE);
  const trusted = (to: number) => cheapestMove(near, count, to - value, loose);
  const trusting = (least <= 0 ? trusted(0) : null) ?? trusted(value + by);
  const real = trusting && new Map([...trusting].filter(([at]) => at < size));
  return real ? { up: unsure, trusting: real } : null;
}

/**
 * Down to 1, by sums that hold where those that fail leave no other way; a total of two counts that are not zero is at least 2 whatever is withheld, so down to the least that
 * was ever possible.
 */
function lowest({ network, sure, least }: Work, count: number, value: number, price: Price): Move | null {
  const move = (to: number) =>
    cheapestMove(network, count, to - value, price) ?? cheapestMove(sure, count, to - value, price);
  const known = least.get(count);
  if (known !== undefined) return move(known);
  for (let to = Math.max(1, network.whole.counts[count]?.least ?? 1); to <= value; to++) {
    const found = move(to);
    if (!found) continue;
    least.set(count, to);
    return found;
  }
  return null;
}

function movedBy({ up, down, trusting = new Map() }: Witness): ReadonlySet<number> {
  return new Set([...up.keys(), ...down.keys(), ...trusting.keys()]);
}

function protect(work: Work, count: number): void {
  const witness = witnessFor(work, count, priced(work));
  if (!witness) {
    work.open.add(count);
    return;
  }
  work.witnesses.set(count, witness);
  for (const moved of movedBy(witness)) {
    if (work.network.whole.counts[moved]?.standing === 'shown') work.withheld.add(moved);
  }
}

/** Publishes again what nobody needs withheld, the most useful first. */
function release(work: Work): void {
  const { network, withheld, witnesses } = work;
  const further = [...withheld].filter(
    (i) => !isSmall(network.whole.counts[i] ?? { value: 0 }, network.whole.threshold),
  );
  const useful = (i: number) => network.whole.counts[i]?.weight ?? 0;
  for (const count of further.sort((a, b) => useful(b) - useful(a) || a - b)) {
    const needing = [...witnesses.values()].filter((one) => movedBy(one).has(count));
    const price = withheldBut(work, count);
    const others: Witness[] = [];
    for (const { count: small } of needing) {
      const other = witnessFor(work, small, price);
      if (!other) break;
      others.push(other);
    }
    if (others.length < needing.length) continue;
    withheld.delete(count);
    for (const other of others) witnesses.set(other.count, other);
  }
}

type Ground = Pick<Work, 'network' | 'sure' | 'near' | 'least'>;

function attempt(ground: Ground, order: readonly number[], withheld: ReadonlySet<number>): Work {
  const work: Work = {
    ...ground,
    withheld: new Set(withheld),
    witnesses: new Map(),
    open: new Set(),
    without: -1,
  };
  for (const count of order) protect(work, count);
  release(work);
  return work;
}

function costOf({ network, withheld, open }: Work): number {
  const lost = [...withheld].reduce((sum, i) => sum + (network.whole.counts[i]?.weight ?? 0), 0);
  return lost + open.size * 1e6;
}

/** Orders in which the small counts are taken; small problems can afford several. */
function ordersOf(
  { counts, sumsOf }: Networks['whole'],
  small: readonly number[],
): readonly (readonly number[])[] {
  const value = (i: number) => counts[i]?.value ?? 0;
  const ties = (i: number) => sumsOf[i]?.length ?? 0;
  const rising = [...small].sort((a, b) => value(a) - value(b) || a - b);
  if (counts.length > MOST_FOR_ORDERS) return [rising];
  const busiest = [...small].sort((a, b) => ties(b) - ties(a) || a - b);
  return [rising, [...rising].reverse(), busiest, [...busiest].reverse(), small];
}

const MOST_FOR_ORDERS = 110;
const MOST_FOR_SWAPS = 75;

/** The pattern without one further count: those that lean on it are protected afresh, and what that makes needless goes. */
function swapped(best: Work, without: number): Work {
  const work: Work = {
    ...best,
    withheld: new Set(best.withheld),
    witnesses: new Map(best.witnesses),
    open: new Set(best.open),
    without,
  };
  work.withheld.delete(without);
  for (const witness of best.witnesses.values()) {
    if (movedBy(witness).has(without)) protect(work, witness.count);
    if (work.open.size > best.open.size) return best;
  }
  release(work);
  return work;
}

/** Does without each further count in turn, for as long as that comes out cheaper. */
function improved(first: Work, primary: ReadonlySet<number>): Work {
  let best = first;
  for (const without of [...best.withheld].sort((a, b) => a - b)) {
    if (primary.has(without) || !best.withheld.has(without)) continue;
    const trial = swapped(best, without);
    if (costOf(trial) < costOf(best) - 1e-9) best = trial;
  }
  return best;
}

/** Sums that miss may miss by less: what they come nearer by is a count of its own, from 0 to what they miss by. */
function nearer({ counts, sums, threshold }: Disclosure): Disclosure {
  const loose: Count[] = [];
  const free = sums.map(({ terms, missed = 0 }): Sum => {
    if (missed === 0) return { terms };
    const at = counts.length + loose.length;
    const most = Math.abs(missed);
    loose.push({ id: `nearer ${at}`, value: 0, least: 0, most, standing: 'unshown', weight: 0 });
    return { terms: [...terms, { count: at, factor: Math.sign(missed) }] };
  });
  return { counts: [...counts, ...loose], sums: free, threshold };
}

/**
 * Chooses what to withhold. `also` is withheld from the start, whatever its value.
 * Counts in `open` could not be protected by any pattern of the counts given.
 */
export function choose(problem: Disclosure, also: ReadonlySet<number> = new Set()): Pattern {
  const network = networksOf(problem);
  const small = sensitiveOf(problem);
  const primary = new Set([...also, ...small.filter((i) => network.whole.counts[i]?.standing === 'shown')]);
  const sure = networksOf({ ...problem, sums: problem.sums.filter(({ doubtful }) => !doubtful) });
  const ground = { network, sure, near: networksOf(nearer(problem)), least: new Map<number, number>() };
  const works = ordersOf(network.whole, small).map((order) => attempt(ground, order, primary));
  const first = works.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
  const best = problem.counts.length <= MOST_FOR_SWAPS ? improved(first, primary) : first;
  return { withheld: best.withheld, witnesses: [...best.witnesses.values()], open: [...best.open] };
}
