/**
 * `npm run bench:disclosure`: how much is withheld beyond what must be, and how long the choice takes.
 *
 * Single tables of up to 60 cells are held against the exact optimum; linked sets (this quarter, last quarter issued,
 * year to date) against the best of many runs of the chooser with the counts shuffled and their worth disturbed.
 * Time is that of the processor, so that a busy machine does not count.
 */
import { choose } from '#shared/disclosure/choose.ts';
import { type Disclosure, isSmall } from '#shared/disclosure/problem.ts';
import { nextQuarter, quarterOnly, withTotals } from '#test/disclosure/linked.ts';
import { optimum } from '#test/disclosure/optimum.ts';
import { between, randomBody, randomFrom } from '#test/disclosure/random.ts';

const TABLES = Number(process.argv[2] ?? 200);
const SETS = Number(process.argv[3] ?? 10);
const SHUFFLES = Number(process.argv[4] ?? 10);

function milliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): { readonly made: T; readonly ms: number } {
  const start = milliseconds();
  const made = work();
  return { made, ms: milliseconds() - start };
}

/** Ids of the counts withheld beyond the small ones. */
function furtherOf(problem: Disclosure): { readonly ids: readonly string[]; readonly ms: number } {
  const { made, ms } = timed(() => choose(problem));
  if (made.open.length > 0) throw new Error('A small count was left open.');
  const further = [...made.withheld].flatMap((i) => problem.counts[i] ?? []);
  return { ids: further.filter((count) => !isSmall(count, problem.threshold)).map(({ id }) => id), ms };
}

function report(name: string, mine: number, best: number, limit: number, slowest: number): void {
  const ratio = mine / best;
  const verdict = ratio <= limit && slowest <= 1000 ? 'ok' : 'TOO MUCH';
  console.log(
    `${name}: ${mine} further cells against ${best}, ${ratio.toFixed(3)} (limit ${limit}); slowest ${slowest.toFixed(0)} ms: ${verdict}`,
  );
  if (verdict !== 'ok') process.exitCode = 1;
}

function singleTables(): void {
  const random = randomFrom(1);
  const sums = { mine: 0, best: 0, slowest: 0 };
  for (let n = 0; n < TABLES; n++) {
    const rows = between(random, 2, 8);
    const columns = Math.min(between(random, 2, 6), Math.floor(60 / (rows + 1)) - 1);
    const table = withTotals(randomBody(random, rows, columns));
    const problem = quarterOnly(table);
    const { ids, ms } = furtherOf(problem);
    const best = optimum({ table, threshold: 5, cost: problem.counts.map(({ weight }) => weight) });
    if (!best) throw new Error('The optimum was not proved.');
    sums.mine += ids.length;
    sums.best += best.length;
    sums.slowest = Math.max(sums.slowest, ms);
  }
  report(`${TABLES} tables of up to 60 cells`, sums.mine, sums.best, 1.05, sums.slowest);
}

/** The same problem with its counts in another order, worth a little more or less. */
function disturbed({ counts, sums, threshold }: Disclosure, random: () => number): Disclosure {
  const order = [...counts.keys()].map((i) => [random(), i] as const).sort(([a], [b]) => a - b);
  const places = new Map(order.map(([, i], at) => [i, at]));
  return {
    threshold,
    counts: order.flatMap(([, i]) => {
      const count = counts[i];
      return count ? [{ ...count, weight: count.weight * (0.75 + random() / 2) }] : [];
    }),
    sums: sums.map(({ terms }) => ({
      terms: terms.map(({ count, factor }) => ({ count: places.get(count) ?? -1, factor })),
    })),
  };
}

function linkedSets(): void {
  const random = randomFrom(7);
  const sums = { mine: 0, best: 0, slowest: 0 };
  for (let n = 0; n < SETS; n++) {
    const [rows, columns] = [between(random, 3, 5), between(random, 3, 4)];
    const tables = [0, 1].map(() => withTotals(randomBody(random, rows, columns)));
    const [before = [], now = []] = tables;
    const problem = nextQuarter(before, now, choose(quarterOnly(before)).withheld);
    const worth = new Map(problem.counts.map(({ id, weight }) => [id, weight]));
    const cost = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (worth.get(id) ?? 0), 0);
    const { ids, ms } = furtherOf(problem);
    const others = Array.from({ length: SHUFFLES }, () => cost(furtherOf(disturbed(problem, random)).ids));
    sums.mine += cost(ids);
    sums.best += Math.min(cost(ids), ...others);
    sums.slowest = Math.max(sums.slowest, ms);
  }
  report(`${SETS} linked sets, by what the cells are worth`, sums.mine, sums.best, 1.15, sums.slowest);
}

function hundredCells(): void {
  const random = randomFrom(3);
  const times = [0, 1, 2, 3].map(() => furtherOf(quarterOnly(withTotals(randomBody(random, 9, 9)))).ms);
  console.log(`Tables of 100 cells: ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')} (limit 1000)`);
}

singleTables();
linkedSets();
hundredCells();
