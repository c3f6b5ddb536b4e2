/** Changing a definition: every change gives a whole new one, checked before it is kept. */
import type { BoardDefinition, Category, Target } from '#shared/definition/definition.ts';

/** `a, b ; c` as three names; empty ones and repetitions left out. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function replaced<T extends Named>(list: readonly T[], code: string, change: Partial<T>): readonly T[] {
  return list.map((one) => (one.code === code ? { ...one, ...change } : one));
}

export function withCategory(
  definition: BoardDefinition,
  set: string,
  code: string,
  change: Partial<Category>,
): BoardDefinition {
  const sets = definition.sets.map((one) =>
    one.code === set ? { ...one, members: replaced(one.members, code, change) } : one,
  );
  return { ...definition, sets };
}

/** A code made from a name: `Early Help` is `early-help`. */
export function codeFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function withNewCategory(definition: BoardDefinition, set: string, name: string): BoardDefinition {
  const member: Category = { code: codeFrom(name), name, aliases: [], partOf: null };
  const sets = definition.sets.map((one) =>
    one.code === set ? { ...one, members: [...one.members, member] } : one,
  );
  return { ...definition, sets };
}

/** `value` null takes the target away. */
export function withTarget(
  definition: BoardDefinition,
  target: Omit<Target, 'value'>,
  value: number | null,
): BoardDefinition {
  const rest = definition.targets.filter(
    (one) => one.measure !== target.measure || one.programme !== target.programme || one.year !== target.year,
  );
  return { ...definition, targets: value === null ? rest : [...rest, { ...target, value }] };
}
