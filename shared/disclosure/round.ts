/**
 * Rounding to base 5 or 10: what each quantity reads as, and two other truths for each small count that print alike.
 *
 * Counts are rounded each by itself, halves upwards, so that the same count always reads the same (conventional
 * rounding; Hundepool et al. 2012, section 5.4.1). It promises less than suppression: that a number from 1 to the
 * threshold could still be any number that rounds as it does. Where the sums around it tell more, it is withheld.
 */
import { isExact } from '#shared/disclosure/issued.ts';
import type { Entry, Ledger } from '#shared/disclosure/ledger.ts';
import { cheapestMove, type Networks, networksOf, type Price } from '#shared/disclosure/move.ts';
import { type Claim, countsOf, type PlanInput, sumsOf } from '#shared/disclosure/plan.ts';
import { type Count, isSmall, type Move } from '#shared/disclosure/problem.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { RelationBody, Term } from '#shared/relation/relation.ts';

export function roundedTo(value: number, base: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base;
}

/** The least and the most of what rounds as `value` does, for counts that are not negative. */
export function roundsLike(value: number, base: number): readonly [number, number] {
  const at = roundedTo(value, base);
  return [Math.max(0, at - Math.floor(base / 2)), at + Math.ceil(base / 2) - 1];
}

type Ratio = Extract<RelationBody, { shape: 'ratio' }>;

/** How each quantity reads in an edition rounded to `base`; null where it cannot be told without saying more. */
export function roundedIn(ledger: Ledger, base: number): (id: string) => Quantity | null {
  const ratios = new Map<string, Ratio>();
  for (const { body } of ledger.relations) {
    if (body.shape === 'ratio' && holds(body, ledger) && !ratios.has(body.result))
      ratios.set(body.result, body);
  }
  return (id) => {
    const entry = ledger.entries.get(id);
    if (!entry) return null;
    const { quantity, nature } = entry;
    if (nature === 'known') return quantity;
    if (nature === 'count') return exactly(quantity, roundedTo(quantity.value, base));
    const ratio = ratios.get(id);
    if (ratio) return ratioOf(entry, ratio, ledger, base);
    return nature === 'money' || isOutside(entry) ? quantity : null;
  };
}

/** A percentage of a city's people has its base outside the returns. */
function isOutside({ key }: Entry): boolean {
  return key !== null && key.programme === null && key.aspect === 'value';
}

function exactly(quantity: Quantity, value: number): Quantity {
  return { ...quantity, value, low: value, high: value };
}

function over(terms: readonly Term[], ledger: Ledger, read: (entry: Entry) => number): number {
  return terms.reduce((sum, { variable, factor }) => {
    const entry = ledger.entries.get(variable);
    return sum + factor * (entry ? read(entry) : Number.NaN);
  }, 0);
}

function holds({ numerator, denominator, result }: Ratio, ledger: Ledger): boolean {
  const printed = ledger.entries.get(result)?.quantity;
  const value = (entry: Entry) => entry.quantity.value;
  const at = over(numerator, ledger, value) / over(denominator, ledger, value);
  return printed !== undefined && at >= printed.low - 1e-9 && at <= printed.high + 1e-9;
}

function ratioOf({ quantity }: Entry, ratio: Ratio, ledger: Ledger, base: number): Quantity | null {
  const terms = [...ratio.numerator, ...ratio.denominator];
  if (terms.some(({ variable }) => ledger.entries.get(variable)?.nature === 'rate')) return null;
  const read = ({ nature, quantity: { value } }: Entry) =>
    nature === 'count' ? roundedTo(value, base) : value;
  const below = over(ratio.denominator, ledger, read);
  const exact = over(ratio.numerator, ledger, read) / below;
  if (!(below > 0) || !Number.isFinite(exact) || (quantity.value <= 1 && exact > 1)) return null;
  const step = quantity.step || 0.01;
  const value = Number((Math.round(exact / step) * step).toFixed(9));
  return { ...quantity, step, value, low: value - step / 2, high: value + step / 2, whole: false };
}

const FREE: Price = () => 1;

/** Two truths for each small count: the least and the most it could be if the edition reads the same. */
export function claimsFor(input: PlanInput, base: number, withheld: ReadonlySet<string>): readonly Claim[] {
  const ids = [...input.ledger.entries.values()]
    .filter(({ nature }) => nature === 'count' || nature === 'known')
    .map(({ id }) => id)
    .sort();
  const places = new Map(ids.map((id, i) => [id, i]));
  const counts = countsOf(input, ids).map((count) => loosened(count, input, base, withheld));
  const problem = { counts, sums: sumsOf(input, places, counts), threshold: input.threshold };
  const networks = networksOf(problem);
  return counts.flatMap((count, i) => {
    if (count.standing === 'known' || count.idle || !isSmall(count, input.threshold)) return [];
    return [claimOf(networks, i, endsOf(count, input, base, withheld.has(count.id)), ids)];
  });
}

/** A count as the reader of a rounded edition knows it: within what rounds alike. */
function loosened(count: Count, input: PlanInput, base: number, withheld: ReadonlySet<string>): Count {
  const { id, value } = count;
  if (input.ledger.entries.get(id)?.nature === 'known' || isExact(input.known.get(id))) return count;
  const open = { ...count, standing: 'unshown' as const };
  if (value < 0) return open;
  if (withheld.has(id)) return { ...open, least: Math.max(1, count.least) };
  const earlier = input.known.get(id)?.[0] ?? (input.masked.has(id) ? 1 : 0);
  if (!input.shown.has(id)) return { ...open, least: earlier };
  const [low, high] = roundsLike(value, base);
  return { ...open, least: Math.max(low, earlier), most: Math.min(high, count.most ?? high) };
}

/** How far down and up a small count should be able to go. */
function endsOf(
  { value, least, most = Number.POSITIVE_INFINITY }: Count,
  { threshold }: PlanInput,
  base: number,
  away: boolean,
) {
  const [low, high] = away ? [1, threshold + 1] : roundsLike(value, base);
  return [Math.max(low, least), Math.min(high, most)] as const;
}

function claimOf(
  networks: Networks,
  i: number,
  [low, high]: readonly [number, number],
  ids: readonly string[],
): Claim {
  const { value = 0 } = networks.whole.counts[i] ?? {};
  const furthest = (from: number, to: number) => {
    const step = Math.sign(to - from);
    for (let at = from; at !== to; at += step) {
      const move = cheapestMove(networks, i, at - value, FREE);
      if (move) return move;
    }
    return new Map<number, number>();
  };
  const changeOf = (move: Move) => new Map([...move].map(([j, by]) => [ids[j] ?? '', by] as const));
  return { id: ids[i] ?? '', down: changeOf(furthest(low, value)), up: changeOf(furthest(high, value)) };
}
