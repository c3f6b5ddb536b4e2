/** A small pack of one table whose rows add up to its total, with what disclosure control needs to know of it. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { type Disclosed, recordOf } from '#shared/disclosure/issued.ts';
import { openLedger } from '#shared/disclosure/ledger.ts';
import type { EditionInput } from '#shared/edition/public.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Block, Pack, PackTable } from '#shared/pack/document.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { Relation } from '#shared/relation/relation.ts';

export type Rows = Readonly<Record<string, number>>;

export function keyOf(name: string): string {
  return keyText(quantityKey(name));
}

function quantityKey(name: string): QuantityKey {
  const dims: Readonly<Record<string, string>> = name === 'Total' ? {} : { source: name };
  return {
    measure: 'referrals',
    programme: 'fgc',
    period: '2030-31 Q1',
    aspect: 'value',
    unit: 'children',
    dims,
  };
}

function whole(value: number): Quantity {
  return { value, step: 0, low: value, high: value, unit: null, whole: true, approximate: false };
}

function figure(name: string, value: number): Figure {
  const rest = { status: 'stated', sources: [], assertions: [], decisions: [], findings: [] } as const;
  return { key: quantityKey(name), quantity: whole(value), ...rest };
}

export function tableOf(rows: Rows): PackTable {
  return {
    kind: 'table',
    id: 'referrals',
    caption: 'Referrals by source',
    summary: 'One row for each source.',
    header: ['Source', 'Children'],
    rows: Object.entries(rows).map(([label, value]) => ({
      label,
      total: label === 'Total',
      cells: [{ text: String(value), value, format: 'count', key: keyOf(label) }],
    })),
    notes: [],
    sources: [],
  };
}

export function packOf(blocks: readonly Block[]): Pack {
  return {
    title: 'Board: 2030-31 Q1 board pack',
    council: 'A council',
    board: 'Board',
    period: '2030-31 Q1',
    edition: 'board',
    marking: 'OFFICIAL-SENSITIVE',
    date: '2030-06-30',
    front: [],
    sections: [{ code: 'headlines', title: 'Key headlines', appendix: false, exempt: null, blocks }],
  };
}

/** The total is the sum of the other rows. */
export function inputOf(rows: Rows): EditionInput {
  const parts = Object.keys(rows).filter((name) => name !== 'Total');
  const terms = [
    { variable: keyOf('Total'), factor: -1 },
    ...parts.map((name) => ({ variable: keyOf(name), factor: 1 })),
  ];
  const sum: Relation = {
    id: 'sum',
    kind: 'total',
    rule: 'table.sum',
    label: 'Total is the sum of its rows',
    body: { shape: 'linear', terms, constant: 0 },
  };
  return {
    definition: defaultDefinition,
    returns: [],
    figures: Object.entries(rows).map(([name, value]) => figure(name, value)),
    relations: [sum],
    variables: new Map(),
  };
}

/** An edition of these rows that went out with some printed and some withheld. */
export function issuedOf(rows: Rows, printed: readonly string[], withheld: readonly string[]): Disclosed {
  const told = new Map(printed.map((name) => [keyOf(name), [rows[name] ?? 0, rows[name] ?? 0] as const]));
  return recordOf(openLedger(inputOf(rows)), { printed: told, withheld: new Set(withheld.map(keyOf)) });
}

export function textsOf(pack: Pack): readonly string[] {
  return pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [],
    ),
  );
}
