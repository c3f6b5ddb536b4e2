/** What withholding cannot protect is left out: contradictory tables whose sums come to the small number. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '#shared/disclosure/ledger.ts';
import { withoutNearest } from '#shared/edition/leave.ts';
import { type EditionInput, publicEdition, publicRounds, UnsafeEdition } from '#shared/edition/public.ts';
import type { Block, Pack } from '#shared/pack/document.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { inputOf, issuedOf, keyOf, packOf, type Rows, tableOf } from '#test/edition/fixture.ts';
import { workedOut } from '#test/edition/reader.ts';

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

const INPUT: EditionInput = {
  ...inputOf(ROWS),
  relations: [
    sum('a', 'Total', ['other', 'lac', 'both']),
    sum('b', 'Total', ['lac', 'one', 'two']),
    sum('c', 'both', ['one', 'two']),
  ],
};

function pick(names: readonly (keyof typeof ROWS)[], caption: string): Block {
  const rows: Rows = Object.fromEntries(names.map((name) => [name, ROWS[name]]));
  return { ...tableOf(rows), id: caption, caption };
}

const PACK = packOf([
  pick(['other', 'lac', 'both', 'Total'], 'By group'),
  pick(['lac', 'one', 'two', 'Total'], 'By finer group'),
  pick(['far'], 'Elsewhere'),
]);

function saidIn(pack: Pack): readonly string[] {
  return pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? [block.caption, ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))]
        : block.kind === 'paragraph'
          ? [block.inlines.map(({ text }) => text).join('')]
          : [],
    ),
  );
}

const GONE =
  'The table “By group” is left out of this edition because small numbers in it could be worked out.';

describe('the way out', () => {
  test('leaves out the nearest table, says so, and keeps the others', () => {
    const { pack, record } = publicEdition(PACK, INPUT);
    expect(saidIn(pack)).toEqual([GONE, 'By finer group', '40', '11', '13', '64', 'Elsewhere', '90']);
    expect(workedOut(openLedger(INPUT), [record], 5)).toEqual([]);
  });

  test('comes after rounds that withhold more, and is told of as such', () => {
    const rounds = [...publicRounds(PACK, INPUT)].map((round) =>
      round.kind === 'again' ? round.leaving : round.kind,
    );
    expect([...new Set(rounds)]).toEqual([false, 'passed']);
  });

  test('takes what bears on the number most directly, of that the smallest loss, as many as asked for', () => {
    const ledger = openLedger(INPUT);
    const failures = [{ id: keyOf('one'), why: '', near: [] }];
    const left = (many: number) => {
      const pack = withoutNearest(PACK, failures, ledger, many);
      return pack && saidIn(pack).filter((text) => text.startsWith('The table')).length;
    };
    expect([left(1), left(2), left(8)]).toEqual([1, 2, 2]);
    expect(withoutNearest(PACK, [{ id: 'nobody', why: '', near: [] }], ledger, 1)).toBeNull();
  });

  test('is no way out of what earlier editions tell', () => {
    const rows = { cp: 3, eh: 20, lac: 30, Total: 53 };
    const issued = [issuedOf(rows, ['eh', 'lac', 'Total'], ['cp'])];
    const input = { ...inputOf(rows), issued };
    expect(() => publicEdition(packOf([tableOf(rows), tableOf({ far: 90 })]), input)).toThrow(UnsafeEdition);
    expect(workedOut(openLedger(input), issued, 5)).toEqual([[keyOf('cp'), 3, 3]]);
  });
});
