/** Workbooks: every sheet a grid, every cell as displayed. */
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { reading, shown, xlsx, zipped } from '#test/import/build.ts';

const sheet = (rows: string, after = '', before = ''): string =>
  `${before}<sheetData>${rows}</sheetData>${after}`;
const one = (xml: string, options: Parameters<typeof xlsx>[1] = {}): Uint8Array =>
  xlsx([{ name: 'S', xml }], options);

describe('cells', () => {
  test('every kind of value has its text, value, format and formula', async () => {
    const rows =
      '<row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>2390</v></c><c r="D2" s="2"><f>C2/E2</f><v>0.93999999999999995</v></c></row>' +
      '<row r="3"><c r="B3" t="inlineStr"><is><t>n/a</t></is></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3" t="str"><f>""</f><v></v></c></row>';
    const file = one(sheet(rows), {
      formats: ['£#,##0"k"', '0%'],
      shared: '<si><t>no</t></si><si><r><t>St</t></r><r><t>arts</t></r></si>',
    });
    const { grids, kind } = await reading('a.xlsx', file);
    expect(kind).toBe('workbook');
    expect(grids).toMatchObject([{ sheet: 'S', rows: 3, cols: 4, hidden: false, before: [], after: [] }]);
    const cell = { sheet: 'S', rowSpan: 1, colSpan: 1, hidden: false };
    expect(grids[0]?.cells).toEqual([
      { ...cell, row: 1, col: 1, address: 'B2', text: 'Starts', value: 'Starts' },
      { ...cell, row: 1, col: 2, address: 'C2', text: '£2,390k', value: 2390, format: '£#,##0"k"' },
      { ...cell, row: 1, col: 3, address: 'D2', text: '94%', value: 0.94, format: '0%', formula: 'C2/E2' },
      { ...cell, row: 2, col: 1, address: 'B3', text: 'n/a', value: 'n/a' },
      { ...cell, row: 2, col: 2, address: 'C3', text: 'TRUE', value: true },
      { ...cell, row: 2, col: 3, address: 'D3', text: '#DIV/0!', value: '#DIV/0!', formula: '1/0' },
    ]);
  });

  test('a formula never calculated is kept as a formula and named in a warning', async () => {
    const rows = '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>A1</f><v></v></c></row>';
    const { grids, warnings } = await reading('a.xlsx', one(sheet(rows)));
    expect(grids[0]?.cells.map(({ text, value, formula }) => ({ text, value, formula }))).toEqual([
      { text: '=SUM(B1:B9)', value: null, formula: 'SUM(B1:B9)' },
      { text: '=A1', value: null, formula: 'A1' },
    ]);
    expect(warnings).toEqual([
      expect.stringContaining('Sheet “S”, cells A1, B1: the formula has never been calculated'),
    ]);
  });

  test('a shared formula is written out for each of its cells', async () => {
    const rows =
      '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">A1+$B$1+SUM(A$1:A1)&amp;"A1"</f><v>1</v></c></row>' +
      '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>';
    const { grids } = await reading('a.xlsx', one(sheet(rows)));
    expect(grids[0]?.cells.map((cell) => cell.formula)).toEqual([
      'A1+$B$1+SUM(A$1:A1)&"A1"',
      'A2+$B$1+SUM(A$1:A2)&"A1"',
    ]);
  });

  test('raised digits in rich text stay apart from the number', async () => {
    const rich = '<is><r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is>';
    const shared = `<si>${rich.slice(4, -5)}</si>`;
    const rows = `<row r="1"><c r="A1" t="inlineStr">${rich}</c><c r="B1" t="s"><v>0</v></c></row>`;
    const { grids } = await reading('a.xlsx', one(sheet(rows), { shared }));
    expect(shown(grids[0])).toEqual(['A1=5¹', 'B1=5¹']);
  });

  test('bold comes from the font, dates from either calendar', async () => {
    const rows = '<row r="1"><c r="A1" s="2"><v>7</v></c><c r="B1" s="1"><v>42538</v></c></row>';
    const { grids } = await reading(
      'a.xlsx',
      one(sheet(rows), { formats: ['dd/mm/yyyy'], book: '<workbookPr date1904="1"/>' }),
    );
    expect(grids[0]?.cells.map((cell) => [cell.text, cell.bold ?? false])).toEqual([
      ['7', true],
      ['18/06/2020', false],
    ]);
  });

  test('rows and cells without addresses follow one another', async () => {
    const { grids } = await reading(
      'a.xlsx',
      one(sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')),
    );
    expect(shown(grids[0])).toEqual(['A1=1', 'B1=2', 'A2=3']);
  });
});

describe('layout', () => {
  test('merged cells carry their span, cut at the last filled cell; covered ones are not listed', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row><row r="2"><c r="A2" t="inlineStr"><is><t> </t></is></c><c r="C2"><v>3</v></c></row>';
    const merges =
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/><mergeCell ref="C2:Z9"/></mergeCells>';
    const { grids } = await reading('a.xlsx', one(sheet(rows, merges)));
    expect(shown(grids[0])).toEqual(['A1=1 1x2', 'A2=  1x2', 'C2=3']);
  });

  test('a figure under a merged cell is reported', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const { grids, warnings } = await reading(
      'a.xlsx',
      one(sheet(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')),
    );
    expect(shown(grids[0])).toEqual(['A1=1']);
    expect(warnings).toEqual([expect.stringContaining('Sheet “S”, cell B1: covered by a merged cell')]);
  });

  test('hidden rows, columns and sheets are read and marked', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" ht="0"><c r="A3"><v>4</v></c></row>';
    const visible = {
      name: 'Open',
      xml: sheet(rows, '', '<cols><col min="2" max="4" width="9" hidden="1"/></cols>'),
    };
    const sheets = [
      visible,
      { name: 'Old', state: 'hidden', xml: sheet('<row r="1"><c r="A1"><v>9</v></c></row>') },
    ];
    const { grids } = await reading('a.xlsx', xlsx(sheets));
    expect(grids.map((grid) => [grid.sheet, grid.hidden, shown(grid)])).toEqual([
      ['Open', false, ['A1=1', 'B1=2 hidden', 'A2=3 hidden', 'A3=4 hidden']],
      ['Old', true, ['A1=9 hidden']],
    ]);
  });

  test('a number that its format conceals is read and marked', async () => {
    const { grids } = await reading(
      'a.xlsx',
      one(sheet('<row r="1"><c r="A1" s="1"><v>5</v></c></row>'), { formats: [';;;'] }),
    );
    expect(shown(grids[0])).toEqual(['A1=5 hidden']);
  });
});

