/** The two ways of making a pack safe: withholding small numbers, and rounding every number of people. */
import type { Failure } from '#shared/disclosure/audit.ts';
import { type Claim, type PlanInput, plannerFor } from '#shared/disclosure/plan.ts';
import { claimsFor, roundedIn } from '#shared/disclosure/round.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

/** A choice of what to withhold, with the truths that are to prove it safe. */
export interface Choice {
  readonly withheld: ReadonlySet<string>;
  readonly suppressed: { readonly small: number; readonly further: number; readonly rates: number };
  readonly claims: readonly Claim[];
}

export interface Scheme {
  /** How a quantity that is not withheld reads. */
  readonly said: (id: string) => Quantity | null;
  /** What to withhold; `also` is withheld whatever its value. */
  readonly choose: (also: ReadonlySet<string>) => Choice;
  /** Adds to `also` what the audit found to give numbers away; false where that is nothing new. */
  readonly widen: (also: Set<string>, failures: readonly Failure[]) => boolean;
}

export function suppressionScheme(plan: PlanInput): Scheme {
  const planner = plannerFor(plan);
  const sums = sumsByTerm(plan);
  const open = openIn(plan);
  return {
    said: (id) => plan.ledger.entries.get(id)?.quantity ?? null,
    choose: (also) => {
      const { withheld, small, further, rates, claims } = planner(also);
      return { withheld, suppressed: { small, further, rates }, claims };
    },
    // What gives a number away goes first; where nothing shown does, the nearest that bears on it.
    widen: (also, failures) =>
      added(
        also,
        failures.flatMap(({ near }) => near.filter((id) => plan.shown.has(id))),
      ) ||
      added(
        also,
        failures.flatMap(({ id, near }) =>
          nearestIn([id, ...near], sums, (one) => open(one) && !also.has(one), plan),
        ),
      ),
  };
}

/**
 * Everything is rounded; what the sums around it tell too much of is withheld: the small number first, then the
 * least useful of those it is added up with.
 */
export function roundingScheme(plan: PlanInput, base: 5 | 10): Scheme {
  const said = roundedIn(plan.ledger, base);
  const ratios = partsOfRates(plan);
  const sums = sumsByTerm(plan);
  const value = (id: string) => plan.ledger.entries.get(id)?.quantity.value ?? 0;
  const open = openIn(plan);
  return {
    said,
    choose: (also) => {
      const rates = [...plan.shown.keys()].filter(
        (id) => said(id) === null || (ratios.get(id) ?? []).some((on) => also.has(on)),
      );
      const small = [...also].filter((id) => value(id) >= 1 && value(id) <= plan.threshold).length;
      const withheld = new Set([...also, ...rates]);
      const further = also.size - small;
      return {
        withheld,
        suppressed: { small, further, rates: withheld.size - also.size },
        claims: claimsFor(plan, base, withheld),
      };
    },
    widen: (also, failures) =>
      added(
        also,
        failures.flatMap(({ id, near }) => {
          if (open(id) && !also.has(id)) return [id];
          return nearestIn([id, ...near], sums, (one) => open(one) && !also.has(one), plan);
        }),
      ),
  };
}

/** Whether a quantity is shown and would say something withheld: a nought stays a nought. */
function openIn({ shown, ledger }: PlanInput): (id: string) => boolean {
  return (id) => shown.has(id) && (ledger.entries.get(id)?.quantity.value ?? 0) !== 0;
}

/** What each rate is made of. */
function partsOfRates({ ledger }: PlanInput): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { body } of ledger.relations) {
    if (body.shape !== 'ratio') continue;
    const ids = [...body.numerator, ...body.denominator].map(({ variable }) => variable);
    parts.set(body.result, [...(parts.get(body.result) ?? []), ...ids]);
  }
  return parts;
}

/** Sums by what they add up. */
function sumsByTerm({ ledger }: PlanInput): ReadonlyMap<string, readonly (readonly string[])[]> {
  const sums = new Map<string, (readonly string[])[]>();
  for (const { body } of ledger.relations) {
    if (body.shape !== 'linear') continue;
    const ids = body.terms.map(({ variable }) => variable);
    for (const id of ids) sums.set(id, [...(sums.get(id) ?? []), ids]);
  }
  return sums;
}

/** The least useful among those nearest to `from` by the sums that still can be withheld; none where there is none. */
function nearestIn(
  from: readonly string[],
  sums: ReadonlyMap<string, readonly (readonly string[])[]>,
  can: (id: string) => boolean,
  { shown }: PlanInput,
): readonly string[] {
  const met = new Set(from);
  for (let edge = from; edge.length > 0; ) {
    const next = new Set(
      edge
        .flatMap((id) => sums.get(id) ?? [])
        .flat()
        .filter((id) => !met.has(id)),
    );
    for (const id of next) met.add(id);
    const found = [...next].filter(can);
    const worth = (id: string) => shown.get(id) ?? 0;
    if (found.length > 0) {
      return found.sort((a, b) => worth(a) - worth(b) || (a < b ? -1 : 1)).slice(0, 1);
    }
    edge = [...next];
  }
  return [];
}

function added(also: Set<string>, ids: readonly string[]): boolean {
  const before = also.size;
  for (const id of ids) also.add(id);
  return also.size > before;
}
