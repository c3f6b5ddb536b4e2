import { describe, expect, test } from 'vitest';
import { headingOf, layOut, letters } from '#shared/pack/number.ts';
import { count, fixture, lineChart, paragraph, table, words } from '#test/export/fixture.ts';

const laid = layOut(fixture);

function sectionCalled(code: string) {
  const section = laid.sections.find((each) => each.code === code);
  if (!section) throw new Error(code);
  return section;
}

describe('numbers', () => {
  test('sections count from 1, appendices from A, each on their own', () => {
    expect(laid.sections.map(headingOf)).toEqual([
      '1 Background',
      '2 Key headlines',
      '3 Programme 1',
      '4 Programme 2',
      '5 Programme 3',
      '6 Bed nights',
      '7 Glossary',
      'Appendix A: Feedback',
      'Appendix B: Case data (exempt)',
    ]);
  });

  test('paragraphs are numbered within their section, across its headings', () => {
    const numbers = ['background', 'cases'].map((code) =>
      sectionCalled(code).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.number] : [])),
    );
    expect(numbers).toEqual([
      ['1.1', '1.2', '1.3'],
      ['B.1', 'B.2'],
    ]);
  });

  test('tables and figures count through the whole pack, each their own way', () => {
    const blocks = laid.sections.flatMap((section) => section.blocks);
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map((block) => block.number)).toEqual(tables.map((_, index) => index + 1));
    expect(tables[0]?.title).toBe('Table 1: Cost of interventions');
    expect(blocks.filter((block) => block.kind === 'chart').map((block) => block.label)).toEqual([
      'Figure 1',
      'Figure 2',
      'Figure 3',
    ]);
  });

  test('every anchor is unique', () => {
    const anchors = laid.sections.flatMap((section) => [
      section.anchor,
      ...section.blocks.flatMap((block) => ('anchor' in block ? [block.anchor] : [])),
    ]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test('after Z come AA and AB', () => {
    expect([1, 26, 27, 28, 52, 53].map(letters)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
  });

  test('the contents name every section and heading, and say what is exempt', () => {
    expect(laid.contents.at(-1)).toEqual({
      level: 1,
      label: 'Appendix B',
      text: 'Case data',
      anchor: 'section-B',
      exempt: true,
    });
    expect(laid.contents.filter((entry) => entry.level === 2)).toHaveLength(16);
  });
});

describe('tables', () => {
  const lay = (each: ReturnType<typeof table>) => {
    const blocks = layOut({
      ...fixture,
      sections: [{ code: 's', title: 'S', appendix: false, exempt: null, blocks: [each] }],
    }).sections[0]?.blocks;
    const first = blocks?.[0];
    if (first?.kind !== 'table') throw new Error('no table');
    return first;
  };

  test('a header without a heading for the label column is given an empty one', () => {
    expect(lay(table('t', 'T', ['Children', 'Families'], [['A', count(1), count(2)]])).header).toEqual([
      '',
      'Children',
      'Families',
    ]);
  });

  test('rows longer than the header get empty headings', () => {
    expect(lay(table('t', 'T', ['Team'], [['A', count(1), count(2)]])).header).toEqual(['Team', '', '']);
  });

  test('columns of numbers are told from columns of words, shorthand notwithstanding', () => {
    const laidTable = lay(
      table(
        't',
        'T',
        ['', 'a', 'b', 'c'],
        [
          ['x', count(1), words('high'), words('..')],
          ['y', count(2), words('low'), count(4)],
        ],
      ),
    );
    expect(laidTable.numeric).toEqual([false, true, false, true]);
  });

  test('marks are explained in the notes, sources are files and sheets, and no source text is printed', () => {
    const disputed = lay(table('t', 'T', ['', 'a'], [['x', count(7, 'disputed')]], ['Own note.']));
    expect(disputed.notes).toEqual([
      'Own note.',
      '† Disputed: the returns do not agree on this figure, and no decision has been recorded.',
      'Source: Service return Q2.docx (Table 3); Finance period 6.xlsx (Summary).',
    ]);
  });
});

test('numbers that captions and titles brought along are dropped, other beginnings are kept', () => {
  const captions = ['Table 3: Outcomes', 'Figure 2 - Trend', 'Table tennis', 'Appendix B: Cases', 'Table 4:'];
  const titles = captions.map((caption) => {
    const blocks = [table('t', caption, ['', 'a'], [['x', count(1)]])];
    const section = { code: 's', title: 'S', appendix: false, exempt: null, blocks };
    const block = layOut({ ...fixture, sections: [section] }).sections[0]?.blocks[0];
    return block?.kind === 'table' && block.title;
  });
  expect(titles).toEqual([
    'Table 1: Outcomes',
    'Table 1: Trend',
    'Table 1: Table tennis',
    'Table 1: Cases',
    'Table 1: Table 4:',
  ]);
});

test('an exemption given as bare paragraph numbers is written out', () => {
  const words = ['3', '1, 2 and 3', 'Paragraph 2', 'Information about individuals.', ' '].map((exempt) => {
    const section = { code: 's', title: 'S', appendix: true, exempt, blocks: [] };
    return layOut({ ...fixture, sections: [section] }).sections[0]?.exempt;
  });
  const schedule = 'of Part 1 of Schedule 12A to the Local Government Act 1972';
  expect(words).toEqual([
    `Not for publication: exempt under paragraph 3 ${schedule}`,
    `Not for publication: exempt under paragraphs 1, 2 and 3 ${schedule}`,
    `Not for publication: exempt under paragraph 2 ${schedule}`,
    'Not for publication: information about individuals',
    'Not for publication: exempt',
  ]);
});

test('a chart without alternative text is described by its caption', () => {
  const pack = {
    ...fixture,
    sections: [
      {
        code: 's',
        title: 'S',
        appendix: false,
        exempt: null,
        blocks: [paragraph('x'), { ...lineChart, alt: ' ' }],
      },
    ],
  };
  const block = layOut(pack).sections[0]?.blocks[1];
  expect(block?.kind === 'chart' && block.chart.alt).toBe('Referrals accepted by quarter');
});
