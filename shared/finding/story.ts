/**
 * The arithmetic of a relation, spelled out with the numbers as printed: "CP 8 + EH 15 + LAC 4 = 27".
 *
 * A violated relation also says what its parts would make: "7 + 2 = 9, not 15".
 */
import { type Fact, type Facts, printedLike, saidBy } from '#shared/finding/facts.ts';
import { labelOf } from '#shared/finding/place.ts';
import { listOf, short } from '#shared/finding/words.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import { clean } from '#shared/quantity/make.ts';
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';
import { combine } from '#shared/relation/terms.ts';

interface Signed {
  readonly fact: Fact;
  readonly factor: number;
}

/** What a relation claims: a result, the parts it follows from, and the value they give. */
export interface Story {
  readonly shape: 'sum' | 'same' | 'ratio' | 'mean' | 'possible';
  readonly result: Fact | null;
  readonly parts: readonly Fact[];
  /** The numbers of the parts: `7 + 2`, `5 ÷ 16`. */
  readonly expression: string;
  /** What the parts make, printed like the result; null where nothing follows. */
  readonly computed: string | null;
  readonly value: number | null;
  readonly stated: string;
  /** The parts with their names: `CP 8 + EH 15 + LAC 4`. */
  readonly named: string;
}

const MOST_PARTS = 6;

/** Labels of parts with what they share left out: down a column the row's, along a row the column's. */
export function partNames(facts: readonly Fact[]): readonly string[] {
  const programmes = new Set(facts.map((fact) => fact.programme));
  const periods = new Set(facts.map((fact) => fact.assertion?.key?.period));
  const tables = new Set(facts.map((fact) => fact.table));
  if (tables.size > 1 && programmes.size === facts.length && facts.length > 1)
    return facts.map((fact) => fact.programme ?? fact.cell.label);
  if (tables.size > 1 && periods.size === facts.length && facts.length > 1)
    return facts.map((fact) => fact.assertion?.key?.period ?? fact.cell.label);
  const columns = new Set(facts.map((fact) => fact.colPath.join('|')));
  const rows = new Set(facts.map((fact) => fact.rowPath.join('|')));
  return facts.map((fact) => {
    if (columns.size === 1 && rows.size > 1) return short(labelOf(fact.rowPath, []) || fact.cell.label, 40);
    if (rows.size === 1 && columns.size > 1) return short(labelOf([], fact.colPath) || fact.cell.label, 40);
    return short(fact.cell.label, 40);
  });
}

function signedOf(terms: readonly Term[], facts: Facts): readonly Signed[] | null {
  const signed = combine(terms).map(({ variable, factor }) => ({ fact: facts(variable), factor }));
  return signed.every((one): one is Signed => one.fact !== null) ? signed : null;
}

const amountOf = ({ fact, factor }: Signed): number => fact.quantity.value * factor;

function joined(parts: readonly Signed[], text: (fact: Fact, index: number) => string): string {
  return parts
    .map(({ fact, factor }, i) => {
      const times = Math.abs(factor) === 1 ? '' : `${clean(Math.abs(factor))} × `;
      const sign = factor < 0 ? (i === 0 ? '−' : ' − ') : i === 0 ? '' : ' + ';
      return `${sign}${times}${text(fact, i)}`;
    })
    .join('');
}

/** Numbers (and names) of a sum; blanks and zeros left out where something else stands, long sums cut short. */
function spelled(parts: readonly Signed[]): { readonly expression: string; readonly named: string } {
  const telling = parts.filter(({ fact }) => fact.quantity.value !== 0);
  const shown = telling.length === 0 ? parts : telling;
  const cut = shown.slice(0, MOST_PARTS);
  const more = shown.length > MOST_PARTS ? ` + ${shown.length - MOST_PARTS} more` : '';
  const names = partNames(cut.map(({ fact }) => fact));
  return {
    expression: joined(cut, (fact) => saidBy(fact)) + more,
    named: joined(cut, (fact, i) => `${names[i]} ${saidBy(fact)}`) + more,
  };
}

/** `the mean of 7, 4 and 5`: all parts with one factor, one over their number. */
function isMean(parts: readonly Signed[]): boolean {
  return parts.length > 1 && parts.every(({ factor }) => Math.abs(factor * parts.length - 1) < 1e-9);
}

