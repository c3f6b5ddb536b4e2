import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#shared/decision/apply.ts';
import type { BoardDefinition, PackSection } from '#shared/definition/definition.ts';
import { figuresOf } from '#shared/figure/figures.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { buildPack } from '#shared/pack/build.ts';
import type { Block, Pack, PackTable } from '#shared/pack/document.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const section = (more: Partial<PackSection>): PackSection => ({
  ...{ code: 's', title: 'Section', programmes: [], tables: [], charts: [], appendix: false, exempt: null },
  ...more,
});

const key: TableSketch['key'] = (row, column) =>
  column === 'Children' ? { measure: 'm', programme: row.toLowerCase() } : null;
const quarter = (period: string, ...lines: readonly (readonly string[])[]) =>
  aReturn({
    period,
    tables: [{ caption: 'As returned', code: 't', key, lines: [['', 'Children'], ...lines] }],
  });

function packOf(
  returns: readonly UnderstoodReturn[],
  more: Partial<BoardDefinition>,
  period = '2020-21 Q2',
): Pack {
  const definition = aDefinition(more);
  const { findings: found, coverage } = checkBoard({ definition, returns });
  const findings = applyDecisions(found, []);
  const figures = figuresOf({ definition, returns, findings, decisions: [] });
  const rest = { decisions: [], coverage, narrative: {}, front: {} };
  return buildPack({ definition, period, figures, returns, findings, ...rest });
}

const tablesOf = (pack: Pack, code: string) =>
  (pack.sections.find((s) => s.code === code)?.blocks ?? []).filter(
    (b): b is PackTable => b.kind === 'table',
  );
const grid = (table: PackTable | undefined) =>
  table && [table.header, ...table.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.text)])];
const words = (block: Block | undefined) =>
  block?.kind === 'paragraph' ? block.inlines.map((inline) => inline.text).join('') : null;

const TWO_QUARTERS = [
  quarter('2020-21 Q1', ['Alpha', '12'], ['Beta', '7']),
  quarter('2020-21 Q2', ['Alpha', '15'], ['Beta', '7']),
];

describe('a pack', () => {
  test('compares the quarter with the one before', () => {
    const pack = packOf(TWO_QUARTERS, { sections: [section({ programmes: ['alpha', 'beta'] })] });
    expect(grid(tablesOf(pack, 's')[0])).toEqual([
      ['Figure', 'Unit', '2020-21 Q2', '2020-21 Q1', 'Change'],
      ['Measure (children), Alpha', 'children', '15', '12', '+3'],
      ['Measure (children), Beta', 'children', '7', '7', 'no change'],
    ]);
  });

  test('shows a section’s tables as they were returned, and draws its trend with the periods named', () => {
    const charts = [{ title: 'Children', measure: 'm', programmes: ['alpha'] }];
    const pack = packOf(TWO_QUARTERS, { sections: [section({ tables: ['t'], charts })] });
    const [table] = tablesOf(pack, 's');
    expect(grid(table)).toEqual([
      ['Item', 'Children'],
      ['Alpha', '15'],
      ['Beta', '7'],
    ]);
    const chart = pack.sections[0]?.blocks.find((b) => b.kind === 'chart');
    expect(chart).toMatchObject({
      labels: ['2020-21 Q1', '2020-21 Q2'],
      series: [{ name: 'Alpha', values: [12, 15] }],
      alt: 'Children. Alpha went from 12 in 2020-21 Q1 to 15 in 2020-21 Q2. Unit: children.',
    });
  });

  test('never draws families and children in one chart', () => {
    const inUnit = (period: string, unit: 'families' | 'children', text: string) =>
      aReturn({
        period,
        sha256: `${period} ${unit}`,
        tables: [
          {
            code: 't',
            key: () => ({ programme: 'alpha', unit }),
            lines: [
              ['', 'n'],
              ['Alpha', text],
            ],
          },
        ],
      });
    const returns = [
      inUnit('2019-20 Q4', 'children', '30'),
      inUnit('2020-21 Q1', 'families', '9'),
      inUnit('2020-21 Q1', 'children', '28'),
      inUnit('2020-21 Q2', 'families', '11'),
      inUnit('2020-21 Q2', 'children', '31'),
    ];
    const charts = [{ title: 'Supported', measure: 'm', programmes: ['alpha'] }];
    const pack = packOf(returns, { sections: [section({ charts })] });
    expect(pack.sections[0]?.blocks.filter((b) => b.kind === 'chart')).toMatchObject([
      { caption: 'Supported (children), 2019-20 Q4 to 2020-21 Q2', series: [{ values: [30, 28, 31] }] },
    ]);
  });

  test('keeps tables no section asks for in a closing appendix', () => {
    const pack = packOf(TWO_QUARTERS, { sections: [] });
    expect(tablesOf(pack, 'other-tables').map((table) => table.caption)).toEqual(['As returned']);
  });

  test('names a provider without a return; it is never a zero', () => {
    const providers = aDefinition().providers.map((p) => ({ ...p, returns: p.code === 'pa' ? ['t'] : [] }));
    const pack = packOf(TWO_QUARTERS, { providers });
    const quality = pack.sections.find((s) => s.code === 'data-quality');
    expect(quality?.blocks.map(words)).toContain(
      'No return has been received for 2020-21 Q2 from: PA service. Totals do not include them.',
    );
  });

  test('marks a disputed cell and keeps the number its provider printed', () => {
    const other = aReturn({
      ...{ provider: 'board', period: '2020-21 Q2' },
      tables: [
        {
          caption: 'Compiled',
          code: 'c',
          key,
          lines: [
            ['', 'Children'],
            ['Alpha', '16'],
          ],
        },
      ],
    });
    const pack = packOf([...TWO_QUARTERS, other], { sections: [section({ tables: ['c'] })] });
    expect(tablesOf(pack, 's')[0]?.rows[0]?.cells).toMatchObject([{ text: '16', flag: 'disputed' }]);
    expect(tablesOf(pack, 'data-quality')[0]?.rows).toHaveLength(1);
  });

  test('says whose answer an open question awaits, and lists only abbreviations it uses', () => {
    const questions = [{ code: 'legal', heading: 'Legal implications', officer: 'Head of Law' }];
    const pack = packOf(TWO_QUARTERS, {
      sections: [section({ questions, text: ['CIN in {period}.'] })],
      glossary: [
        { term: 'CIN', meaning: 'Child in need' },
        { term: 'CP', meaning: 'Child protection' },
      ],
    });
    expect(pack.sections[0]?.blocks.map(words)).toEqual([
      'CIN in 2020-21 Q2.',
      null,
      'Not yet written. To be provided and cleared by: Head of Law.',
    ]);
    expect(pack.sections.find((s) => s.code === 'glossary')?.blocks).toMatchObject([
      { items: [[{ text: 'CIN' }, { text: ': Child in need' }]] },
    ]);
  });

  test('carries the last day of its quarter as its date', () => {
    expect(packOf(TWO_QUARTERS, {}).date).toBe('2020-09-30');
    expect(packOf([quarter('2019-20 Q4', ['Alpha', '1'])], {}, '2019-20 Q4').date).toBe('2020-03-31');
  });
});
