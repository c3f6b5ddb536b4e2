import { describe, expect, test } from 'vitest';
import { audit } from '#shared/disclosure/audit.ts';
import { openLedger } from '#shared/disclosure/ledger.ts';
import type { Claim } from '#shared/disclosure/plan.ts';
import { publicEdition } from '#shared/edition/public.ts';
import type { Pack } from '#shared/pack/document.ts';
import { INPUT, pick } from '#test/edition/contradiction.ts';
import { inputOf, keyOf, packOf, tableOf } from '#test/edition/fixture.ts';

const ROWS = { cp: 3, eh: 20, lac: 30, cin: 0, Total: 53 };
const edition = publicEdition(packOf([tableOf(ROWS)]), inputOf(ROWS)).pack;

const moves = (changes: Readonly<Record<string, number>>) =>
  new Map(Object.entries(changes).map(([name, by]) => [keyOf(name), by]));

const CLAIM: Claim = { id: keyOf('cp'), down: moves({ cp: -2, eh: 2 }), up: moves({ cp: 3, eh: -3 }) };

function failing(pack: Pack, claims: readonly Claim[]): readonly string[] {
  const none = new Set<string>();
  const ledger = openLedger(inputOf(ROWS));
  return audit({ pack, ledger, threshold: 5, known: new Map(), masked: none, claims }).failures.map(
    ({ why }) => why,
  );
}

/** The edition with one cell as the board has it. */
function printing(name: keyof typeof ROWS): Pack {
  const cells = [{ text: String(ROWS[name]), value: ROWS[name], format: 'count' as const, key: keyOf(name) }];
  const sections = edition.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((row) => (row.label === name ? { ...row, cells } : row)) }
        : block,
    ),
  }));
  return { ...edition, sections };
}

describe('the disclosure audit', () => {
  test('passes two truths that print the same edition', () => {
    expect(failing(edition, [CLAIM])).toEqual([]);
  });

  test.each<[string, Claim[], string]>([
    ['without a claim', [], 'no other values are known for it'],
    [
      'a claim that stays small',
      [{ ...CLAIM, up: moves({ cp: 2, eh: -2 }) }],
      'the values offered are too close',
    ],
    [
      'a claim that stays above the least',
      [{ ...CLAIM, down: moves({ cp: -1, eh: 1 }) }],
      'the values offered are too close',
    ],
    ['a claim that breaks the total', [{ ...CLAIM, up: moves({ cp: 3 }) }], 'Total is the sum of its rows'],
    [
      'a claim that changes what is printed',
      [{ ...CLAIM, up: moves({ cp: 3, lac: -3 }) }],
      'a printed number would differ',
    ],
    [
      'a claim that moves a true zero',
      [{ ...CLAIM, down: moves({ cp: -2, cin: 2 }) }],
      'a printed number would differ',
    ],
    [
      'a claim below the least of a withheld number',
      [{ ...CLAIM, up: moves({ cp: 20, eh: -20 }) }],
      'a withheld number would be less than it can be',
    ],
    ['a claim in parts of people', [{ ...CLAIM, up: moves({ cp: 3.5, eh: -3.5 }) }], 'no count can be so'],
  ])('refuses %s', (_, claims, why) => {
    expect(failing(edition, claims)).toEqual([why]);
  });

  test('refuses a small number in print', () => {
    expect(failing(printing('cp'), [])).toEqual(['a small number is printed']);
  });

  test('refuses an edition that prints the number that kept the small one open', () => {
    expect(failing(printing('eh'), [CLAIM])).toEqual(['a printed number would differ']);
  });
});

describe('where a sum of the board does not hold', () => {
  const pack = packOf([pick(['lac', 'one', 'two', 'Total'], 'By finer group')]);
  const verdict = (trusting: Readonly<Record<string, number>> | null) => {
    const claim: Claim = { id: keyOf('other'), down: moves({}), up: moves({ other: 5, both: -5 }) };
    return audit({
      pack,
      ledger: openLedger(INPUT),
      threshold: 5,
      known: new Map(),
      masked: new Set(),
      claims: [trusting ? { ...claim, trusting: moves(trusting) } : claim],
    }).failures.map(({ why }) => why);
  };

  test('a reader who trusts it may be led to nought instead', () => {
    expect(verdict({ other: -1, both: 1 })).toEqual([]);
  });

  test.each<[string, Record<string, number> | null, string]>([
    ['nothing for the reader who trusts it', null, 'both is the sum'],
    ['that reader a small number', {}, 'the values offered are too close'],
    ['what breaks a sum that holds', { other: -1 }, 'Total is the sum'],
    ['what takes it further from holding', { other: 5, both: -5 }, 'both is the sum'],
  ])('refuses a claim that offers %s', (_, trusting, why) => {
    expect(verdict(trusting)).toEqual([why]);
  });
});
