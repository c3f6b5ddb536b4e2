/** The evidence register: nothing a pack shows is without an entry, and an entry names its cells. */
import { expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { registerDocument } from '#shared/evidence/document.ts';
import { evidenceOf } from '#shared/evidence/register.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Block, PackTable } from '#shared/pack/document.ts';
import { layOut } from '#shared/pack/number.ts';
import { publishedFigures } from '#shared/pack/published.ts';
import { keyOf, packOf, tableOf } from '#test/edition/fixture.ts';

const REF = { file: 'Return.csv', sheet: 'Return.csv', cell: 'B2', text: '9' };

function figure(name: string, value: number, decisions: readonly string[] = []): Figure {
  const [measure = '', programme = '', period = '', , , dims = ''] = keyOf(name).split('|');
  const source = dims.split('=')[1];
  return {
    key: {
      measure,
      programme,
      period,
      aspect: 'value',
      unit: 'children',
      dims: source ? { source } : {},
    },
    quantity: { value, step: 0, low: value, high: value, unit: null, whole: true, approximate: false },
    status: decisions.length > 0 ? 'decided' : 'stated',
    sources: [REF],
    assertions: [],
    decisions,
    findings: [],
  };
}

const CHANGE: PackTable = {
  ...tableOf({ Total: 14 }),
  caption: 'Compared',
  header: ['Figure', 'Now', 'Change'],
  rows: [
    {
      label: 'Referrals',
      total: false,
      cells: [
        { text: '14', value: 14, format: 'count', key: keyOf('Total') },
        { text: '+3', value: 3, format: 'count', key: null },
      ],
    },
  ],
};

const BLOCKS: readonly Block[] = [
  { kind: 'paragraph', inlines: [{ kind: 'figure', text: '14', key: keyOf('Total') }] },
  tableOf({ CIN: 5, CP: 9, Total: 14 }),
  CHANGE,
  {
    kind: 'chart',
    id: 'c',
    caption: 'Trend',
    alt: 'Trend.',
    type: 'line',
    unit: 'count',
    labels: ['Q1', 'Q2'],
    series: [{ name: 'Children', values: [11, null], keys: [keyOf('Earlier'), keyOf('CP')] }],
    notes: [],
  },
];

const DECISION = {
  id: 'd1',
  finding: 'f1',
  fingerprint: 'x',
  verdict: { kind: 'value', value: 9, identity: 'i' },
  why: 'Counted again by the service',
  by: 'Administrator',
  at: '2030-08-01T10:00:00Z',
  withdrawn: false,
} as const;

const INPUT = {
  definition: defaultDefinition,
  figures: [figure('CIN', 5), figure('CP', 9, ['d1']), figure('Total', 14)],
  returns: [],
  decisions: [DECISION],
  findings: [],
};

test('every figure the pack shows has one entry, with every place it stands in', () => {
  const pack = packOf(BLOCKS);
  const entries = evidenceOf(layOut(pack), INPUT);
  const keys = entries.flatMap(({ key }) => key ?? []);
  expect(new Set(keys)).toEqual(new Set(Object.keys(publishedFigures(pack))));
  expect(keys.length).toBe(new Set(keys).size);
  expect(entries.find(({ key }) => key === keyOf('Total'))).toMatchObject({
    texts: ['14'],
    places: ['paragraph 1.1', 'Table 1, Total, Children', 'Table 2, Referrals, Now'],
    value: 14,
    step: 0,
    cells: [{ ref: REF, sha256: null }],
  });
});

test('a number that is no figure names the figures it was worked out from, and a lost one is called lost', () => {
  const entries = evidenceOf(layOut(packOf(BLOCKS)), INPUT);
  const total = entries.find(({ key }) => key === keyOf('Total'));
  expect(entries.find(({ texts }) => texts.includes('+3'))).toMatchObject({
    key: null,
    status: 'calculated',
    worked: [total?.number],
  });
  expect(entries.find(({ key }) => key === keyOf('Earlier'))).toMatchObject({ status: 'gone', value: 11 });
});

test('the register’s document carries the board’s marking and lists the decisions with the entries they settled', () => {
  const pack = packOf(BLOCKS);
  const document = registerDocument(pack, evidenceOf(layOut(pack), INPUT), INPUT);
  expect(document).toMatchObject({ edition: 'board', marking: pack.marking });
  const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const decisions = tables.find(({ id }) => id === 'evidence-decisions');
  expect(decisions?.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
    [
      'd1',
      'A finding that no longer arises',
      '9',
      'Counted again by the service',
      'Administrator',
      '2030-08-01T10:00:00Z',
      'E3',
    ],
  ]);
});