/** Words of a linear relation's parts; of a single cell against a constant, the constant. */
function linearWords(
  parts: readonly Signed[],
  constant: number,
): Pick<Story, 'expression' | 'named' | 'shape'> {
  if (parts.length === 0) return { shape: 'sum', expression: String(constant), named: String(constant) };
  if (isMean(parts)) {
    const expression = `the mean of ${parts.length} values`;
    const values = parts.map(({ fact }) => saidBy(fact));
    return { shape: 'mean', expression, named: `${expression} (${listOf(values, 15)})` };
  }
  return { shape: parts.length === 1 && parts[0]?.factor === 1 ? 'same' : 'sum', ...spelled(parts) };
}

/** The side of a linear relation that is one thing: its first term, by the rules' own convention. */
function linearStory(body: Extract<RelationBody, { shape: 'linear' }>, facts: Facts): Story | null {
  const signed = signedOf(body.terms, facts);
  const [first, ...rest] = signed ?? [];
  if (!first) return null;
  const parts = rest.map(({ fact, factor }) => ({ fact, factor: -factor / first.factor }));
  const constant = clean(-body.constant / first.factor);
  const value = parts.reduce((sum, part) => sum + amountOf(part), constant);
  const words = linearWords(parts, constant);
  const step = Math.max(...(signed ?? []).map(({ fact }) => fact.quantity.step));
  const like = { ...first.fact.quantity, step };
  return {
    ...words,
    result: first.fact,
    parts: parts.map(({ fact }) => fact),
    computed: words.shape === 'mean' ? printedApart(first.fact, value) : printedLike(like, value),
    value,
    stated: saidBy(first.fact),
  };
}

/** A ratio printed like its result, with decimals added until it reads differently from what is stated. */
function printedApart(result: Fact, value: number): string {
  const { quantity } = result;
  const plain = printedLike(quantity, value);
  if (plain !== formatQuantity(quantity)) return plain;
  return printedLike({ ...quantity, step: (quantity.step || 1) / 10, whole: false }, value);
}

function ratioStory(body: Extract<RelationBody, { shape: 'ratio' }>, facts: Facts): Story | null {
  const result = facts(body.result);
  const above = signedOf(body.numerator, facts);
  const below = signedOf(body.denominator, facts);
  if (!result || !above || !below) return null;
  const sum = (side: readonly Signed[]): number => side.reduce((total, one) => total + amountOf(one), 0);
  const value = sum(below) === 0 ? null : sum(above) / sum(below);
  const side = (parts: readonly Signed[], key: 'expression' | 'named'): string => {
    const [first] = parts;
    const text = spelled(parts)[key];
    if (parts.length < 2 || !first) return text;
    const total = printedLike(first.fact.quantity, sum(parts));
    if (parts.length > 3) return key === 'named' ? `${total} (${parts.length} cells added up)` : total;
    return `(${text})`;
  };
  return {
    shape: 'ratio',
    result,
    parts: [...above, ...below].map(({ fact }) => fact),
    expression: `${side(above, 'expression')} ÷ ${side(below, 'expression')}`,
    named: `${side(above, 'named')} ÷ ${side(below, 'named')}`,
    computed: value === null ? null : printedApart(result, value),
    value,
    stated: saidBy(result),
  };
}

/** The two whole counts whose share lies nearest to a printed one: what could have been meant. */
function possibleStory(body: Extract<RelationBody, { shape: 'possible' }>, facts: Facts): Story | null {
  const result = facts(body.result);
  const whole = facts(body.denominator);
  if (!result || !whole || whole.quantity.value <= 0) return null;
  const n = whole.quantity.value;
  const below = Math.floor(result.quantity.value * n);
  const near = [below, below + 1].filter((count) => count >= 0);
  const tried = near.map((count) => `${count} of ${saidBy(whole)} is ${printedApart(result, count / n)}`);
  return {
    shape: 'possible',
    result,
    parts: [whole],
    expression: tried.join(', '),
    named: tried.join(', '),
    computed: null,
    value: null,
    stated: saidBy(result),
  };
}

/** What a relation says of its cells; null where one of them cannot be found. */
export function storyOf(relation: Relation, facts: Facts): Story | null {
  switch (relation.body.shape) {
    case 'linear':
      return linearStory(relation.body, facts);
    case 'ratio':
      return ratioStory(relation.body, facts);
    case 'possible':
      return possibleStory(relation.body, facts);
  }
}

/** One line of arithmetic for a violated relation. */
export function arithmeticLine(story: Story): string {
  const name = story.result?.cell.label ?? '';
  switch (story.shape) {
    case 'same':
      return `${name}: ${story.stated}, and ${story.named}`;
    case 'possible':
      return `${name}: no count gives ${story.stated} (${story.expression})`;
    case 'sum':
    case 'mean':
    case 'ratio':
      return `${name}: ${story.named} = ${story.computed ?? '?'}, not ${story.stated}`;
  }
}
