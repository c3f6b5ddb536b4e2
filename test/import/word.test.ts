/** Word files: tables on their own grid, paragraphs by number, what is shown and nothing else. */
import { describe, expect, test } from 'vitest';
import { docx, p, r, reading, shown, tbl, tc, tr } from '#test/import/build.ts';

const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`;
const merge = (kind: string): string => (kind ? `<w:vMerge w:val="${kind}"/>` : '<w:vMerge/>');

async function tableOf(...rows: Parameters<typeof tbl>[0]): Promise<string[]> {
  const { grids } = await reading('a.docx', docx(tbl(rows)));
  return shown(grids[0]);
}

async function cellOf(content: string): Promise<string[]> {
  return tableOf(['x', tc(content)]);
}

describe('merged cells', () => {
  test('a cell across columns moves the ones after it', async () => {
    expect(await tableOf(['', tc('April', span(2)), tc('May', span(2))], ['CP', '1', '2', '3', '4'])).toEqual(
      ['B1=April 1x2', 'D1=May 1x2', 'A2=CP', 'B2=1', 'C2=2', 'D2=3', 'E2=4'],
    );
  });

  test('a cell down rows is listed once, and the cells beside it keep their columns', async () => {
    const rows = await tableOf(
      [tc('Ward', merge('restart')), 'Castle', '3'],
      [tc('', merge('')), 'Abbey', '4'],
      [tc('', merge('continue')), 'Total', '7'],
      ['City', '', '9'],
    );
    expect(rows).toEqual([
      'A1=Ward 3x1',
      'B1=Castle',
      'C1=3',
      'B2=Abbey',
      'C2=4',
      'B3=Total',
      'C3=7',
      'A4=City',
      'C4=9',
    ]);
  });

  test('a block merged both ways', async () => {
    const both = (kind: string): string => tc(kind ? 'All' : '', `${span(2)}${merge(kind)}`);
    expect(await tableOf([both('restart'), '1'], [both(''), '2'], ['a', 'b', '3'])).toEqual([
      'A1=All 2x2',
      'C1=1',
      'C2=2',
      'A3=a',
      'B3=b',
      'C3=3',
    ]);
  });

  test('rows that start late or end early keep their columns', async () => {
    const late = tr(['5'], '<w:gridBefore w:val="2"/>');
    const early = tr(['7'], '<w:gridAfter w:val="2"/>');
    const { grids } = await reading('a.docx', docx(tbl([['1', '2', '3'], late, early])));
    expect(shown(grids[0])).toEqual(['A1=1', 'B1=2', 'C1=3', 'C2=5', 'A3=7']);
    expect(grids[0]).toMatchObject({ rows: 3, cols: 3 });
  });

  test('an empty merged cell is listed, an empty plain one is not', async () => {
    expect(await tableOf([tc('', span(2)), ''], ['1', '2', '3'])).toEqual([
      'A1= 1x2',
      'A2=1',
      'B2=2',
      'C2=3',
    ]);
  });

  test('words under a merged cell are reported', async () => {
    const { grids, warnings } = await reading(
      'a.docx',
      docx(
        tbl([
          [tc('12', merge('restart')), '1'],
          [tc('13', merge('')), '2'],
        ]),
      ),
    );
    expect(shown(grids[0])).toEqual(['A1=12 2x1', 'B1=1', 'B2=2']);
    expect(warnings).toEqual([expect.stringContaining('Table 1, cell A1')]);
  });
});

describe('nested tables', () => {
  test('are grids of their own, numbered where they begin, and the outer cell keeps its words', async () => {
    const inner = `${p('Of these')}${tbl([['boys', '3']])}${p('see above')}`;
    const { grids } = await reading(
      'a.docx',
      docx(tbl([['Children', tc(inner)]]) + p('Next') + tbl([['z', '1']])),
    );
    expect(grids.map((grid) => [grid.sheet, shown(grid)])).toEqual([
      ['Table 1', ['A1=Children', 'B1=Of these\nsee above']],
      ['Table 2', ['A1=boys', 'B1=3']],
      ['Table 3', ['A1=z', 'B1=1']],
    ]);
    expect(grids[1]?.before).toEqual([{ address: 'Table 1 B1', text: 'Of these', style: 'body' }]);
    expect(grids[0]?.after).toEqual([{ address: 'P1', text: 'Next', style: 'body' }]);
  });
});

describe('text outside tables', () => {
  test('paragraphs are numbered with the empty ones, styles are told, and each table knows its neighbours', async () => {
    const body = [
      p('FGC return', 'Heading1'),
      p(''),
      p('Table 1: Referrals', 'Caption'),
      tbl([['a', '1']]),
      p('* kinship'),
      p('Second', 'Heading2'),
      p('point', 'ListBullet'),
      tbl([['b', '2']]),
      p('Table 9: typed without a style'),
    ];
    const { grids, text } = await reading('a.docx', docx(body.join('')));
    const lines = [
      { address: 'P1', text: 'FGC return', style: 'heading' },
      { address: 'P3', text: 'Table 1: Referrals', style: 'caption' },
      { address: 'P4', text: '* kinship', style: 'body' },
      { address: 'P5', text: 'Second', style: 'heading' },
      { address: 'P6', text: 'point', style: 'list' },
      { address: 'P7', text: 'Table 9: typed without a style', style: 'caption' },
    ];
    expect(text).toEqual(lines);
    expect(grids.map((grid) => [grid.before, grid.after])).toEqual([
      [lines.slice(0, 2), lines.slice(2, 5)],
      [lines.slice(2, 5), lines.slice(5)],
    ]);
  });

  test('a style of the department’s own is followed to the style it is based on', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="Dept"><w:name w:val="Department"/><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const file = docx(p('Overview', 'Dept'), { 'word/styles.xml': styles }, [['styles', 'styles.xml']]);
    expect((await reading('a.docx', file)).text).toEqual([
      { address: 'P1', text: 'Overview', style: 'heading' },
    ]);
  });

  test('a numbered caption field makes a caption, numbering makes a list', async () => {
    const seq = `<w:p>${r('Table ')}<w:fldSimple w:instr=" SEQ Table ">${r('4')}</w:fldSimple>${r(' Outcomes')}</w:p>`;
    const list = `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${r('first')}</w:p>`;
    const { text } = await reading('a.docx', docx(seq + list));
    expect(text.map((line) => [line.text, line.style])).toEqual([
      ['Table 4 Outcomes', 'caption'],
      ['first', 'list'],
    ]);
  });

  test('content controls are looked into, and prompts nobody filled in say nothing', async () => {
    const filled = `<w:sdt><w:sdtContent>${p('Q2 2020-21')}</w:sdtContent></w:sdt>`;
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here to enter text.')}</w:sdtContent></w:sdt>`;
    const { grids, text } = await reading(
      'a.docx',
      docx(filled + tbl([['a', tc(`<w:p>${prompt}</w:p>`), '1']])),
    );
    expect(text).toEqual([{ address: 'P1', text: 'Q2 2020-21', style: 'body' }]);
    expect(shown(grids[0])).toEqual(['A1=a', 'C1=1']);
  });
});

