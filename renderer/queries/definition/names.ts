/** What codes are called: providers, programmes, measures, categories and tables of the board. */
import { useMemo } from 'react';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export interface Names {
  readonly definition: BoardDefinition | null;
  readonly provider: (code: string | null) => string;
  readonly programme: (code: string | null) => string;
  readonly measure: (code: string) => string;
  readonly set: (code: string) => string;
  readonly member: (set: string, code: string) => string;
  readonly table: (code: string | null) => string;
  /** `Source: CP, Month: April`; empty for a total over everything. */
  readonly dims: (dims: Readonly<Record<string, string>>) => string;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function lookup(list: readonly Named[]): (code: string) => string {
  const names = new Map(list.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** Names by a definition; every code names itself while there is none. */
export function namesOf(definition: BoardDefinition | null): Names {
  const provider = lookup(definition?.providers ?? []);
  const programme = lookup(definition?.programmes ?? []);
  const sets = new Map((definition?.sets ?? []).map(({ code, members }) => [code, lookup(members)]));
  const set = lookup(definition?.sets ?? []);
  const table = lookup((definition?.tables ?? []).map(({ code, title }) => ({ code, name: title })));
  const member = (setCode: string, code: string) => sets.get(setCode)?.(code) ?? code;
  return {
    definition,
    provider: (code) => (code === null ? 'The board' : provider(code)),
    programme: (code) => (code === null ? '' : programme(code)),
    measure: lookup(definition?.measures ?? []),
    set,
    member,
    table: (code) => (code === null ? 'Not recognised' : table(code)),
    dims: (dims) =>
      Object.entries(dims)
        .map(([one, code]) => `${set(one)}: ${member(one, code)}`)
        .join(', '),
  };
}

export function useNames(): Names {
  const { value } = useDefinition();
  return useMemo(() => namesOf(value), [value]);
}
