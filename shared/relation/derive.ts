/**
 * From understood returns to relations: runs every rule, drops doubles, gives each relation its stable id.
 *
 * Example: a table whose Grand Total row is the sum of three rows gives one `table.sum` a column; a later return's
 * "Previous Quarter" row gives one `key.same` a cell.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { type Book, openBook } from '#shared/relation/book.ts';
import { type NotChecked, newTray, type Tray } from '#shared/relation/draft.ts';
import { finish } from '#shared/relation/finish.ts';
import type { Relation, Variable } from '#shared/relation/relation.ts';
import { categories } from '#shared/relation/rule/categories.ts';
import { claims } from '#shared/relation/rule/claim.ts';
import { identities } from '#shared/relation/rule/identity.ts';
import { means } from '#shared/relation/rule/mean.ts';
import { openPercentages } from '#shared/relation/rule/open.ts';
import { percentages } from '#shared/relation/rule/percent.ts';
import { programmeSums } from '#shared/relation/rule/programmes.ts';
import { definedTargets, sameKeys } from '#shared/relation/rule/same.ts';
import { shapeSums } from '#shared/relation/rule/shape.ts';
import { rates } from '#shared/relation/rule/share.ts';
import { yearToDate } from '#shared/relation/rule/ytd.ts';

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
  claims,
  openPercentages,
];

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