test('the head of the pages is kept at the end of the text', async () => {
  const head = `<w:hdr xmlns:w="w">${p('FGC service, Q2 2020-21')}${p('1')}</w:hdr>`;
  const links = [
    ['header', 'header1.xml'],
    ['header', 'header2.xml'],
  ] as const;
  const file = docx(p('Body'), { 'word/header1.xml': head, 'word/header2.xml': head }, links);
  expect((await reading('a.docx', file)).text).toEqual([
    { address: 'P1', text: 'Body', style: 'body' },
    { address: 'Header 1', text: 'FGC service, Q2 2020-21', style: 'body' },
  ]);
});

describe('what is shown in a cell', () => {
  test('tracked changes are read as accepted, and said so', async () => {
    const cell = `<w:p><w:del>${r('12').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${r('15')}</w:ins></w:p>`;
    const gone = tr(['deleted', '9'], '<w:del/>');
    const { grids, warnings } = await reading('a.docx', docx(tbl([['a', tc(cell)], gone, ['b', '2']])));
    expect(shown(grids[0])).toEqual(['A1=a', 'B1=15', 'A2=b', 'B2=2']);
    expect(warnings).toEqual([expect.stringMatching(/^The document has 3 tracked changes/)]);
  });

  test('line breaks, tabs, several paragraphs and runs', async () => {
    const runs = `<w:p>${r('5')}<w:r><w:tab/><w:t>(31</w:t></w:r>${r('%)')}<w:r><w:br/><w:t>of 16</w:t></w:r></w:p>${p('note')}${p('')}`;
    expect(await cellOf(runs)).toEqual(['A1=x', 'B1=5\t(31%)\nof 16\nnote']);
  });

  test('a field shows its result, and its code is the formula', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText> =SUM(ABOVE) \\# "0" </w:instrText></w:r>';
    const field = `<w:p>${mark('begin')}${code}${mark('separate')}${r('37')}${mark('end')}</w:p>`;
    const empty = `<w:p>${mark('begin')}<w:r><w:instrText> =A1+A2 </w:instrText></w:r>${mark('end')}</w:p>`;
    const { grids } = await reading('a.docx', docx(tbl([[tc(field), tc(empty)]])));
    expect(grids[0]?.cells.map((cell) => [cell.text, cell.formula])).toEqual([
      ['37', 'SUM(ABOVE)'],
      ['=A1+A2', 'A1+A2'],
    ]);
  });

  test('a raised 1 after a 5 does not make 51', async () => {
    expect(await cellOf(`<w:p>${r('5')}${r('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`)).toEqual([
      'A1=x',
      'B1=5¹',
    ]);
  });

  test('a footnote is marked in the cell and its text follows the table', async () => {
    const notes = `<w:footnotes xmlns:w="w"><w:footnote w:id="4">${p('one of them twice')}</w:footnote></w:footnotes>`;
    const cell = `<w:p>${r('12')}<w:r><w:footnoteReference w:id="4"/></w:r></w:p>`;
    const file = docx(tbl([['a', tc(cell)]]), { 'word/footnotes.xml': notes }, [
      ['footnotes', 'footnotes.xml'],
    ]);
    const { grids, text } = await reading('a.docx', file);
    const note = { address: 'Footnote 1', text: '¹ one of them twice', style: 'body' };
    expect(shown(grids[0])).toEqual(['A1=a', 'B1=12¹']);
    expect([grids[0]?.after, text]).toEqual([[note], [note]]);
  });

  test('hidden text is left out, and a cell of nothing else is kept as hidden', async () => {
    const hidden = '<w:vanish/>';
    expect(await cellOf(`<w:p>${r('7')}${r(' secret', hidden)}</w:p>`)).toEqual(['A1=x', 'B1=7']);
    expect(await cellOf(`<w:p>${r('8', hidden)}</w:p>`)).toEqual(['A1=x', 'B1=8 hidden']);
  });

  test('an arrow from a symbol font is an arrow', async () => {
    expect(
      await cellOf('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E2"/><w:t> CIN</w:t></w:r></w:p>'),
    ).toEqual(['A1=x', 'B1=↓ CIN']);
  });

  test('a fraction keeps its bar', async () => {
    const half = `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`;
    expect(await cellOf(`<w:p>${half}</w:p>`)).toEqual(['A1=x', 'B1=1/2']);
  });

  test('bold is told when all of the cell is bold', async () => {
    const bold = (text: string): string => tc(`<w:p>${r(text, '<w:b/>')}</w:p>`);
    const part = tc(`<w:p>${r('a', '<w:b/>')}${r('b')}</w:p>`);
    const { grids } = await reading('a.docx', docx(tbl([[bold('Total'), part]])));
    expect(grids[0]?.cells.map((cell) => cell.bold ?? false)).toEqual([true, false]);
  });
});

describe('text boxes and pictures', () => {
  const box = (content: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  test('a text box is read once, at the paragraph it hangs on', async () => {
    const { text, grids } = await reading(
      'a.docx',
      docx(`<w:p>${box(p('81% at home') + tbl([['a', '1']]))}</w:p>`),
    );
    expect(text).toEqual([{ address: 'P1', text: '81% at home', style: 'body' }]);
    expect(grids.map((grid) => [grid.sheet, shown(grid)])).toEqual([['Table 1', ['A1=a', 'B1=1']]]);
  });

  test('pictures are counted in a warning', async () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>';
    const { warnings } = await reading('a.docx', docx(`<w:p>${picture}${picture}</w:p>${p('words')}`));
    expect(warnings).toEqual([
      'The document has 2 pictures. Figures in pictures are not read. The document has no tables that can be read.',
    ]);
  });
});
