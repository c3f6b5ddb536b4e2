/** Identities of the definition: `result = Σ terms`, or `result = Σ terms / Σ over`. */
import type { Aspect, QuantityKey } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Identity, IdentityTerm } from '#shared/definition/definition.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import { type Book, type Entry, termsOf } from '#shared/relation/book.ts';
import type { Tray } from '#shared/relation/draft.ts';
import { entryLabel, keyLabel, placeLabel } from '#shared/relation/label.ts';
import { oncePerReturn, pick } from '#shared/relation/pick.ts';
import type { RelationBody, RelationKind, Term } from '#shared/relation/relation.ts';

/** What a term that names no aspect speaks of. */
const ASPECT: Aspect = 'value';

type Units = ReadonlyMap<string, Unit>;

/** The dims of a result beyond those its term fixes; null where the term does not fit the key. */
function freeDims(term: IdentityTerm, dims: QuantityKey['dims']): Record<string, string> | null {
  const rest = { ...dims };
  for (const [set, member] of Object.entries(term.dims ?? {})) {
    if (rest[set] !== member) return null;
    delete rest[set];
  }
  return rest;
}

function fits(identity: Identity, key: QuantityKey, units: Units): boolean {
  const { result, programmes } = identity;
  if (key.measure !== result.measure) return false;
  if (key.aspect !== (result.aspect ?? ASPECT)) return false;
  if (key.unit !== (result.unit ?? units.get(result.measure))) return false;
  if (result.programme !== undefined && key.programme !== result.programme) return false;
  return !programmes || (key.programme !== null && programmes.includes(key.programme));
}

function keyOf(
  term: IdentityTerm,
  key: QuantityKey,
  free: Record<string, string>,
  units: Units,
): QuantityKey {
  return {
    measure: term.measure,
    programme: term.programme ?? key.programme,
    period: key.period,
    aspect: term.aspect ?? ASPECT,
    unit: term.unit ?? units.get(term.measure) ?? key.unit,
    dims: { ...free, ...term.dims },
  };
}

interface Side {
  readonly entries: readonly Entry[];
  readonly terms: readonly Term[];
  readonly missing: readonly string[];
}

function sideOf(book: Book, terms: readonly IdentityTerm[], keys: readonly QuantityKey[], near: Entry): Side {
  const entries: Entry[] = [];
  const found: Term[] = [];
  const missing: string[] = [];
  for (const [i, key] of keys.entries()) {
    const entry = pick(book, key, near.page);
    if (!entry) {
      missing.push(keyLabel(key));
      continue;
    }
    entries.push(entry);
    found.push(...termsOf(entry, terms[i]?.factor ?? 1));
  }
  return { entries, terms: found, missing };
}

function bodyOf(identity: Identity, result: Entry, top: Side, bottom: Side): RelationBody | null {
  const factor = identity.result.factor ?? 1;
  if (identity.over === undefined) {
    const minus = top.terms.map((term) => ({ variable: term.variable, factor: -term.factor }));
    return { shape: 'linear', terms: [...termsOf(result, factor), ...minus], constant: 0 };
  }
  const [cell] = result.cells;
  if (!cell || result.cells.length > 1) return null;
  const denominator = bottom.terms.map((term) => ({ ...term, factor: term.factor * factor }));
  return { shape: 'ratio', result: cell.id, numerator: top.terms, denominator };
}

function kindOf(identity: Identity, result: Entry): RelationKind {
  if (identity.over === undefined) return 'identity';
  return result.key.unit === 'percent' ? 'percent' : 'average';
}

function draftIdentity(book: Book, identity: Identity, result: Entry, units: Units, tray: Tray): void {
  const free = freeDims(identity.result, result.key.dims);
  if (!free) return;
  const over = identity.over ?? [];
  const keys = (terms: readonly IdentityTerm[]) => terms.map((term) => keyOf(term, result.key, free, units));
  const top = sideOf(book, identity.terms, keys(identity.terms), result);
  const bottom = sideOf(book, over, keys(over), result);
  const missing = [...top.missing, ...bottom.missing];
  const entries = [...top.entries, ...bottom.entries];
  if (entries.length === 0) return;
  const label = `${identity.label}: ${result.cells.map(placeLabel).join(' + ')}`;
  if (missing.length > 0) {
    tray.notCheckable.push({ relation: label, why: `no figure for ${missing.join('; ')}` });
    return;
  }
  const body = bodyOf(identity, result, top, bottom);
  if (!body) return;
  tray.drafts.push({
    rule: identity.code,
    kind: kindOf(identity, result),
    get label() {
      return `${label} from ${entries.map(entryLabel).join('; ')}`;
    },
    body,
    cells: [...result.cells, ...entries.flatMap((entry) => entry.cells)],
  });
}

function byMeasure(definition: BoardDefinition): ReadonlyMap<string, readonly Identity[]> {
  const found = new Map<string, Identity[]>();
  for (const identity of definition.identities) {
    const { measure } = identity.result;
    found.set(measure, [...(found.get(measure) ?? []), identity]);
  }
  return found;
}

/** For each programme, period and breakdown where every term is known; terms from the same table or return first. */
export function identities(book: Book, tray: Tray): void {
  const units: Units = new Map(book.definition.measures.map((measure) => [measure.code, measure.unit]));
  const known = byMeasure(book.definition);
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    for (const identity of (key && known.get(key.measure)) ?? []) {
      if (!key || !fits(identity, key, units)) continue;
      for (const result of oncePerReturn(entries)) draftIdentity(book, identity, result, units, tray);
    }
  }
}
