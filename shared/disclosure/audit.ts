/**
 * The disclosure audit: proves of a finished public edition that no small count in it can be worked out or narrowed.
 *
 * It shares nothing with the code that chose what to withhold. It reads the edition as a reader would, and takes
 * the chooser's word for nothing: for each small count it is given two other truths, one with the count at its least
 * and one above the threshold, and plugs both into every relation they touch. Two truths that print the same edition
 * prove the count open, whole numbers included; a bound that was merely computed would not.
 */

import { asPrinted, leftStanding, small, wronglyRounded } from '#shared/disclosure/audit-face.ts';
import { type AuditInput, leastPossible, readEdition, withinReach } from '#shared/disclosure/audit-read.ts';
import { isExact } from '#shared/disclosure/issued.ts';
import type { Entry } from '#shared/disclosure/ledger.ts';
import type { Change, Claim } from '#shared/disclosure/plan.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import type { Relation, RelationBody, Term, Variable } from '#shared/relation/relation.ts';
import { indexRelations, type RelationIndex, variablesOf } from '#shared/relation/terms.ts';

/** One small count that is proved open, with values it could still have. */
export interface Proof {
  readonly id: string;
  readonly possible: readonly number[];
}

export interface Failure {
  readonly id: string;
  readonly why: string;
  /** Quantities of the relation that gives it away. */
  readonly near: readonly string[];
}

/** Whoever chose what to withhold offers no other truths. */
export const NO_CLAIM = 'no other values are known for it';

export interface Verdict {
  readonly proofs: readonly Proof[];
  readonly failures: readonly Failure[];
}

type Linear = Extract<RelationBody, { shape: 'linear' }>;

interface Reader {
  readonly input: AuditInput;
  readonly printed: ReadonlySet<string>;
  /** Printed here or public through earlier editions: a rate among these binds what it rests on. */
  readonly telling: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
  readonly relations: RelationIndex;
  readonly truth: Variables;
  /** What each count is at least, by the zeros in print alone. */
  readonly least: ReadonlyMap<string, number>;
}

function variableOf({ id, quantity }: Entry): Variable {
  const { low, high, whole } = quantity;
  return { id, low, high, whole, approximate: false, blank: false, weight: 1 };
}

/** The value a ratio would have under another truth, with the rounding its printing allows. */
function ratioAt(
  body: Extract<RelationBody, { shape: 'ratio' }>,
  value: (id: string) => number,
  step: number,
) {
  const sum = (terms: readonly Term[]) => terms.reduce((total, t) => total + t.factor * value(t.variable), 0);
  const below = sum(body.denominator);
  if (below === 0) return null;
  const rate = sum(body.numerator) / below;
  return { low: rate - step / 2, high: rate + step / 2 };
}

/** The reader's board under another truth: counts as changed, withheld rates as they would follow. */
function otherWorld(change: Change, { input, telling, relations, truth }: Reader) {
  const { entries } = input.ledger;
  const value = (id: string) => (entries.get(id)?.quantity.value ?? 0) + (change.get(id) ?? 0);
  const world = new Map<string, Variable>();
  for (const [id, by] of change) {
    const entry = entries.get(id);
    if (entry) world.set(id, { ...variableOf(entry), low: value(id), high: value(id), whole: by % 1 === 0 });
  }
  for (const id of change.keys()) {
    for (const { body } of relations.get(id) ?? []) {
      if (body.shape !== 'ratio' || telling.has(body.result) || change.has(body.result)) continue;
      const result = entries.get(body.result);
      const at = result && ratioAt(body, value, result.quantity.step || 0.01);
      if (!result || !at) continue;
      const known = world.get(body.result);
      const low = Math.min(known?.low ?? at.low, at.low);
      world.set(body.result, { ...variableOf(result), low, high: Math.max(known?.high ?? at.high, at.high) });
    }
  }
  const get = (id: string) => {
    const known = world.get(id) ?? truth.get(id);
    const free = known && !world.has(id) && !telling.has(id) && entries.get(id)?.nature === 'rate';
    return free ? { ...known, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } : known;
  };
  return { touched: [...world.keys()], variables: { get } };
}

