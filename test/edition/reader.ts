/** A reader who knows every relation of a board and narrows each number by all editions there are: independent of the chooser and of the audit. */
import { type Disclosed, withIssued } from '#shared/disclosure/issued.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';

interface Bounds {
  readonly low: Map<string, number>;
  readonly high: Map<string, number>;
}

interface Term {
  readonly variable: string;
  readonly factor: number;
}

/** Sums of counts that hold. */
function sumsOf({ entries, relations }: Ledger): readonly (readonly Term[])[] {
  return relations.flatMap(({ body }) => {
    if (body.shape !== 'linear') return [];
    const among = body.terms.every(({ variable }) =>
      ['count', 'known'].includes(entries.get(variable)?.nature ?? ''),
    );
    const missed = body.terms.reduce(
      (sum, t) => sum + t.factor * (entries.get(t.variable)?.quantity.value ?? 0),
      body.constant,
    );
    return among && Math.abs(missed) < 1e-9 ? [body.terms] : [];
  });
}

function startOf(
  { entries }: Ledger,
  printed: ReadonlyMap<string, readonly [number, number]>,
  masked: ReadonlySet<string>,
): Bounds {
  const low = new Map<string, number>();
  const high = new Map<string, number>();
  for (const {
    id,
    nature,
    quantity: { value },
  } of entries.values()) {
    const told = nature === 'known' ? [value, value] : printed.get(id);
    low.set(id, told?.[0] ?? (value < 0 ? Number.NEGATIVE_INFINITY : masked.has(id) ? 1 : 0));
    high.set(id, told?.[1] ?? Number.POSITIVE_INFINITY);
  }
  return { low, high };
}

/** Narrows the ends of one sum's terms by those of the others; whether that changed any. */
function narrowed({ low, high }: Bounds, terms: readonly Term[], constant: number): boolean {
  let changed = false;
  const least = ({ variable, factor }: Term) => factor * ((factor > 0 ? low : high).get(variable) ?? 0);
  const most = ({ variable, factor }: Term) => factor * ((factor > 0 ? high : low).get(variable) ?? 0);
  for (const term of terms) {
    const others = terms.filter((one) => one !== term);
    const from = -others.reduce((sum, one) => sum + most(one), constant) / term.factor;
    const to = -others.reduce((sum, one) => sum + least(one), constant) / term.factor;
    const floor = Math.ceil(Math.min(from, to) - 1e-9);
    const ceiling = Math.floor(Math.max(from, to) + 1e-9);
    if (floor > (low.get(term.variable) ?? 0)) [, changed] = [low.set(term.variable, floor), true];
    if (ceiling < (high.get(term.variable) ?? 0)) [, changed] = [high.set(term.variable, ceiling), true];
  }
  return changed;
}

/** Small counts in print, or that the sums show to be from 1 to the threshold, and how close they come. */
export function workedOut(
  ledger: Ledger,
  editions: readonly Disclosed[],
  threshold: number,
): readonly (readonly [id: string, low: number, high: number])[] {
  const remembered = withIssued(ledger, editions);
  const bounds = startOf(remembered.ledger, remembered.known, remembered.masked);
  const value = (id: string) => remembered.ledger.entries.get(id)?.quantity.value ?? 0;
  const sums = sumsOf(remembered.ledger).map((terms) => ({
    terms,
    constant: -terms.reduce((sum, t) => sum + t.factor * value(t.variable), 0),
  }));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms, constant } of sums) changed = narrowed(bounds, terms, constant) || changed;
  }
  return [...remembered.ledger.entries.values()].flatMap(({ id, nature, quantity }) => {
    const [low = 0, high = 0] = [bounds.low.get(id), bounds.high.get(id)];
    const small = nature === 'count' && quantity.value >= 1 && quantity.value <= threshold;
    return small && high <= threshold ? [[id, low, high] as const] : [];
  });
}
