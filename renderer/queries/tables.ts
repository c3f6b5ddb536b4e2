/** Which answers a change of the board makes old. */
import type { ApiMethod } from '#shared/api/api.ts';

/** Answers that depend on nothing but the tables named; all others depend on everything on the board. */
const ONLY: Partial<Record<ApiMethod, readonly string[]>> = {
  'board.recent': ['recent', 'board'],
  'disk.boards': ['recent', 'board'],
  'import.staged': ['staged', 'board', 'definition_version', 'label_memory', 'memory'],
  'sample.waiting': ['staged', 'board', 'return_version'],
  'exempt.list': ['exempt', 'board', 'definition_version', 'setting'],
  'definition.get': ['board', 'definition_version'],
};

/** Tables that touch only the answers that name them, and the overview. */
const NARROW: readonly string[] = ['staged', 'exempt', 'recent', 'checked'];

const OVERVIEW: readonly ApiMethod[] = ['quarter.summary'];

/** What somebody writing looks at is asked for before all else: the service answers one call after another. */
const FIRST: readonly ApiMethod[] = ['pack.preview'];

/** The same questions in the order to ask them. */
export function inTurn<T extends { readonly method: ApiMethod }>(questions: readonly T[]): readonly T[] {
  const isFirst = ({ method }: T) => FIRST.includes(method);
  return [...questions.filter(isFirst), ...questions.filter((one) => !isFirst(one))];
}

export function concerns(method: ApiMethod, tables: readonly string[]): boolean {
  const only = ONLY[method];
  if (only) return tables.some((table) => only.includes(table));
  if (OVERVIEW.includes(method)) return true;
  return tables.some((table) => !NARROW.includes(table));
}