/** By how much the change moves the sum; a linear relation that fails on the board itself is read with what it misses by. */
function movedBy(body: Linear, change: Change): number {
  const moved = body.terms.reduce((sum, t) => sum + t.factor * (change.get(t.variable) ?? 0), 0);
  return Math.abs(moved) < 1e-9 ? 0 : moved;
}

/** Brings a sum that fails on the board nearer to holding, at most until it does. */
function bringsNearer(body: Linear, moved: number, { input }: Reader): boolean {
  const missed = body.terms.reduce((sum, t) => sum + t.factor * truthOf(t.variable, input), body.constant);
  return moved * missed <= 0 && Math.abs(moved) <= Math.abs(missed) + 1e-9;
}

function onlyCounts(body: RelationBody, { input }: Reader): boolean {
  return variablesOf(body).every((id) => {
    const nature = input.ledger.entries.get(id)?.nature;
    return nature === 'count' || nature === 'known';
  });
}

/**
 * What a reader makes of sums that fail on the board itself: nothing, or that they miss by what they do, or that they
 * come nearer to holding than they do.
 */
type Trust = 'none' | 'kept' | 'nearer';

/** Another truth, and how sums that fail are read there. */
interface Telling {
  readonly change: Change;
  readonly trust: Trust;
}

/** Whether the relation lets a reader rule this truth out. */
function rulesOut(relation: Relation, { change, trust }: Telling, world: Variables, reader: Reader): boolean {
  const { body } = relation;
  const fails = evaluate(relation, reader.truth).outcome === 'violated';
  if (body.shape === 'linear' && onlyCounts(body, reader) && !(fails && trust === 'none')) {
    const moved = movedBy(body, change);
    return moved !== 0 && !(fails && trust === 'nearer' && bringsNearer(body, moved, reader));
  }
  if (fails || unseen(body, reader)) return false;
  return evaluate(relation, world).outcome === 'violated';
}

/** Rates nobody has seen: that two of them are the same tells a reader nothing their counts do not. */
function unseen(body: RelationBody, { input, telling }: Reader): boolean {
  return variablesOf(body).every((id) => !telling.has(id) && input.ledger.entries.get(id)?.nature === 'rate');
}

/** What to withhold so that the relation tells less: the printed rates in it, else everything in it. */
function giveaways(body: RelationBody, { input, printed }: Reader): readonly string[] {
  const ids = variablesOf(body);
  const rates = ids.filter((id) => printed.has(id) && input.ledger.entries.get(id)?.nature === 'rate');
  return rates.length > 0 ? rates : ids;
}

function truthOf(id: string, { ledger }: AuditInput): number {
  return ledger.entries.get(id)?.quantity.value ?? 0;
}

/** The least and the most a small count must be able to be: what prints as it does, or the whole range where it is withheld. */
function endsOf({ id, quantity: { value } }: Entry, { input, withheld, least }: Reader) {
  const { threshold, base = 0, known } = input;
  const [low = 0, high = Number.POSITIVE_INFINITY] = known.get(id) ?? [];
  const floor = Math.max(least.get(id) ?? 0, low);
  if (!base || withheld.has(id)) {
    return { low: Math.max(1, floor), high: Math.min(threshold + 1, high) };
  }
  const like = (n: number) => asPrinted(n, base) === asPrinted(value, base);
  const near = Array.from({ length: 2 * base + 1 }, (_, i) => value - base + i).filter(like);
  return { low: Math.max(floor, near[0] ?? value), high: Math.min(near.at(-1) ?? value, high) };
}

/** Whether this edition, or an earlier one, would read differently if the count were so. */
function printsOtherwise(id: string, value: number, { input, printed }: Reader): boolean {
  const [low, high] = input.known.get(id) ?? [value, value];
  const printsSo = !input.base || asPrinted(value, input.base) !== asPrinted(truthOf(id, input), input.base);
  return (printed.has(id) && printsSo) || value < low || value > high;
}

