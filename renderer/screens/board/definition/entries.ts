/** The lists of a definition whose entries have a code: added to, changed, moved, taken from. */
import { codeFrom } from '#renderer/screens/board/state.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export type EntryPart = 'programmes' | 'providers' | 'measures' | 'tables' | 'identities' | 'sections';
export type EntryOf<P extends EntryPart> = BoardDefinition[P][number];

/** What an entry is called in the window. */
export function titleOf(entry: EntryOf<EntryPart>): string {
  if ('name' in entry) return entry.name;
  return 'title' in entry ? entry.title : entry.label;
}

/** Replaces the entries of one part, and nothing else. */
export function withEntries<P extends EntryPart>(
  definition: BoardDefinition,
  part: P,
  entries: readonly EntryOf<P>[],
): BoardDefinition {
  return { ...definition, [part]: entries };
}

/** `list` with `one` in the place of what stands at `index`. */
export function replaced<T>(list: readonly T[], index: number, one: T): readonly T[] {
  return list.map((each, at) => (at === index ? one : each));
}

export function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, at) => at !== index);
}

/** `list` with what stands at `index` moved by `step` places; unchanged where that leads off its ends. */
export function moved<T>(list: readonly T[], index: number, step: number): readonly T[] {
  const to = index + step;
  const one = list[index];
  if (one === undefined || to < 0 || to >= list.length) return list;
  return without(list, index).toSpliced(to, 0, one);
}

/** A list whose entries have no code of their own, each with its place and a key that changes when one comes or goes. */
export function numbered<T>(
  list: readonly T[],
): readonly { readonly one: T; readonly index: number; readonly key: string }[] {
  return list.map((one, index) => ({ one, index, key: `${index} of ${list.length}` }));
}

/** A code for a new entry: from its name, with a number where another has it already. */
export function freshCode(name: string, taken: readonly { readonly code: string }[]): string {
  const codes = new Set(taken.map(({ code }) => code));
  const base = codeFrom(name) || 'entry';
  let code = base;
  for (let n = 2; codes.has(code); n++) code = `${base}-${n}`;
  return code;
}

type Blanks = {
  readonly [P in EntryPart]: (code: string, name: string, board: BoardDefinition) => EntryOf<P>;
};

const blanks: Blanks = {
  programmes: (code, name) => ({ code, name, aliases: [], partOf: null }),
  providers: (code, name) => ({ code, name, aliases: [], programmes: [], returns: [], compiles: false }),
  measures: (code, name) => ({
    code,
    name,
    aliases: [],
    unit: 'children',
    direction: 'neither',
    overQuarters: 'sum',
    overProgrammes: 'sum',
  }),
  tables: (code, title) => ({
    code,
    title,
    providers: [],
    captions: [title],
    facets: { period: 'quarter' },
    rows: [],
    columns: [],
  }),
  identities: (code, label, { measures }) => {
    const measure = measures[0]?.code ?? '';
    return { code, label, why: label, result: { measure }, terms: [{ measure }] };
  },
  sections: (code, title) => ({
    code,
    title,
    programmes: [],
    tables: [],
    charts: [],
    appendix: false,
    exempt: null,
  }),
};

/** A new entry with this name, at the end of its part. */
export function withNew<P extends EntryPart>(
  definition: BoardDefinition,
  part: P,
  name: string,
): { readonly definition: BoardDefinition; readonly code: string } {
  const entries: readonly EntryOf<P>[] = definition[part];
  const code = freshCode(name, entries);
  const entry = blanks[part](code, name, definition);
  return { definition: withEntries(definition, part, [...entries, entry]), code };
}

/** An object without those of its fields that say nothing: what is left out is not the same as what is empty. */
export function filled<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
