/**
 * The public edition of a board pack: what may be published, and a proof that no small number can be worked out.
 *
 * The edition is chosen, written and audited in turn; what the audit does not pass has more withheld around the place
 * that gave way, and is audited again; where that gets nowhere, tables, charts and paragraphs that bear on the place
 * are left out. Nothing comes out that was not passed, however long it takes: where nothing is left, or the work is
 * stopped, there is no edition.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { audit, type Failure, NO_CLAIM, type Proof } from '#shared/disclosure/audit.ts';
import { type Disclosed, type Remembered, recordOf, withIssued } from '#shared/disclosure/issued.ts';
import { type LedgerInput, openLedger } from '#shared/disclosure/ledger.ts';
import type { PlanInput } from '#shared/disclosure/plan.ts';
import { masked as withSymbols } from '#shared/edition/apply.ts';
import { withoutNearest } from '#shared/edition/leave.ts';
import { printedBy } from '#shared/edition/print.ts';
import { roundingScheme, type Scheme, suppressionScheme } from '#shared/edition/scheme.ts';
import { besideRates, shownIn } from '#shared/edition/shown.ts';
import { stripped } from '#shared/edition/strip.ts';
import type { Pack } from '#shared/pack/document.ts';

export interface EditionInput extends LedgerInput {
  readonly definition: BoardDefinition;
  /** What public editions already issued tell. */
  readonly issued?: readonly Disclosed[];
}

export interface Certificate {
  readonly threshold: number;
  /** The base the edition is rounded to, null where small numbers are withheld instead. */
  readonly rounding: 5 | 10 | null;
  /** For each small count, its quantity and values it could still have. */
  readonly proofs: readonly Proof[];
}

export interface PublicEdition {
  readonly pack: Pack;
  /** Quantities withheld: small ones, further ones that protect those, and rates that rest on either. */
  readonly suppressed: { readonly small: number; readonly further: number; readonly rates: number };
  readonly certificate: Certificate;
  /** What editions after this one must know of it, once it is issued. Holds what is withheld. */
  readonly record: Disclosed;
}

/** Thrown where no safe edition was found; nothing may be published then. */
export class UnsafeEdition extends Error {
  readonly failures: readonly Failure[];
  constructor(failures: readonly Failure[], rounding: number | null = null) {
    const count = failures.length === 1 ? 'one small number' : `${failures.length} small numbers`;
    const instead =
      rounding === null ? '' : ' Or withhold small numbers instead of rounding (Board, General).';
    super(
      `No public edition was made: ${count} could still be worked out, whatever is left out of the pack. They may follow from public editions already issued. Ask whoever is responsible for information governance before anything is published.${instead}`,
    );
    this.name = 'UnsafeEdition';
    this.failures = failures;
  }
}

/** One round of choosing, writing and auditing: an edition that passed, or what gave way. */
export type Round =
  | { readonly kind: 'passed'; readonly edition: PublicEdition }
  | {
      readonly kind: 'again';
      readonly failures: readonly Failure[];
      /** Whole tables, charts or paragraphs are left out already. */
      readonly leaving: boolean;
    };

const MOST_ROUNDS = 48;
/** Rounds of withholding more that may pass without fewer numbers giving way; none where no pattern at all was found. */
const MOST_IDLE_ROUNDS = 5;

/**
 * Makes the public edition, a round at a time, so that whoever asked can tell how far it is and stop it. Where
 * withholding more gets nowhere, tables, charts and paragraphs are left out: one for each number that gives way, then
 * two, four and so on.
 * Throws `UnsafeEdition` where the audit passes no edition with a number in it.
 */
export function* publicRounds(pack: Pack, input: EditionInput): Generator<Round, PublicEdition> {
  const { rounding = null } = input.definition.smallNumber;
  const remembered = withIssued(openLedger(input), input.issued ?? []);
  let failures: readonly Failure[] = [];
  let leaving = 0;
  const also = new Set<string>();
  for (let bare: Pack | null = stripped(pack, input); bare; ) {
    const end: Round = yield* withholdingRounds(bare, input, remembered, { leaving: leaving > 0, also });
    if (end.kind === 'passed') return end.edition;
    failures = end.failures;
    leaving = Math.max(1, leaving * 2);
    bare = withoutNearest(bare, failures, remembered.ledger, leaving);
  }
  throw new UnsafeEdition(failures, rounding);
}

/** Rounds of one pack, each withholding more than the one before by adding to `also`; ends with the last. */
function* withholdingRounds(
  bare: Pack,
  input: EditionInput,
  { ledger, known, masked }: Remembered,
  { leaving, also }: { readonly leaving: boolean; readonly also: Set<string> },
): Generator<Round, Round> {
  const { threshold, rounding = null } = input.definition.smallNumber;
  const shown = shownIn(bare, ledger);
  const plan: PlanInput = { ledger, threshold, shown, known, masked, beside: besideRates(bare, ledger) };
  const scheme = rounding === null ? suppressionScheme(plan) : roundingScheme(plan, rounding);
  for (const id of also) if (!shown.has(id)) also.delete(id);
  let tried = attempt(bare, input, plan, scheme, also);
  let fewest = Number.POSITIVE_INFINITY;
  for (let round = 1, idle = 0; ; round++) {
    yield tried.kind === 'again' ? { ...tried, leaving } : tried;
    if (tried.kind === 'passed') return tried;
    idle = tried.failures.length < fewest ? 0 : idle + 1;
    fewest = Math.min(fewest, tried.failures.length);
    const most = tried.failures.every(({ why }) => why === NO_CLAIM) ? 0 : MOST_IDLE_ROUNDS;
    if (round >= MOST_ROUNDS || idle > most || !scheme.widen(also, tried.failures)) return tried;
    tried = attempt(bare, input, plan, scheme, also);
  }
}

function attempt(
  bare: Pack,
  { definition }: EditionInput,
  { ledger, threshold, known, masked }: PlanInput,
  scheme: Scheme,
  also: ReadonlySet<string>,
): Round {
  const { symbol, rounding = null } = definition.smallNumber;
  const { withheld, suppressed, claims } = scheme.choose(also);
  const pack = withSymbols(bare, { ledger, withheld, symbol, threshold, rounding, said: scheme.said });
  const base = rounding === null ? {} : { base: rounding };
  // What is left out with its table is not zero either: the sentence in its place says so.
  const away = new Set([...masked, ...withheld]);
  const verdict = audit({ pack, ledger, threshold, known, masked: away, claims, ...base });
  if (verdict.failures.length > 0) return { kind: 'again', failures: verdict.failures, leaving: false };
  const record = recordOf(ledger, printedBy(pack, ledger, rounding));
  const certificate = { threshold, rounding, proofs: verdict.proofs };
  return { kind: 'passed', edition: { pack, suppressed, certificate, record } };
}

/** The public edition in one go. Throws `UnsafeEdition`. */
export function publicEdition(pack: Pack, input: EditionInput): PublicEdition {
  const rounds = publicRounds(pack, input);
  for (let round = rounds.next(); ; round = rounds.next()) if (round.done) return round.value;
}
