/** What withholding cannot protect is left out: contradictory tables whose sums come to the small number. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '#shared/disclosure/ledger.ts';
import { withoutNearest } from '#shared/edition/leave.ts';
import { publicEdition, publicRounds, UnsafeEdition } from '#shared/edition/public.ts';
import type { Pack } from '#shared/pack/document.ts';
import { INPUT, pick } from '#test/edition/contradiction.ts';
import { inputOf, issuedOf, keyOf, packOf, tableOf } from '#test/edition/fixture.ts';
import { workedOut } from '#test/edition/reader.ts';

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
