/**
 * What to withhold from a publication: from the quantities it would show to the ids it must not.
 */
import { choose, type Pattern } from '#shared/disclosure/choose.ts';
import { isExact, type Public } from '#shared/disclosure/issued.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';
import {
  type Count,
  type Disclosure,
  isSmall,
  type Move,
  type Standing,
  type Sum,
} from '#shared/disclosure/problem.ts';
import { withheldRates } from '#shared/disclosure/rates.ts';
import { variablesOf } from '#shared/relation/terms.ts';

export interface PlanInput {
  readonly ledger: Ledger;
  readonly threshold: number;
  /** Ids the publication would show, with how useful each is. */
  readonly shown: ReadonlyMap<string, number>;
  /** What earlier editions tell, public for good. */
  readonly known: Public;
  /** Ids earlier editions show the symbol for: their readers know that these are not zero. */
  readonly masked: ReadonlySet<string>;
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

/** Changes by id: another truth that would print the same publication. */
export type Change = ReadonlyMap<string, number>;

export interface Claim {
  readonly id: string;
  readonly down: Change;
  readonly up: Change;
  /** Where sums that do not hold leave no way up: not small, for a reader who trusts those too. */
  readonly trusting?: Change;
}

export interface Plan {
  /** Shown ids to withhold. */
  readonly withheld: ReadonlySet<string>;
  /** How many of them are small themselves, and how many protect those. */
  readonly small: number;
  readonly further: number;
  readonly rates: number;
  readonly claims: readonly Claim[];
  /** Small ids no pattern protects. */
  readonly open: readonly string[];
}

function standingOf(id: string, value: number, { shown, known, ledger }: PlanInput): Standing {
  if (ledger.entries.get(id)?.nature === 'known' || isExact(known.get(id))) return 'known';
  if (!shown.has(id)) return 'unshown';
  return value === 0 ? 'known' : 'shown';
}

export function countsOf(input: PlanInput, ids: readonly string[]): readonly Count[] {
  const idle = idleIds(input);
  return ids.map((id) => {
    const value = input.ledger.entries.get(id)?.quantity.value ?? 0;
    const standing = standingOf(id, value, input);
    const seen = standing === 'shown' || input.masked.has(id);
    const [low = 0, most] = input.known.get(id) ?? [];
    const least = value < 0 ? Number.NEGATIVE_INFINITY : Math.max(seen ? 1 : 0, low);
    const count = { id, value, least, standing, weight: input.shown.get(id) ?? 0, idle: idle.has(id) };
    return most === undefined ? count : { ...count, most };
  });
}

/** Sums of counts only; a sum with a rate or an amount in it bounds no count by itself. */
export function sumsOf(
  { ledger }: PlanInput,
  places: ReadonlyMap<string, number>,
  counts: readonly Count[],
): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { body } of ledger.relations) {
    if (body.shape !== 'linear') continue;
    const terms = body.terms.map(({ variable, factor }) => ({ count: places.get(variable) ?? -1, factor }));
    if (terms.some(({ count }) => count < 0)) continue;
    const sorted = terms
      .filter(({ count }) => counts[count]?.standing !== 'known')
      .sort((a, b) => a.count - b.count);
    if (sorted.length === 0) continue;
    const lead = sorted[0]?.factor ?? 1;
    const value = (id: string) => ledger.entries.get(id)?.quantity.value ?? 0;
    const missed = body.terms.reduce((sum, t) => sum + t.factor * value(t.variable), body.constant);
    const doubtful = Math.abs(missed) > 1e-9;
    const name = sorted.map(({ count, factor }) => `${count}:${factor / lead}`).join();
    // Said twice, once so that it holds, it is sure.
    if (sums.get(name)?.doubtful === false) continue;
    sums.set(name, { terms: sorted, doubtful, ...(doubtful ? { missed } : {}) });
  }
  return [...sums.values()];
}

/** Counts that are not known and hang together with a small one through others that are not known either. */
function shadowOf({ counts, sums }: Disclosure, withheld: ReadonlySet<number>): ReadonlySet<number> {
  const hidden = (i: number) => withheld.has(i) || counts[i]?.standing === 'unshown';
  const parent = counts.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) at = parent[at] ?? at;
    return at;
  };
  for (const { terms } of sums) {
    const [first, ...others] = terms.filter(({ count }) => hidden(count));
    for (const { count } of others) if (first) parent[root(count)] = root(first.count);
  }
  const dark = new Set([...withheld].map(root));
  return new Set(counts.flatMap((_, i) => (hidden(i) && dark.has(root(i)) ? [i] : [])));
}

