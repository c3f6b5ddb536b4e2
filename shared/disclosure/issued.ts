/**
 * What public editions already issued tell, for good: nothing that is public can be taken back.
 *
 * An issued edition is kept with the values it was made from. Where a figure was restated since, what the edition
 * printed or withheld is a quantity of its own beside the figure of today, tied to the others as it was then, so
 * that neither the old small number nor the new one gives the other away.
 */
import type { Entry, Ledger } from '#shared/disclosure/ledger.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { Relation, RelationBody } from '#shared/relation/relation.ts';
import { variablesOf } from '#shared/relation/terms.ts';

/** The true values that print so: both ends the same for a count printed as it is. */
export type Interval = readonly [low: number, high: number];

/** What everybody knows of a quantity, by its id. */
export type Public = ReadonlyMap<string, Interval>;

/** Kept with the issued pack, on the board only: it holds what the edition withholds. */
export interface Disclosed {
  readonly printed: Readonly<Record<string, Interval>>;
  /** Ids shown as the symbol. */
  readonly withheld: readonly string[];
  /** The values behind what is printed, withheld, or tied to either. */
  readonly values: Readonly<Record<string, number>>;
  /** Relations that tie what was not printed exactly. */
  readonly ties: readonly RelationBody[];
}

/** The public edition that goes out, as far as later ones must know it. */
export interface Told {
  readonly printed: Public;
  readonly withheld: ReadonlySet<string>;
}

export function isExact(interval: Interval | undefined): boolean {
  return interval !== undefined && interval[0] === interval[1];
}

type Linear = Extract<RelationBody, { shape: 'linear' }>;

/** The record of an edition about to be issued. */
export function recordOf({ entries, relations }: Ledger, { printed, withheld }: Told): Disclosed {
  const fixed = (id: string) => entries.get(id)?.nature === 'known' || isExact(printed.get(id));
  const ties = relations.flatMap(({ body }): readonly RelationBody[] => {
    const ids = variablesOf(body);
    if (!ids.some((id) => withheld.has(id) || printed.has(id)) || ids.every(fixed)) return [];
    if (body.shape !== 'linear') return body.shape === 'ratio' && printed.has(body.result) ? [body] : [];
    const counts = ids.every((id) => ['count', 'known'].includes(entries.get(id)?.nature ?? ''));
    const terms = body.terms.filter(({ variable }) => !fixed(variable));
    return counts ? [{ ...body, terms, constant: missedBy(body, entries) }] : [];
  });
  const kept = new Set([...printed.keys(), ...withheld, ...ties.flatMap(variablesOf)]);
  const values = [...kept].sort().flatMap((id) => {
    const entry = entries.get(id);
    return entry ? [[id, entry.quantity.value] as const] : [];
  });
  return {
    printed: Object.fromEntries([...printed].sort(([a], [b]) => (a < b ? -1 : 1))),
    withheld: [...withheld].sort(),
    values: Object.fromEntries(values),
    ties,
  };
}

/** What the relation misses by: one that did not hold then tells later readers no more than it did its own. */
function missedBy(body: Linear, entries: ReadonlyMap<string, Entry>): number {
  const value = (id: string) => entries.get(id)?.quantity.value ?? 0;
  const missed = body.terms.reduce((sum, t) => sum + t.factor * value(t.variable), body.constant);
  return Math.abs(missed) < 1e-9 ? 0 : missed;
}

export interface Remembered {
  readonly ledger: Ledger;
  readonly known: Public;
  /** Ids whose readers were told that they are not zero. */
  readonly masked: ReadonlySet<string>;
}

/** The ledger with what earlier editions tell of it, restated figures under a name of their own. */
export function withIssued(ledger: Ledger, issued: readonly Disclosed[]): Remembered {
  const entries = new Map(ledger.entries);
  const relations = [...ledger.relations];
  const known = new Map<string, Interval>();
  const masked = new Set<string>();
  issued.forEach((edition, n) => {
    const nameOf = (id: string) =>
      ledger.entries.get(id)?.quantity.value === edition.values[id] ? id : `was ${n} ${id}`;
    for (const id of [...edition.withheld, ...edition.ties.flatMap(variablesOf)]) {
      const name = nameOf(id);
      if (!entries.has(name)) entries.set(name, entryThen(name, id, edition, ledger));
    }
    for (const id of edition.withheld) masked.add(nameOf(id));
    for (const [id, interval] of Object.entries(edition.printed)) {
      if (entries.has(nameOf(id))) known.set(nameOf(id), both(interval, known.get(nameOf(id))));
    }
    edition.ties.forEach((tie, i) => {
      relations.push(relationThen(`was ${n} ${i}`, tie, nameOf, entries));
    });
  });
  return { ledger: { ...ledger, entries, relations }, known, masked };
}

function both([low, high]: Interval, other: Interval = [low, high]): Interval {
  return [Math.max(low, other[0]), Math.min(high, other[1])];
}

function entryThen(name: string, id: string, { printed, values }: Disclosed, ledger: Ledger): Entry {
  const now = ledger.entries.get(id);
  const value = values[id] ?? 0;
  const [low, high] = now?.nature === 'rate' ? (printed[id] ?? [value, value]) : [value, value];
  const plain: Quantity = { value, step: 0, low, high, unit: null, whole: true, approximate: false };
  const quantity = { ...(now?.quantity ?? plain), value, low, high };
  return {
    id: name,
    nature: now?.nature ?? (Number.isInteger(value) ? 'count' : 'rate'),
    key: now?.key ?? null,
    quantity,
  };
}

/** Said of the values it was made from: it holds of these, or misses by what it did then. */
function relationThen(
  id: string,
  tie: RelationBody,
  nameOf: (id: string) => string,
  entries: ReadonlyMap<string, Entry>,
): Relation {
  const label = 'An edition already issued says so';
  const renamed = (terms: Extract<RelationBody, { shape: 'linear' }>['terms']) =>
    terms.map(({ variable, factor }) => ({ variable: nameOf(variable), factor }));
  const rest = { id, kind: 'restated', rule: 'issued', label } as const;
  switch (tie.shape) {
    case 'linear': {
      const terms = renamed(tie.terms);
      const sum = terms.reduce((s, t) => s + t.factor * (entries.get(t.variable)?.quantity.value ?? 0), 0);
      return { ...rest, body: { ...tie, terms, constant: tie.constant - sum || 0 } };
    }
    case 'ratio':
      return {
        ...rest,
        body: {
          ...tie,
          result: nameOf(tie.result),
          numerator: renamed(tie.numerator),
          denominator: renamed(tie.denominator),
        },
      };
    case 'possible':
      return {
        ...rest,
        body: { ...tie, result: nameOf(tie.result), denominator: nameOf(tie.denominator) },
      };
  }
}