/** Why a reader would not believe this truth; null where nothing speaks against it. */
function objection(telling: Telling, reader: Reader): Omit<Failure, 'id'> | null {
  const { entries } = reader.input.ledger;
  const { change } = telling;
  for (const [id, by] of change) {
    const entry = entries.get(id);
    const value = (entry?.quantity.value ?? Number.NaN) + by;
    if (entry?.nature !== 'count' || !Number.isInteger(value)) {
      return { why: 'no count can be so', near: [id] };
    }
    if (printsOtherwise(id, value, reader)) return { why: 'a printed number would differ', near: [id] };
    const least = entry.quantity.value < 0 ? Number.NEGATIVE_INFINITY : reader.withheld.has(id) ? 1 : 0;
    if (value < least) return { why: 'a withheld number would be less than it can be', near: [id] };
  }
  const { touched, variables } = otherWorld(change, reader);
  for (const relation of new Set(touched.flatMap((id) => reader.relations.get(id) ?? []))) {
    if (rulesOut(relation, telling, variables, reader)) {
      return { why: relation.label, near: giveaways(relation.body, reader) };
    }
  }
  return null;
}

/**
 * A sum that fails on the board itself must still hide that the count is small, although it settles nothing about how
 * small it is. Where it leaves no way up, there must be one without it, and whoever trusts it as far as it can be
 * trusted must be led to a number that is not small: to nought, or above the threshold.
 */
function objectionUp({ id, up, trusting }: Claim, reader: Reader): Omit<Failure, 'id'> | null {
  if (!trusting) return objection({ change: up, trust: 'kept' }, reader);
  if (small(truthOf(id, reader.input) + (trusting.get(id) ?? 0), reader.input.threshold)) {
    return { why: 'the values offered are too close', near: [id] };
  }
  return (
    objection({ change: up, trust: 'none' }, reader) ??
    objection({ change: trusting, trust: 'nearer' }, reader)
  );
}

function judge(entry: Entry, claim: Claim | undefined, reader: Reader): Proof | Failure {
  const { id } = entry;
  const { value } = entry.quantity;
  if (!claim) return { id, why: NO_CLAIM, near: [id] };
  const up = value + (claim.up.get(id) ?? 0);
  const down = value + (claim.down.get(id) ?? 0);
  const { low, high } = endsOf(entry, reader);
  if (up < high || down > low) return { id, why: 'the values offered are too close', near: [id] };
  const why = objectionUp(claim, reader) ?? objection({ change: claim.down, trust: 'none' }, reader);
  return why ? { id, ...why } : { id, possible: [...new Set([down, value, up])] };
}

/** A rate of rounded counts, worked out from these, tells nothing more than they do. */
function tellingIn({ ledger, base }: AuditInput, printed: ReadonlySet<string>): readonly string[] {
  if (base === undefined) return [...printed];
  const workedOut = new Set(
    ledger.relations.flatMap(({ body }) => (body.shape === 'ratio' ? [body.result] : [])),
  );
  return [...printed].filter((id) => !workedOut.has(id));
}

/** Small counts that nobody may be able to work out: withheld, or in no table but tied to what is printed. */
function toProve({ input, printed, withheld }: Reader): readonly Entry[] {
  const reach = withinReach(input, new Set([...printed, ...withheld]));
  return [...input.ledger.entries.values()].filter(
    ({ id, nature, quantity }) =>
      nature === 'count' &&
      small(quantity.value, input.threshold) &&
      reach.has(id) &&
      !isExact(input.known.get(id)) &&
      (input.base !== undefined || !printed.has(id)),
  );
}

export function audit(input: AuditInput): Verdict {
  const { entries, relations } = input.ledger;
  const { printed, withheld } = readEdition(input);
  const seenAway = new Set([...withheld, ...input.masked]);
  const truth: Variables = {
    get: (id) => {
      const entry = entries.get(id);
      return entry && variableOf(entry);
    },
  };
  const reader = {
    input,
    printed,
    withheld: seenAway,
    telling: new Set([...tellingIn(input, printed), ...input.known.keys()]),
    relations: indexRelations(relations),
    truth,
    least: leastPossible(input, printed, seenAway),
  };
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  const judged = toProve(reader).map((entry) => judge(entry, claims.get(entry.id), reader));
  const both = [...withheld].filter((id) => printed.has(id));
  return {
    proofs: judged.filter((one) => 'possible' in one),
    failures: [
      ...(input.base ? wronglyRounded(input) : leftStanding(input, printed)),
      ...both.map((id) => ({ id, why: 'printed in one place and withheld in another', near: [] })),
      ...judged.filter((one) => 'why' in one),
    ],
  };
}