/**
 * Ids no relation ties to anything printed or withheld, here or in an earlier edition, however far round: nothing in
 * print bears on them.
 */
function idleIds({ ledger, shown, known, masked }: PlanInput): ReadonlySet<string> {
  const edges = new Map<string, string[]>();
  for (const { body } of ledger.relations) {
    const ids = variablesOf(body).filter((id) => ledger.entries.get(id)?.nature !== 'known');
    ids.forEach((id, i) => {
      const next = ids[(i + 1) % ids.length] ?? id;
      edges.set(id, [...(edges.get(id) ?? []), next]);
      edges.set(next, [...(edges.get(next) ?? []), id]);
    });
  }
  const reached = new Set([...shown.keys(), ...known.keys(), ...masked]);
  // A set grows while it is walked, so this goes on until nothing new is reached.
  for (const id of reached) for (const next of edges.get(id) ?? []) reached.add(next);
  return new Set([...ledger.entries.keys()].filter((id) => !reached.has(id)));
}

/** Chooses what to withhold; `also` is withheld from the start, whatever its value. */
export type Planner = (also: ReadonlySet<string>) => Plan;

/** Where returns give several numbers for one quantity and one of them is small, none is shown. */
function contradicting({ ledger, threshold }: PlanInput): readonly string[] {
  const groups = Map.groupBy(
    [...ledger.entries.values()].filter(({ apartFrom }) => apartFrom !== undefined),
    ({ apartFrom }) => apartFrom ?? '',
  );
  return [...groups].flatMap(([id, others]) => {
    const all = [...others, ...[ledger.entries.get(id)].filter((entry) => entry !== undefined)];
    const any = all.some(({ nature, quantity }) => nature === 'count' && isSmall(quantity, threshold));
    return any ? all.map((entry) => entry.id) : [];
  });
}

/** A planner for one publication. Withholding further rates does not choose among the counts again. */
export function plannerFor(input: PlanInput): Planner {
  const ids = [...input.ledger.entries.values()]
    .filter(({ nature }) => nature === 'count' || nature === 'known')
    .map(({ id }) => id)
    .sort();
  const places = new Map(ids.map((id, i) => [id, i]));
  const counts = countsOf(input, ids);
  const problem: Disclosure = { counts, sums: sumsOf(input, places, counts), threshold: input.threshold };
  const patterns = new Map<string, Pattern>();
  return (also) => {
    const start = [...also, ...contradicting(input)].flatMap((id) => {
      const at = places.get(id);
      return at !== undefined && counts[at]?.standing === 'shown' ? [at] : [];
    });
    const name = start.sort((a, b) => a - b).join();
    const pattern = patterns.get(name) ?? choose(problem, new Set(start));
    patterns.set(name, pattern);
    return planFrom(input, problem, pattern, also);
  };
}

function planFrom(input: PlanInput, problem: Disclosure, pattern: Pattern, also: ReadonlySet<string>): Plan {
  const idOf = (i: number) => problem.counts[i]?.id ?? '';
  const hidden = new Set([...shadowOf(problem, pattern.withheld)].map(idOf));
  const { ledger, threshold, beside } = input;
  const shown = new Set([...input.shown.keys()]);
  const rates = [...withheldRates({ ledger, threshold, shown, hidden, beside }, also)].filter((id) =>
    shown.has(id),
  );
  const small = [...pattern.withheld].filter((i) =>
    isSmall(problem.counts[i] ?? { value: 0 }, threshold),
  ).length;
  const changeOf = (move: Move) => new Map([...move].map(([i, by]) => [idOf(i), by] as const));
  return {
    withheld: new Set([...[...pattern.withheld].map(idOf), ...rates]),
    small,
    further: pattern.withheld.size - small,
    rates: rates.length,
    claims: pattern.witnesses.map(({ count, down, up, trusting }) => ({
      id: idOf(count),
      down: changeOf(down),
      up: changeOf(up),
      ...(trusting ? { trusting: changeOf(trusting) } : {}),
    })),
    open: pattern.open.map(idOf),
  };
}
