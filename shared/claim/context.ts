/** What stands around a claim: the programme its clause, its heading or its provider speaks of. */
import type { BoardDefinition, Programme } from '#shared/definition/definition.ts';
import type { Statement, UnderstoodReturn } from '#shared/meaning/understood.ts';
import { mentions, vocabularyOf } from '#shared/meaning/vocabulary.ts';

/** Programmes a text names, by whole words; `MST` inside `MST CAN` does not count. */
export function programmesIn(definition: BoardDefinition, text: string): readonly string[] {
  return mentions(text, vocabularyOf(definition).programmes).map(({ code }) => code);
}

/** What a line's surroundings say it is about. */
export interface Scope {
  readonly programmes: readonly string[];
  /** A heading nearer by may have ended it. */
  readonly doubtful: boolean;
}

const NOWHERE: Scope = { programmes: [], doubtful: false };

/** The programmes of the nearest heading above a line that names any. */
function headingOf(definition: BoardDefinition, { under = [] }: Statement): Scope {
  const named = under.map((heading) => programmesIn(definition, heading));
  const at = named.findIndex((programmes) => programmes.length > 0);
  return at < 0 ? NOWHERE : { programmes: named[at] ?? [], doubtful: at > 0 };
}

/** A line on a sheet speaks of what the sheet's tables are about; a paragraph of what its heading names. */
export function scopeOf(definition: BoardDefinition, from: UnderstoodReturn, statement: Statement): Scope {
  const { sheet } = statement.source;
  if (sheet === 'Text') {
    const scope = headingOf(definition, statement);
    const own =
      scope.programmes.length === 1 && scope.programmes[0] === programmeOf(definition, from.ref.provider);
    return own ? { ...scope, doubtful: false } : scope;
  }
  const tables = from.tables.filter(({ shape }) => shape.sheet === sheet);
  const programmes = tables.flatMap(({ assertions }) =>
    assertions.flatMap(({ key }) => key?.programme ?? []),
  );
  return { programmes: [...new Set(programmes)], doubtful: false };
}

interface Branch {
  readonly all: readonly string[];
  readonly leaves: readonly string[];
}

const BRANCHES = new WeakMap<readonly Programme[], ReadonlyMap<string, Branch>>();
/** Deeper than any board nests its programmes; ends a circle. */
const DEEPEST = 9;

function isUnder(programmes: readonly Programme[], from: string, top: string): boolean {
  let code: string | null = from;
  for (let depth = 0; code !== null && depth < DEEPEST; depth++) {
    if (code === top) return true;
    const at: string = code;
    code = programmes.find((one) => one.code === at)?.partOf ?? null;
  }
  return false;
}

function branchesOf(programmes: readonly Programme[]): ReadonlyMap<string, Branch> {
  const known = BRANCHES.get(programmes);
  if (known) return known;
  const parents = new Set(programmes.map(({ partOf }) => partOf));
  const made = new Map(
    programmes.map(({ code: top }) => {
      const all = programmes.map(({ code }) => code).filter((code) => isUnder(programmes, code, top));
      return [top, { all, leaves: all.filter((code) => !parents.has(code)) }];
    }),
  );
  BRANCHES.set(programmes, made);
  return made;
}

/** The programme codes under one, itself included. */
export function under(programmes: readonly Programme[], code: string): readonly string[] {
  return branchesOf(programmes).get(code)?.all ?? [];
}

/** Programmes under one, itself included, that no other is part of. */
export function leavesUnder(programmes: readonly Programme[], code: string): readonly string[] {
  return branchesOf(programmes).get(code)?.leaves ?? [];
}

/** The programme a provider's text is about where it names none: its only one, or the one that holds all of them. */
export function programmeOf(definition: BoardDefinition, provider: string): string | null {
  const known = definition.providers.find(({ code }) => code === provider);
  const { programmes } = definition;
  if (!known) return null;
  if (known.compiles) {
    const roots = programmes.filter(
      (one) => one.partOf === null && programmes.some((p) => p.partOf === one.code),
    );
    return roots.length === 1 ? (roots[0]?.code ?? null) : null;
  }
  const [only] = known.programmes;
  if (known.programmes.length === 1) return only ?? null;
  const holds = (code: string) => known.programmes.every((one) => under(programmes, code).includes(one));
  const holders = programmes.filter(({ code }) => holds(code));
  const least = holders.filter(({ code }) => !holders.some((other) => other.partOf === code));
  return least.length === 1 ? (least[0]?.code ?? null) : null;
}
