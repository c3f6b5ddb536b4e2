/**
 * The public edition of a board pack: what may be published, and a proof that no small number can be worked out.
 *
 * The edition is chosen, written and audited in turn; what the audit does not pass has more withheld around the place
 * that gave way, and is audited again. Nothing comes out that was not passed.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { audit, type Failure, type Proof, type Verdict } from '#shared/disclosure/audit.ts';
import { type LedgerInput, openLedger } from '#shared/disclosure/ledger.ts';
import { type Plan, type PlanInput, plannerFor } from '#shared/disclosure/plan.ts';
import { masked as withSymbols } from '#shared/edition/apply.ts';
import { besideRates, shownIn } from '#shared/edition/shown.ts';
import { stripped } from '#shared/edition/strip.ts';
import type { Disclosed, Pack } from '#shared/pack/document.ts';

export interface EditionInput extends LedgerInput {
  readonly definition: BoardDefinition;
  /** What public editions already issued print and withhold. */
  readonly issued?: readonly Disclosed[];
}

export interface Certificate {
  readonly threshold: number;
  /** For each small count, its quantity and values it could still have. */
  readonly proofs: readonly Proof[];
}

export interface PublicEdition {
  readonly pack: Pack;
  /** Quantities withheld: small ones, further ones that protect those, and rates that rest on either. */
  readonly suppressed: { readonly small: number; readonly further: number; readonly rates: number };
  readonly certificate: Certificate;
}

/** Thrown where no safe edition was found; nothing may be published then. */
export class UnsafeEdition extends Error {
  readonly failures: readonly Failure[];
  constructor(failures: readonly Failure[]) {
    const count = failures.length === 1 ? 'one small number' : `${failures.length} small numbers`;
    super(
      `No public edition was made: ${count} could still be worked out from the rest of the pack. Leave out the tables that hold them, or publish totals only.`,
    );
    this.name = 'UnsafeEdition';
    this.failures = failures;
  }
}

const MOST_ROUNDS = 12;

/**
 * Makes the public edition of a board pack. Throws `UnsafeEdition` where the audit passes no edition.
 */
export function publicEdition(pack: Pack, input: EditionInput): PublicEdition {
  const { threshold, symbol } = input.definition.smallNumber;
  const ledger = openLedger(input);
  const bare = stripped(pack, input);
  const issued = all(input.issued ?? [], 'printed');
  const masked = all(input.issued ?? [], 'withheld');
  const shown = shownIn(bare, ledger);
  const plan: PlanInput = { ledger, threshold, shown, issued, masked, beside: besideRates(bare, ledger) };
  const planner = plannerFor(plan);
  const also = new Set<string>();
  let failures: readonly Failure[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = planner(also);
    const edition = withSymbols(bare, { ledger, withheld: chosen.withheld, symbol, threshold });
    const verdict = audit({ pack: edition, ledger, threshold, issued, masked, claims: chosen.claims });
    if (verdict.failures.length === 0) return passed(edition, chosen, verdict, plan);
    failures = verdict.failures;
    if (!widen(also, failures, plan)) break;
  }
  throw new UnsafeEdition(failures);
}

function passed(edition: Pack, plan: Plan, verdict: Verdict, { shown, threshold }: PlanInput): PublicEdition {
  const { small, further, rates, withheld } = plan;
  const printed = [...shown.keys()].filter((id) => !withheld.has(id)).sort();
  const pack = { ...edition, disclosed: { printed, withheld: [...withheld].sort() } };
  return { pack, suppressed: { small, further, rates }, certificate: { threshold, proofs: verdict.proofs } };
}

/** Withholds what stands in the relation that gave a number away; false where that is nothing new. */
function widen(also: Set<string>, failures: readonly Failure[], { shown }: PlanInput): boolean {
  const before = also.size;
  for (const id of failures.flatMap(({ near }) => near)) {
    if (shown.has(id)) also.add(id);
  }
  return also.size > before;
}

function all(editions: readonly Disclosed[], what: keyof Disclosed): ReadonlySet<string> {
  return new Set(editions.flatMap((edition) => edition[what]));
}
