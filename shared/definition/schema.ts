/**
 * Reads a board definition from JSON and says where every mistake stands.
 *
 * Example: a row reading that names the set `ethnicty` gives
 * `{ place: 'tables[3].rows[0].set', message: 'There is no category set "ethnicty".' }`.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { referenceProblems } from '#shared/definition/references.ts';
import { definitionShape } from '#shared/definition/shapes.ts';

export interface DefinitionProblem {
  /** The path of the mistake: `tables[3].rows[0].set`; empty for the definition as a whole. */
  readonly place: string;
  readonly message: string;
}

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: BoardDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** `['tables', 3, 'rows']` as `tables[3].rows`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at ? '.' : ''}${String(part)}`))
    .join('');
}

/**
 * Validates a definition: its shape first, then every reference between its parts.
 * References are only checked once the shape is right, so that one mistake is reported once.
 */
export function parseDefinition(json: unknown): ParsedDefinition {
  const parsed = definitionShape.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      place: placeOf(issue.path),
      message: issue.message,
    }));
    return { ok: false, problems };
  }
  const definition: BoardDefinition = parsed.data;
  const problems = referenceProblems(definition);
  return problems.length ? { ok: false, problems } : { ok: true, definition };
}
