/**
 * The quantities behind a pack, each once however often it is printed, with the relations between them.
 *
 * Assertions with one key are one quantity, whatever return they come in; a table that splits one key over several
 * lines has a quantity a line. Relations are those the board is reconciled by, said of quantities.
 */
import { type Assertion, keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { withComplements } from '#shared/disclosure/rest.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { Quantity, Unit } from '#shared/quantity/quantity.ts';
import type { Relation, RelationBody, Term, Variable } from '#shared/relation/relation.ts';
import { combine, variablesOf } from '#shared/relation/terms.ts';

/**
 * `count`: people, families, events: what may be too small to publish. `rate`: percentages, means, ratios, changes:
 * what rests on counts. `known`: targets, and blanks that count as nothing. `money`: amounts, never small counts.
 */
export type Nature = 'count' | 'rate' | 'money' | 'known';

export interface Entry {
  readonly id: string;
  readonly nature: Nature;
  readonly key: QuantityKey | null;
  readonly quantity: Quantity;
  /** Another return's number for the quantity of this id, while the returns do not agree. */
  readonly apartFrom?: string;
}

export interface Ledger {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly relations: readonly Relation[];
  /** Id of the quantity an assertion speaks of. */
  readonly idOf: (assertion: string) => string;
}

export interface LedgerInput {
  readonly returns: readonly UnderstoodReturn[];
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
  readonly variables: ReadonlyMap<string, Variable>;
}

const COUNTED: ReadonlySet<Unit> = new Set([
  'families',
  'children',
  'referrals',
  'people',
  'events',
  'nights',
  'count',
]);

function natureOf(quantity: Quantity, key: QuantityKey | null): Nature {
  if (key?.aspect === 'target') return 'known';
  const unit =
    quantity.unit === 'percent' || quantity.unit === 'GBP' ? quantity.unit : (key?.unit ?? quantity.unit);
  if (unit === 'GBP') return 'money';
  if (key && key.aspect !== 'value') return 'rate';
  const counted = unit === null || COUNTED.has(unit);
  return counted && Number.isInteger(quantity.value) && quantity.low === quantity.high ? 'count' : 'rate';
}

/** Says another number than the figure does, undecided: in print it stands as it is, so it is a quantity of its own. */
function isApart({ key, quantity }: Assertion, figures: ReadonlyMap<string, Figure>): boolean {
  const figure = key && figures.get(keyText(key));
  return figure ? figure.status !== 'decided' && figure.quantity.value !== quantity.value : false;
}

/** Assertions that share their key with another line of the same table. */
function splitKeys(assertions: readonly Assertion[]): ReadonlySet<string> {
  const placed = Map.groupBy(
    assertions.filter((a) => a.key !== null),
    (a) => `${a.from.sha256}|${a.tableIndex}|${a.key ? keyText(a.key) : ''}`,
  );
  return new Set(
    [...placed.values()].filter((group) => group.length > 1).flatMap((group) => group.map((a) => a.id)),
  );
}

function mapped(terms: readonly Term[], idOf: (id: string) => string): readonly Term[] {
  return combine(terms.map(({ variable, factor }) => ({ variable: idOf(variable), factor })));
}

function bodyOf(body: RelationBody, idOf: (id: string) => string): RelationBody | null {
  switch (body.shape) {
    case 'linear': {
      const terms = mapped(body.terms, idOf);
      return terms.length === 0 ? null : { ...body, terms };
    }
    case 'ratio':
      return {
        ...body,
        result: idOf(body.result),
        numerator: mapped(body.numerator, idOf),
        denominator: mapped(body.denominator, idOf),
      };
    case 'possible':
      return { ...body, result: idOf(body.result), denominator: idOf(body.denominator) };
  }
}

/** The relations in terms of quantities; what becomes a matter of course, or is said twice, drops out. */
function relationsOf(relations: readonly Relation[], idOf: (id: string) => string): readonly Relation[] {
  const found = new Map<string, Relation>();
  for (const relation of relations) {
    const body = bodyOf(relation.body, idOf);
    if (!body) continue;
    const text = JSON.stringify(body);
    if (!found.has(text)) found.set(text, { ...relation, body });
  }
  return [...found.values()];
}

/** That two numbers which differ in print are the same: a reader who knows one knows nothing of the other. */
function settlesNothing(body: RelationBody, entries: ReadonlyMap<string, Entry>): boolean {
  if (body.shape !== 'linear' || body.terms.length !== 2 || body.constant !== 0) return false;
  const [one, other] = body.terms;
  const sources = body.terms.map(({ variable }) => entries.get(variable)?.apartFrom ?? variable);
  return (
    one !== undefined && other !== undefined && one.factor === -other.factor && sources[0] === sources[1]
  );
}

function blankEntry({ id, low, high }: Variable): Entry {
  const quantity = { value: low, step: 0, low, high, unit: null, whole: true, approximate: false };
  return { id, nature: 'known', key: null, quantity };
}

export function openLedger(input: LedgerInput): Ledger {
  const assertions = input.returns.flatMap((r) => r.tables.flatMap((t) => t.assertions));
  const split = splitKeys(assertions);
  const figures = new Map(input.figures.map((figure) => [keyText(figure.key), figure]));
  const ids = new Map(
    assertions.map((a) => [a.id, !a.key || split.has(a.id) || isApart(a, figures) ? a.id : keyText(a.key)]),
  );
  const idOf = (id: string) => ids.get(id) ?? id;
  const entries = new Map<string, Entry>();
  for (const { key, quantity } of input.figures) {
    entries.set(keyText(key), { id: keyText(key), nature: natureOf(quantity, key), key, quantity });
  }
  for (const { id, key, quantity } of assertions) {
    if (entries.has(idOf(id))) continue;
    const apart = key && idOf(id) === id && !split.has(id) ? { apartFrom: keyText(key) } : {};
    entries.set(idOf(id), { id: idOf(id), nature: natureOf(quantity, key), key, quantity, ...apart });
  }
  const relations = relationsOf(input.relations, idOf).filter(({ body }) => !settlesNothing(body, entries));
  for (const id of new Set(relations.flatMap(({ body }) => variablesOf(body)))) {
    const variable = input.variables.get(id);
    if (!entries.has(id) && variable) entries.set(id, blankEntry(variable));
  }
  return withComplements({ entries, relations, idOf });
}
