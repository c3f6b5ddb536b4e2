/** Editions already issued are held as they went out, also where a figure was restated since. */
import { describe, expect, test } from 'vitest';
import { recordOf, withIssued } from '#shared/disclosure/issued.ts';
import { openLedger } from '#shared/disclosure/ledger.ts';
import { publicEdition, UnsafeEdition } from '#shared/edition/public.ts';
import { inputOf, issuedOf, keyOf, packOf, type Rows, tableOf, textsOf } from '#test/edition/fixture.ts';

const BEFORE = { cp: 3, eh: 20, lac: 30, cin: 0, Total: 53 };

function made(rows: Rows, issued: ReturnType<typeof issuedOf>) {
  return publicEdition(packOf([tableOf(rows)]), { ...inputOf(rows), issued: [issued] });
}

describe('a restated figure', () => {
  test('that is small now is withheld, although a larger one was printed before', () => {
    const now = { ...BEFORE, cp: 12, eh: 4, lac: 37 };
    const issued = issuedOf({ ...BEFORE, cp: 20, eh: 20, lac: 13 }, ['cp', 'eh', 'lac', 'cin', 'Total'], []);
    const { pack } = made(now, issued);
    expect(textsOf(pack)[1]).toBe('c');
  });

  test('beside those that were not restated does not tell the small one that was withheld', () => {
    // The row that hid cp before is restated by one; printing it now would not tell cp, but printing it and
    // the rows that stayed, with the new total, would.
    const now = { ...BEFORE, eh: 21, Total: 54 };
    const { pack, certificate } = made(now, issuedOf(BEFORE, ['lac', 'cin', 'Total'], ['cp', 'eh']));
    expect(textsOf(pack)).toEqual(['c', 'c', '30', '0', '54']);
    expect(certificate.proofs.map(({ id }) => id)).toEqual([keyOf('cp')]);
  });

  test('that was small keeps its old number safe as well as its new one', () => {
    const now = { ...BEFORE, cp: 2, Total: 52 };
    const { certificate } = made(now, issuedOf(BEFORE, ['lac', 'cin', 'Total'], ['cp', 'eh']));
    const possible = new Map(certificate.proofs.map((proof) => [proof.id, proof.possible]));
    expect([...possible.keys()].sort()).toEqual([keyOf('cp'), `was 0 ${keyOf('cp')}`].sort());
    expect(
      [...possible.values()].every((values) => Math.min(...values) === 1 && Math.max(...values) > 5),
    ).toBe(true);
  });

  test('is refused where the old edition and the new one together tell it', () => {
    // cp and eh were withheld; everything else was printed, and eh is now public through another edition.
    const first = issuedOf(BEFORE, ['lac', 'cin', 'Total'], ['cp', 'eh']);
    const second = issuedOf(BEFORE, ['eh'], []);
    const input = { ...inputOf(BEFORE), issued: [first, second] };
    expect(() => publicEdition(packOf([tableOf(BEFORE)]), input)).toThrow(UnsafeEdition);
  });
});

describe('the record of an issued edition', () => {
  test('holds values of its own time, under another name where they were restated', () => {
    const record = issuedOf(BEFORE, ['lac', 'cin', 'Total'], ['cp', 'eh']);
    expect(record.values[keyOf('cp')]).toBe(3);
    const { ledger, known, masked } = withIssued(openLedger(inputOf({ ...BEFORE, lac: 31 })), [record]);
    expect(known.get(keyOf('Total'))).toEqual([53, 53]);
    expect(known.has(keyOf('lac'))).toBe(false);
    expect([...masked].sort()).toEqual([keyOf('cp'), keyOf('eh')]);
    expect(ledger.entries.get(`was 0 ${keyOf('lac')}`)).toBeUndefined();
  });

  test('of a rounded edition binds later ones to what rounds alike', () => {
    const ledger = openLedger(inputOf(BEFORE));
    const record = recordOf(ledger, { printed: new Map([[keyOf('cp'), [3, 7]]]), withheld: new Set() });
    const { known } = withIssued(ledger, [record]);
    expect(known).toEqual(new Map([[keyOf('cp'), [3, 7]]]));
    const { pack, certificate } = publicEdition(packOf([tableOf(BEFORE)]), {
      ...inputOf(BEFORE),
      issued: [record],
    });
    expect(textsOf(pack).slice(0, 1)).toEqual(['c']);
    expect(certificate.proofs).toEqual([{ id: keyOf('cp'), possible: [3, 6] }]);
  });
});
