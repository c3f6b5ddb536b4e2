import { describe, expect, test } from 'vitest';
import type { Decision } from '#shared/decision/decision.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { Block } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { checksBlocks, qualityBlocks } from '#shared/pack/quality.ts';
import { aDefinition } from '#test/finding/build.ts';

const finding = (id: string, stated: string): Finding & { readonly status: 'decided' } => ({
  id,
  kind: 'total',
  severity: 'high',
  provider: null,
  period: '2020-21 Q2',
  title: `About ${id}`,
  message: '',
  cells: [],
  stated,
  expected: null,
  suspect: null,
  alternatives: [],
  suggestion: null,
  proposal: null,
  arithmetic: [],
  relations: [],
  fingerprint: 'f',
  status: 'decided',
});

const decision = (id: string, value: number, withdrawn = false): Decision => ({
  id: `d-${id}`,
  finding: id,
  fingerprint: 'f',
  verdict: { kind: 'value', value, identity: 'cell' },
  why: 'The service confirmed it.',
  by: 'A Secretary',
  at: '2020-10-12T09:00:00Z',
  withdrawn,
});

function input(more: Partial<PackInput>): PackInput {
  const coverage = { held: 0, violated: 0, notCheckable: [] };
  const rest = { figures: [], returns: [], findings: [], decisions: [], coverage, narrative: {}, front: {} };
  return { definition: aDefinition({}), period: '2020-21 Q2', ...rest, ...more };
}

const rowsOf = (blocks: readonly Block[], id: string) =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.id === id
      ? block.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])
      : [],
  );

describe('the data-quality note', () => {
  test('lists the decisions on its own quarter, each value written as the one it replaces', () => {
    const findings = [finding('a', '6%'), finding('b', '£2,390k'), finding('c', '191')];
    const decisions = [
      decision('a', 0.052),
      decision('b', 2_400_000),
      decision('c', 1192),
      decision('c', 7, true),
      decision('of-another-quarter', 3),
    ];
    expect(
      rowsOf(qualityBlocks(input({ findings, decisions })), 'decisions').map((row) => row.slice(0, 2)),
    ).toEqual([
      ['About a', 'Entered 5.2%'],
      ['About b', 'Entered £2,400,000'],
      ['About c', 'Entered 1,192'],
    ]);
  });

  test('has no table of decisions where none was taken on its quarter', () => {
    expect(rowsOf(qualityBlocks(input({ decisions: [decision('elsewhere', 1)] })), 'decisions')).toEqual([]);
  });
});

describe('the annex on checks', () => {
  const ties = (count: number, why: string) =>
    Array.from({ length: count }, (_, at) => ({ relation: `tie ${at} of ${why}`, why }));

  test('gives the commonest reasons a row each and the others one together', () => {
    const notCheckable = Array.from({ length: 14 }, (_, at) => ties(at + 1, `reason ${at + 1}`)).flat();
    const rows = rowsOf(
      checksBlocks(input({ coverage: { held: 0, violated: 0, notCheckable } })),
      'not-checked',
    );
    expect([rows.length, rows[0]?.slice(0, 2), rows.at(-1)?.slice(0, 2)]).toEqual([
      13,
      ['reason 14', '14'],
      ['Other reasons', '3'],
    ]);
  });
});
