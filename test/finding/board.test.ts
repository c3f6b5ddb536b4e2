/** What holds for any board: order changes nothing, ids last, one cell is blamed once, JSON and messages are whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#shared/decision/apply.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { checkJson } from '#shared/finding/json.ts';
import { providerQueries } from '#shared/finding/query.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const definition = aDefinition();

const table = (total: string, more: Partial<TableSketch> = {}): TableSketch => ({
  caption: 'Referrals',
  code: 'referrals',
  lines: [
    ['', 'April', 'May', 'Total'],
    ['CP', '7', '14', '21'],
    ['EH', '7', '8', total],
    ['Total', '14', '22', '36'],
  ],
  key: (row, column) => ({ programme: 'alpha', dims: { source: row, month: column } }),
  ...more,
});

const number = fc.integer({ min: 0, max: 30 }).map(String);
const anyTable = fc
  .record({
    cells: fc.array(number, { minLength: 9, maxLength: 9 }),
    code: fc.constantFrom('a', 'b'),
    keyed: fc.boolean(),
  })
  .map(
    ({ cells, code, keyed }): TableSketch => ({
      ...{ code, caption: `Table ${code}` },
      lines: [
        ['', 'X', 'Y', 'Total'],
        ...['R', 'S', 'Total'].map((name, i) => [name, ...cells.slice(i * 3, i * 3 + 3)]),
      ],
      ...(keyed
        ? { key: (row: string, column: string) => ({ programme: 'alpha', dims: { r: row, c: column } }) }
        : {}),
    }),
  );
const anyBoard = fc.uniqueArray(
  fc.record({
    provider: fc.constantFrom('fgc', 'pa', 'board'),
    period: fc.constantFrom('2020-21 Q1', '2020-21 Q2'),
    tables: fc.array(anyTable, { minLength: 1, maxLength: 2 }),
  }),
  { selector: ({ provider, period }) => `${provider} ${period}`, minLength: 1, maxLength: 4 },
);

describe('any board', () => {
  test('the order of the returns changes nothing', () => {
    fc.assert(
      fc.property(anyBoard, fc.infiniteStream(fc.nat()), (sketches, stream) => {
        const returns = sketches.map(aReturn);
        const shuffled = returns
          .map((one) => ({ one, at: stream.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(checkBoard({ definition, returns: shuffled })).toEqual(checkBoard({ definition, returns }));
      }),
      { numRuns: 20 },
    );
  });

  test('ids are unique, indices point at cells, and titles are said once', () => {
    fc.assert(
      fc.property(anyBoard, (sketches) => {
        const { findings } = checkBoard({ definition, returns: sketches.map(aReturn) });
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const { suspect, alternatives, cells, title, message } of findings) {
          for (const index of [...(suspect === null ? [] : [suspect]), ...alternatives])
            expect(cells[index]).toBeDefined();
          expect(alternatives.length).toBeLessThanOrEqual(5);
          expect(alternatives).not.toContain(suspect);
          expect(`${title} ${message}`).not.toMatch(/undefined|NaN|\bnull\b|Infinity/);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('identity', () => {
  const found = (returns: readonly UnderstoodReturn[]) => checkBoard({ definition, returns }).findings;
  const [first] = found([aReturn({ tables: [table('51')] })]);

  test('the same mistake in a new version of the file keeps its id and its fingerprint', () => {
    const [again] = found([aReturn({ sha256: 'other', file: 'renamed.docx', tables: [table('51')] })]);
    expect([again?.id, again?.fingerprint]).toEqual([first?.id, first?.fingerprint]);
  });

  test('another wrong number in the same cell keeps the id and changes the fingerprint', () => {
    const [again] = found([aReturn({ tables: [table('52')] })]);
    expect(again?.id).toBe(first?.id);
    expect(again?.fingerprint).not.toBe(first?.fingerprint);
  });

  test('the same mistake in another quarter is another finding', () => {
    const [other] = found([aReturn({ period: '2020-21 Q2', tables: [table('51')] })]);
    expect(other?.id).not.toBe(first?.id);
  });
});

describe('one period', () => {
  const q1 = aReturn({ tables: [table('51')] });
  const q2 = aReturn({ period: '2020-21 Q2', tables: [{ ...table('15'), caption: 'Other months' }] });

  test('only findings that touch its returns are given, checks still use all', () => {
    const of = (period: string) => checkBoard({ definition, returns: [q1, q2], period });
    expect(of('2020-21 Q1').findings.map(({ kind }) => kind)).toEqual(['total']);
    expect(of('2020-21 Q2').findings).toEqual([]);
    expect(of('2020-21 Q2').coverage).toEqual(of('2020-21 Q1').coverage);
  });

  test('a quarter nobody has returned for is all missing', () => {
    const { findings } = checkBoard({ definition, returns: [q1], period: '2020-21 Q3' });
    expect(findings.map(({ title }) => title)).toEqual(['No return from FGC service for 2020-21 Q3']);
  });
});

describe('handing on', () => {
  const { findings, coverage } = checkBoard({ definition, returns: [aReturn({ tables: [table('51')] })] });

  test('the JSON has every field the command line promises', () => {
    const json = checkJson(applyDecisions(findings, []), coverage);
    expect(json.counts).toEqual({
      ...{ total: 1, open: 1, decided: 0, dismissed: 0, review: 0, high: 1, medium: 0, low: 0 },
      byKind: { total: 1 },
    });
    expect(json.findings[0]).toMatchObject({
      ...{ kind: 'total', severity: 'high', stated: '51', expected: '15', status: 'open', decision: null },
      suspect: { file: 'fgc 2020-21 Q1.docx', sheet: 'Table 1', cell: 'D3', text: '51' },
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('a provider gets one message with all its points', () => {
    const [query, ...rest] = providerQueries(definition, findings, '2020-21 Q1');
    expect(rest).toEqual([]);
    expect(query?.subject).toBe('Test Board, 2020-21 Q1: 1 point on the return from FGC service');
    expect(query?.text).toContain('1. EH, Total does not add up: 7 + 8 is 15, not 51');
  });
});
