/** The audit's reading of a finished edition: what it prints, what it withholds, and what follows from zeros alone. */
import { isExact, type Public } from '#shared/disclosure/issued.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';
import type { Claim } from '#shared/disclosure/plan.ts';
import type { Pack, PackTable, TableCell } from '#shared/pack/document.ts';
import type { Term } from '#shared/relation/relation.ts';
import { variablesOf } from '#shared/relation/terms.ts';

export interface AuditInput {
  readonly pack: Pack;
  readonly ledger: Ledger;
  readonly threshold: number;
  /** What is public through earlier editions. */
  readonly known: Public;
  /** Ids earlier editions withheld, or this one without a symbol, and so told not to be zero. */
  readonly masked: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  /** Counts are printed rounded to a multiple of this; as they are where it is left out. */
  readonly base?: number;
}

export function idsIn(cell: TableCell, ledger: Ledger): readonly string[] {
  if (cell.from && cell.from.length > 0) return cell.from.map(ledger.idOf);
  return cell.key === null ? [] : [cell.key];
}

export function tablesOf(pack: Pack): readonly PackTable[] {
  return pack.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** What the edition prints of each quantity: a value, or that it is withheld. */
export function readEdition({ pack, ledger }: AuditInput) {
  const printed = new Set<string>();
  const withheld = new Set<string>();
  for (const { rows } of tablesOf(pack)) {
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      const away = new Set((cell.withheld ?? []).map(ledger.idOf));
      for (const id of idsIn(cell, ledger)) {
        (away.has(id) || (cell.flag === 'suppressed' && !cell.withheld) ? withheld : printed).add(id);
      }
    }
  }
  for (const block of pack.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'chart') {
      for (const { values, keys } of block.series) {
        keys?.forEach((key, i) => {
          if (key !== null) (typeof values[i] === 'number' ? printed : withheld).add(key);
        });
      }
    }
    const runs = block.kind === 'paragraph' ? [block.inlines] : block.kind === 'bullets' ? block.items : [];
    for (const inline of runs.flat()) {
      if (inline.kind === 'figure') printed.add(inline.key);
      // A change tells both its ends.
      if (inline.kind === 'derived') for (const key of inline.keys) printed.add(key);
    }
  }
  return { printed, withheld };
}

/**
 * A sum of counts that are not zero is at least as many as they are, whatever is withheld: zeros are in print, and
 * what is printed as zero, or blank, is nothing.
 */
export function leastPossible(
  { ledger, known: earlier, base = 0 }: AuditInput,
  printed: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
) {
  const least = new Map<string, number>();
  const fixed = new Set<string>();
  for (const { id, nature, quantity } of ledger.entries.values()) {
    if (nature !== 'count' && nature !== 'known') continue;
    const zero = base === 0 && printed.has(id) && quantity.value === 0;
    const known = nature === 'known' || isExact(earlier.get(id)) || zero;
    if (known) fixed.add(id);
    const seen = (base === 0 && printed.has(id)) || withheld.has(id);
    const low = Math.max(
      Math.min(seen ? 1 : 0, quantity.value),
      earlier.get(id)?.[0] ?? Number.NEGATIVE_INFINITY,
    );
    least.set(id, known ? quantity.value : low);
  }
  const value = (id: string) => ledger.entries.get(id)?.quantity.value ?? 0;
  const sums = ledger.relations.flatMap(({ body }): (readonly Term[])[] => {
    if (body.shape !== 'linear' || !body.terms.every(({ variable }) => least.has(variable))) return [];
    const missed = body.terms.reduce((sum, t) => sum + t.factor * value(t.variable), body.constant);
    return Math.abs(missed) < 1e-9 ? [body.terms.filter(({ variable }) => !fixed.has(variable))] : [];
  });
  sums.push(...samenesses(sums));
  for (let changed = true; changed; ) {
    changed = false;
    for (const terms of sums) {
      for (const { id, at } of boundsIn(terms, least, fixed, value)) {
        if (at <= (least.get(id) ?? 0) + 1e-9) continue;
        least.set(id, Math.ceil(at - 1e-9));
        changed = true;
      }
    }
  }
  return least;
}

/** Quantities that complete the same terms in two sums differ by what is known. */
function samenesses(sums: readonly (readonly Term[])[]): readonly (readonly Term[])[] {
  const completing = new Map<string, Set<string>>();
  for (const terms of sums) {
    for (const { variable, factor } of terms) {
      const rest = terms.filter((term) => term.variable !== variable);
      if (rest.length === 0) continue;
      const name = rest.map((term) => `${term.variable} ${term.factor / factor}`).sort();
      const text = name.join('|');
      completing.set(text, (completing.get(text) ?? new Set()).add(variable));
    }
  }
  return [...completing.values()].flatMap((ids) => {
    const [first, ...others] = [...ids];
    if (first === undefined) return [];
    return others.map((id) => [
      { variable: first, factor: 1 },
      { variable: id, factor: -1 },
    ]);
  });
}

/** For each term that only grows with the others: how far it stands above what it is while they are at their least. */
function boundsIn(
  terms: readonly Term[],
  least: ReadonlyMap<string, number>,
  fixed: ReadonlySet<string>,
  value: (id: string) => number,
) {
  return terms.flatMap(({ variable: id, factor }) => {
    const others = terms.filter(({ variable }) => variable !== id && !fixed.has(variable));
    if (fixed.has(id) || others.some((t) => t.factor * factor > 0)) return [];
    const room = others.reduce(
      (sum, t) => sum + (-t.factor / factor) * (value(t.variable) - (least.get(t.variable) ?? 0)),
      0,
    );
    return [{ id, at: value(id) - room }];
  });
}

/** Everything that hangs together, however far round, with something in print. */
export function withinReach(
  { ledger, known }: AuditInput,
  printed: ReadonlySet<string>,
): ReadonlySet<string> {
  const reach = new Set([...printed, ...known.keys()]);
  const bodies = ledger.relations.map(({ body }) =>
    variablesOf(body).filter((id) => ledger.entries.get(id)?.nature !== 'known'),
  );
  for (let before = -1; before < reach.size; ) {
    before = reach.size;
    for (const ids of bodies) {
      if (ids.some((id) => reach.has(id))) for (const id of ids) reach.add(id);
    }
  }
  return reach;
}
