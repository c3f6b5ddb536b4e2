import { describe, expect, test } from 'vitest';
import { checkBoard } from '#shared/finding/check.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const check = (...returns: UnderstoodReturn[]): readonly Finding[] =>
  checkBoard({ definition: aDefinition(), returns }).findings;

/** What a reader sees of a finding. */
const seen = ({ kind, severity, title, stated, expected }: Finding) => ({
  kind,
  severity,
  title,
  stated,
  expected,
});

const referrals = (eh: string, total = '27'): TableSketch => ({
  caption: 'Table 15: Source of referrals',
  code: 'referrals',
  lines: [
    ['', 'April', 'May', 'June', 'Total'],
    ['CP', '7', '1', '', '8'],
    ['EH', '7', '6', '2', eh],
    ['LAC', '', '3', '1', '4'],
    ['Grand Total', '14', '10', '3', total],
  ],
});

describe('totals', () => {
  test('figures that add up give no finding and are counted as held', () => {
    const { findings, coverage } = checkBoard({
      definition: aDefinition(),
      returns: [aReturn({ tables: [referrals('15')] })],
    });
    expect(findings).toEqual([]);
    expect(coverage).toEqual({ held: 8, violated: 0, notCheckable: [] });
  });

  test('one wrong total that breaks its row and its column is one finding with that cell as suspect', () => {
    const [found, ...rest] = check(aReturn({ tables: [referrals('51')] }));
    expect(rest).toEqual([]);
    expect(found && seen(found)).toEqual({
      kind: 'total',
      severity: 'high',
      title: 'EH, Total does not add up: 7 + 6 + 2 is 15, not 51',
      stated: '51',
      expected: '15',
    });
    expect(found?.cells[found.suspect ?? -1]?.ref).toEqual({
      file: 'fgc 2020-21 Q1.docx',
      sheet: 'Table 1',
      cell: 'E3',
      text: '51',
    });
    expect(found?.suggestion).toBe('15 instead of 51 (two digits swapped) would make all 2 relations hold');
  });
});
