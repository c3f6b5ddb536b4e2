/**
 * Which percentages, means and ratios rest on counts that are not published.
 *
 * A rate is withheld with any count it is made of, with the rest of its whole, and with any count from which that
 * one could be worked out; so no published rate bounds a withheld count. A rate whose base nothing names is
 * tried against every count beside it.
 */
import type { Entry, Ledger } from '#shared/disclosure/ledger.ts';
import type { Relation, RelationBody } from '#shared/relation/relation.ts';

export interface Shelter {
  readonly ledger: Ledger;
  readonly threshold: number;
  readonly shown: ReadonlySet<string>;
  /** Counts withheld, and counts nobody prints that hang together with them. */
  readonly hidden: ReadonlySet<string>;
  /** Counts beside a rate in its table, by the rate's id. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

function small(value: number, threshold: number): boolean {
  return value > 0 && value <= threshold;
}

function isOpen(id: string, { ledger, threshold, hidden }: Shelter): boolean {
  const entry = ledger.entries.get(id);
  return hidden.has(id) || (entry?.nature === 'count' && small(entry.quantity.value, threshold));
}

/** Some whole number of `base`, small itself or leaving a small rest, prints as this rate. */
function impliesSmall(rate: Entry, base: Entry, threshold: number): boolean {
  const { value: whole } = base.quantity;
  if (rate.quantity.unit !== 'percent' && rate.key?.unit !== 'percent') return false;
  const numbers = Array.from({ length: threshold }, (_, i) => i + 1);
  return numbers.some((n) =>
    [n, whole - n].some(
      (part) =>
        part > 0 && part / whole >= rate.quantity.low - 1e-12 && part / whole <= rate.quantity.high + 1e-12,
    ),
  );
}

/**
 * A base that is a sum tells its sum only, which the audit holds against the withheld parts of it; where one of them
 * gives way the rate goes too.
 */
function ratioRests(body: Extract<RelationBody, { shape: 'ratio' }>, shelter: Shelter): boolean {
  const above = body.numerator.map(({ variable }) => variable);
  const below = body.denominator.map(({ variable }) => variable);
  if (above.some((id) => isOpen(id, shelter))) return true;
  if (below.length === 1 && below.some((id) => isOpen(id, shelter))) return true;
  return below.some((whole) => above.some((part) => isOpen(`rest|${whole}|${part}`, shelter)));
}

function restsOn(relation: Relation, shelter: Shelter): boolean {
  const { body } = relation;
  if (body.shape === 'linear') return false;
  const { entries } = shelter.ledger;
  if (body.shape === 'ratio') return ratioRests(body, shelter);
  if (isOpen(body.denominator, shelter)) return true;
  const [rate, base] = [entries.get(body.result), entries.get(body.denominator)];
  return rate !== undefined && base !== undefined && impliesSmall(rate, base, shelter.threshold);
}

/** Totals of the same programme and period: what a rate without a base may be of. */
function totalsFor(
  rate: Entry,
  shelter: Shelter,
  totals: ReadonlyMap<string, readonly Entry[]>,
): readonly Entry[] {
  const { key } = rate;
  if (!key?.programme) return [];
  return (totals.get(`${key.programme}|${key.period}`) ?? []).filter(({ id }) => shelter.shown.has(id));
}

function baseless(rate: Entry, shelter: Shelter, totals: ReadonlyMap<string, readonly Entry[]>): boolean {
  // A percentage that is a measure of no programme (of a city's people) has its base outside the returns.
  if (rate.key && rate.key.programme === null && rate.key.aspect === 'value') return false;
  const beside = shelter.beside.get(rate.id) ?? [];
  if (beside.some((id) => isOpen(id, shelter))) return true;
  const bases = beside.flatMap((id) => shelter.ledger.entries.get(id) ?? []);
  return [...bases, ...totalsFor(rate, shelter, totals)].some(
    (base) => isOpen(base.id, shelter) || impliesSmall(rate, base, shelter.threshold),
  );
}

function totalsByPlace({ entries }: Ledger): ReadonlyMap<string, readonly Entry[]> {
  const totals = [...entries.values()].filter(
    ({ nature, key }) => nature === 'count' && key !== null && Object.keys(key.dims).length === 0,
  );
  return Map.groupBy(totals, ({ key }) => `${key?.programme ?? ''}|${key?.period ?? ''}`);
}

/** Of rates that add up, never just one is withheld: it would be what the others leave. */
function withCompany(hidden: Set<string>, { ledger, shown }: Shelter): void {
  const sums = ledger.relations.flatMap(({ body }) =>
    body.shape === 'linear' &&
    body.terms.some(({ variable }) => ledger.entries.get(variable)?.nature === 'rate')
      ? [body.terms.map(({ variable }) => variable)]
      : [],
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (const ids of sums) {
      const away = ids.filter((id) => hidden.has(id) || !shown.has(id));
      if (away.length !== 1 || !away.some((id) => hidden.has(id))) continue;
      const value = (id: string) => ledger.entries.get(id)?.quantity.value ?? 0;
      const others = ids.filter((id) => shown.has(id) && !hidden.has(id) && value(id) !== 0);
      const next = others.sort((a, b) => value(a) - value(b))[0];
      if (next === undefined) continue;
      hidden.add(next);
      changed = true;
    }
  }
}

/**
 * Rates of one base whose parts no table counts: which of them add up to which, only their wording tells. Where one
 * is withheld all go.
 */
function withSiblings(hidden: Set<string>, { ledger, shown }: Shelter): void {
  const families = new Map<string, Set<string>>();
  const counted = new Set(
    ledger.relations.flatMap(({ body }) => (body.shape === 'ratio' ? [body.result] : [])),
  );
  for (const { body } of ledger.relations) {
    if (body.shape !== 'possible' || !shown.has(body.result)) continue;
    families.set(body.denominator, (families.get(body.denominator) ?? new Set()).add(body.result));
  }
  for (const family of families.values()) {
    if (![...family].some((id) => hidden.has(id) && !counted.has(id))) continue;
    for (const id of family) hidden.add(id);
  }
}

/** Ids of shown rates that must be withheld. `also` is withheld whatever it rests on. */
export function withheldRates(shelter: Shelter, also: ReadonlySet<string>): ReadonlySet<string> {
  const { ledger, shown } = shelter;
  const ties = ledger.relations.filter(({ body }) => body.shape !== 'linear');
  const based = new Set(ties.flatMap(({ body }) => (body.shape === 'linear' ? [] : [body.result])));
  const hidden = new Set([...also].filter((id) => ledger.entries.get(id)?.nature === 'rate'));
  for (const tie of ties) {
    if (tie.body.shape === 'linear' || !restsOn(tie, shelter)) continue;
    if (ledger.entries.get(tie.body.result)?.nature !== 'count') hidden.add(tie.body.result);
  }
  const totals = totalsByPlace(ledger);
  for (const id of shown) {
    const rate = ledger.entries.get(id);
    if (rate?.nature === 'rate' && !based.has(id) && baseless(rate, shelter, totals)) hidden.add(id);
  }
  withSiblings(hidden, shelter);
  withCompany(hidden, shelter);
  return hidden;
}