describe('what is left aside', () => {
  test('links, macros, pictures and charts are told and never followed', async () => {
    const file = one(sheet('<row r="1"><c r="A1"><f>[1]Data!A1</f><v>4</v></c></row>'), {
      extra: {
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/vbaProject.bin': 'x',
        'xl/media/image1.png': 'x',
        'xl/charts/chart1.xml': '<c/>',
        'xl/drawings/drawing1.xml': '<d><a:t>note</a:t></d>',
      },
    });
    const { grids, warnings } = await reading('a.xlsm', file);
    expect(shown(grids[0])).toEqual(['A1=4']);
    expect(warnings.map((warning) => warning.split('. ')[0])).toEqual([
      'The workbook refers to another file',
      'The workbook has macros',
      'The workbook has 1 picture',
      'The workbook has 1 chart',
      'Text boxes on 1 sheet were not read',
    ]);
  });
});

describe('other formats', () => {
  const rows = [['Month', 'Families', 'Share'], ['April', 12, 0.285], ['Note']];
  function book(type: 'biff8' | 'ods' | 'xlsx'): Uint8Array {
    const made = utils.aoa_to_sheet(rows);
    made.C2.z = '0%';
    made['!merges'] = [utils.decode_range('A3:B3')];
    const whole = utils.book_new();
    utils.book_append_sheet(whole, made, 'Data');
    return new Uint8Array(write(whole, { bookType: type, type: 'array' }));
  }
  const expected = ['A1=Month', 'B1=Families', 'C1=Share', 'A2=April', 'B2=12', 'C2=29%', 'A3=Note 1x2'];

  test('an old workbook (xls)', async () => {
    const { grids, kind } = await reading('a.xls', book('biff8'));
    expect([kind, grids[0]?.sheet, shown(grids[0])]).toEqual(['workbook', 'Data', expected]);
    expect(grids[0]?.cells[5]).toMatchObject({ value: 0.285, format: '0%' });
  });

  test('a workbook written by the library (xlsx)', async () => {
    const { grids } = await reading('a.xlsx', book('xlsx'));
    expect(shown(grids[0])).toEqual(expected);
  });

  test('an OpenDocument spreadsheet (ods) shows the text it stores', async () => {
    const { grids } = await reading('a.ods', ods());
    expect(grids.map((grid) => [grid.sheet, grid.hidden, shown(grid)])).toEqual([
      ['Data', false, ['A1=Month', 'B1=£2,390k 1x2', 'A3=x', 'B3=x', 'D3=7 hidden', 'A4==A1+1']],
      ['Old', true, ['A1=9 hidden']],
    ]);
    expect(grids[0]?.cells[1]).toMatchObject({
      value: 2390,
      format: '"£"#,##0"k"',
      formula: 'SUM([.B5:.B6])',
    });
    expect(grids[0]?.cells[4]).not.toHaveProperty('format');
  });
});

function ods(): Uint8Array {
  const cell = (text: string, attrs = ''): string =>
    `<table:table-cell ${attrs}><text:p>${text}</text:p></table:table-cell>`;
  const value = (n: number): string => `office:value-type="float" office:value="${n}"`;
  const sum = 'table:formula="of:=SUM([.B5:.B6])" table:number-columns-spanned="2"';
  const styles =
    '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
  const data =
    '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>' +
    `<table:table-row>${cell('Month')}${cell('£2,390k', `${value(2390)} ${sum}`)}<table:covered-table-cell/></table:table-row>` +
    '<table:table-row table:number-rows-repeated="1"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
    `<table:table-row>${cell('x', 'table:number-columns-repeated="2"')}<table:table-cell/>${cell('7', value(7))}</table:table-row>` +
    '<table:table-row><table:table-cell table:formula="of:=A1+1"/></table:table-row>' +
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const content =
    `<?xml version="1.0"?>\n<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:spreadsheet><table:table table:name="Data">${data}</table:table>` +
    `<table:table table:name="Old" table:style-name="ta2"><table:table-row>${cell('9', value(9))}</table:table-row></table:table>` +
    '</office:spreadsheet></office:body></office:document-content>';
  return zippedOds(content);
}

function zippedOds(content: string): Uint8Array {
  return zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content });
}
