/** Two tables of one total that both add up, while a third sum between them does not: it happens where returns disagree. */
import type { EditionInput } from '#shared/edition/public.ts';
import type { Block } from '#shared/pack/document.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { inputOf, keyOf, type Rows, tableOf } from '#test/edition/fixture.ts';

/** Two splits of one total that both add up, while what one counts as `both` is one short of `one` and `two`. */
const ROWS = { other: 1, lac: 40, both: 23, one: 11, two: 13, far: 90, Total: 64 };

function sum(id: string, whole: string, parts: readonly string[]): Relation {
  const terms = [
    { variable: keyOf(whole), factor: -1 },
    ...parts.map((name) => ({ variable: keyOf(name), factor: 1 })),
  ];
  const body = { shape: 'linear', terms, constant: 0 } as const;
  return { id, kind: 'total', rule: 'table.sum', label: `${whole} is the sum`, body };
}

export const INPUT: EditionInput = {
  ...inputOf(ROWS),
  relations: [
    sum('a', 'Total', ['other', 'lac', 'both']),
    sum('b', 'Total', ['lac', 'one', 'two']),
    sum('c', 'both', ['one', 'two']),
  ],
};

export function pick(names: readonly (keyof typeof ROWS)[], caption: string): Block {
  const rows: Rows = Object.fromEntries(names.map((name) => [name, ROWS[name]]));
  return { ...tableOf(rows), id: caption, caption };
}
