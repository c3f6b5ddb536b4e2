/**
 * Whose figures a return holds where several services return the same table. The service a definition lists first
 * speaks for the whole programme unless another sends a return of its own; every other speaks for itself. One that
 * lists the others beside it speaks for all, and its plain figures are the whole.
 */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import { returnsBesideOthers } from '#shared/meaning/implied.ts';
import type { LineMeaning } from '#shared/meaning/lines.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** The service a return's plain figures are of, or null where it lists others too. */
export function speaksFor(provider: string, lines: readonly LineMeaning[]): string | null {
  const named = lines.flatMap((line) => line.facets?.dims?.provider ?? []);
  return provider === '' || named.some((code) => code !== provider) ? null : provider;
}

/** What being one service's own says of every cell of a table that others return too. */
export function ownFigures(table: TableDefinition, provider: string, definition: BoardDefinition): Facets {
  const several = table.providers.indexOf(provider) > 0 && returnsBesideOthers(table, definition);
  return several ? { dims: { provider } } : {};
}

/** Services that named no other and marked their figures as their own, by period and table. */
function besideOthers(returns: readonly UnderstoodReturn[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { ref, tables } of returns) {
    for (const { code, assertions } of tables) {
      if (assertions.some(({ key }) => key?.dims.provider === ref.provider))
        found.add(`${ref.period}|${code}`);
    }
  }
  return found;
}

function asOwn(one: Assertion): Assertion {
  if (!one.key) return one;
  return { ...one, key: { ...one.key, dims: { ...one.key.dims, provider: one.from.provider } } };
}

/**
 * Returns seen together: where another service has returned a table of its own for the quarter, the plain figures of
 * the one that otherwise speaks for all are its own too.
 */
export function seenTogether(
  definition: BoardDefinition,
  returns: readonly UnderstoodReturn[],
): readonly UnderstoodReturn[] {
  const beside = besideOthers(returns);
  if (beside.size === 0) return returns;
  const leads = new Map(definition.tables.map((table) => [table.code, table.providers[0]]));
  return returns.map((one) => {
    const joint = one.tables.some(({ assertions }) =>
      assertions.some(({ key }) => (key?.dims.provider ?? one.ref.provider) !== one.ref.provider),
    );
    if (joint) return one;
    const tables = one.tables.map((table) => {
      const lead = table.code !== null && leads.get(table.code) === one.ref.provider;
      const own = lead && beside.has(`${one.ref.period}|${table.code}`);
      return own ? { ...table, assertions: table.assertions.map(asOwn) } : table;
    });
    return { ...one, tables };
  });
}
