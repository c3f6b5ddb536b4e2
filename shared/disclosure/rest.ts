/** The other side of a percentage: what is left of the whole when its part is taken away. */
import type { Entry, Ledger } from '#shared/disclosure/ledger.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';

/**
 * Of a percentage of a count, the rest is a count too: 36 of 37 children at home tells of one who is not. Each such
 * rest becomes a quantity of its own, in no table, that must be no easier to work out than any other.
 */
export function withComplements(ledger: Ledger): Ledger {
  const entries = new Map(ledger.entries);
  const relations = [...ledger.relations];
  const same = samenessIn(ledger.relations);
  const sums = sumsByPart(ledger.relations, same);
  for (const { body } of ledger.relations) {
    if (body.shape !== 'ratio') continue;
    const rest = restOf(body, entries);
    if (!rest || entries.has(rest.entry.id)) continue;
    entries.set(rest.entry.id, rest.entry);
    relations.push(rest.relation, ...restAsSums(rest, sums, same));
  }
  return { ...ledger, entries, relations };
}

function restOf(body: Extract<RelationBody, { shape: 'ratio' }>, entries: ReadonlyMap<string, Entry>) {
  const result = entries.get(body.result);
  const [part] = body.numerator;
  const [whole] = body.denominator;
  if (!part || !whole || body.numerator.length > 1 || body.denominator.length > 1) return null;
  const [above, below] = [entries.get(part.variable), entries.get(whole.variable)];
  if (result?.quantity.unit !== 'percent' && result?.key?.unit !== 'percent') return null;
  if (above?.nature !== 'count' || below?.nature !== 'count') return null;
  const value = below.quantity.value - above.quantity.value;
  if (value <= 0 || part.factor !== 1 || whole.factor !== 1) return null;
  const id = `rest|${below.id}|${above.id}`;
  const quantity: Quantity = { ...below.quantity, value, low: value, high: value };
  const terms = [
    { variable: above.id, factor: 1 },
    { variable: id, factor: 1 },
    { variable: below.id, factor: -1 },
  ];
  const entry: Entry = { id, nature: 'count', key: null, quantity };
  const label = 'the rest and the part make the whole';
  const relation: Relation = {
    id,
    kind: 'total',
    rule: 'rest',
    label,
    body: { shape: 'linear', terms, constant: 0 },
  };
  return { entry, relation, part: above.id, whole: below.id };
}

/** Tells quantities apart that no two-way tie makes one: `a = b` printed in two tables. */
function samenessIn(relations: readonly Relation[]): (id: string) => string {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const { body } of relations) {
    if (body.shape !== 'linear' || body.terms.length !== 2 || body.constant !== 0) continue;
    const [a, b] = body.terms;
    if (!a || !b || a.factor + b.factor !== 0) continue;
    const [one, other] = [root(a.variable), root(b.variable)];
    if (one !== other) parent.set(one, other);
  }
  return root;
}

interface Parted {
  readonly whole: string;
  readonly parts: readonly Term[];
}

/** Sums of several parts, by each part: a whole against parts that all count the other way. */
function sumsByPart(
  relations: readonly Relation[],
  same: (id: string) => string,
): ReadonlyMap<string, readonly Parted[]> {
  const sums = new Map<string, Parted[]>();
  for (const { body } of relations) {
    if (body.shape !== 'linear' || body.terms.length < 3 || body.constant !== 0) continue;
    for (const whole of body.terms) {
      const parts = body.terms.filter((term) => term !== whole);
      if (parts.some(({ factor }) => factor !== -whole.factor)) continue;
      const sum = { whole: same(whole.variable), parts };
      for (const { variable } of parts) {
        const id = same(variable);
        sums.set(id, [...(sums.get(id) ?? []), sum]);
      }
    }
  }
  return sums;
}

/**
 * Where the whole is the sum of the part and others, the rest is the sum of those others. It follows from the
 * relations there are; said outright, it shows the least the rest can be.
 */
function restAsSums(
  { entry, part, whole }: { readonly entry: Entry; readonly part: string; readonly whole: string },
  sums: ReadonlyMap<string, readonly Parted[]>,
  same: (id: string) => string,
): readonly Relation[] {
  const fitting = (sums.get(same(part)) ?? []).filter((sum) => sum.whole === same(whole));
  return fitting.map(({ parts }, index): Relation => {
    const others = parts.filter(({ variable }) => same(variable) !== same(part));
    const terms = [
      { variable: entry.id, factor: 1 },
      ...others.map(({ variable }) => ({ variable, factor: -1 })),
    ];
    const body = { shape: 'linear', terms, constant: 0 } as const;
    return {
      id: `${entry.id}|${index}`,
      kind: 'total',
      rule: 'rest',
      label: 'the rest is the other parts',
      body,
    };
  });
}
