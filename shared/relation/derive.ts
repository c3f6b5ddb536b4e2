/**
 * From understood returns to relations: runs every rule, drops doubles, gives each relation its stable id.
 *
 * Example: a table whose Grand Total row is the sum of three rows gives one `table.sum` a column; a later return's
 * "Previous Quarter" row gives one `key.same` a cell.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { type Book, openBook } from '#shared/relation/book.ts';
import { type Draft, type NotChecked, newTray, type Tray } from '#shared/relation/draft.ts';
import { hash64 } from '#shared/relation/hash.ts';
import type { Relation, RelationBody, Term, Variable } from '#shared/relation/relation.ts';
import { categories } from '#shared/relation/rule/categories.ts';
import { identities } from '#shared/relation/rule/identity.ts';
import { means } from '#shared/relation/rule/mean.ts';
import { openPercentages } from '#shared/relation/rule/open.ts';
import { percentages } from '#shared/relation/rule/percent.ts';
import { programmeSums } from '#shared/relation/rule/programmes.ts';
import { definedTargets, sameKeys } from '#shared/relation/rule/same.ts';
import { shapeSums } from '#shared/relation/rule/shape.ts';
import { rates } from '#shared/relation/rule/share.ts';
import { yearToDate } from '#shared/relation/rule/ytd.ts';
import { combine } from '#shared/relation/terms.ts';

export interface Derivation {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly relations: readonly Relation[];
  readonly notCheckable: readonly NotChecked[];
}

/** In this order: of two rules that say the same of the same cells, the first is kept. */
const RULES: readonly ((book: Book, tray: Tray) => void)[] = [
  shapeSums,
  percentages,
  sameKeys,
  definedTargets,
  identities,
  means,
  rates,
  categories,
  programmeSums,
  yearToDate,
  openPercentages,
];

function termText(terms: readonly Term[], sign: number): string {
  return combine(terms)
    .map(({ variable, factor }) => `${variable}*${factor * sign}`)
    .sort()
    .join('+');
}

/** Equal exactly when two bodies say the same of the same cells. */
function bodyText(body: RelationBody): string {
  switch (body.shape) {
    case 'linear': {
      const plus = `${termText(body.terms, 1)}=${-body.constant}`;
      const minus = `${termText(body.terms, -1)}=${body.constant}`;
      return plus < minus ? plus : minus;
    }
    case 'ratio':
      return `${body.result}=${termText(body.numerator, 1)}/${termText(body.denominator, 1)}`;
    case 'possible':
      return `${body.result}?${body.denominator}`;
  }
}

/** A relation whose terms cancel out, or that ties nothing, says nothing. */
function empty(body: RelationBody): boolean {
  return body.shape === 'linear' && combine(body.terms).length === 0;
}

function identityText(draft: Draft): string {
  return [draft.rule, ...draft.cells.map((cell) => cell.identity).sort()].join('\n');
}

function finish(drafts: readonly Draft[]): readonly Relation[] {
  const seen = new Set<string>();
  const used = new Map<string, number>();
  const relations: Relation[] = [];
  for (const draft of drafts) {
    const text = bodyText(draft.body);
    if (seen.has(text) || empty(draft.body)) continue;
    seen.add(text);
    const name = `${draft.rule}:${hash64(identityText(draft))}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const { kind, rule, label, body } = draft;
    relations.push({ id: times === 1 ? name : `${name}-${times}`, kind, rule, label, body });
  }
  return relations;
}

function withoutDoubles(notes: readonly NotChecked[]): readonly NotChecked[] {
  return [...new Map(notes.map((note) => [`${note.relation}\n${note.why}`, note])).values()];
}

/**
 * Every relation the returns and the definition give, with the variables they tie. Pass current versions only.
 * The result does not depend on the order of the returns.
 */
export function deriveRelations(input: {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
}): Derivation {
  const book = openBook(input.definition, input.returns);
  const tray = newTray();
  for (const rule of RULES) rule(book, tray);
  return {
    variables: book.variables,
    relations: finish(tray.drafts),
    notCheckable: withoutDoubles(tray.notCheckable),
  };
}
