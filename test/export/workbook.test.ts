import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { formatCode } from '#electron/export/workbook/format.ts';
import { columnName } from '#electron/export/workbook/sheet.ts';
import { writePack } from '#electron/export/write.ts';
import { count, fixture, money, percent, suppressed, table, words } from '#test/export/fixture.ts';
import { all, child, openPackage, part, textOf } from '#test/export/open.ts';

const [file] = await writePack(fixture, ['xlsx']);
const bytes = file?.bytes ?? new Uint8Array();
const parts = openPackage(bytes);
const book = read(bytes);

function cell(sheet: string, address: string) {
  const { t, v, w } = book.Sheets[sheet]?.[address] ?? {};
  return { t, v, w };
}

describe('a pack as a workbook', () => {
  test('has a cover, the contents, and a sheet for each table and figure in order', () => {
    expect(book.SheetNames.slice(0, 6)).toEqual([
      'Cover',
      'Contents',
      'Table 1',
      'Figure 1',
      'Table 2',
      'Figure 2',
    ]);
    expect(new Set(book.SheetNames).size).toBe(2 + 21 + 3);
  });

  test('holds real numbers, shown as the pack prints them', () => {
    expect(['B10', 'C11', 'D10', 'E11', 'F10'].map((at) => cell('Table 1', at))).toEqual([
      { t: 'n', v: 2_390_000, w: '£2,390k' },
      { t: 'n', v: -67_000, w: '-£67k' },
      { t: 'n', v: 0.81, w: '81%' },
      { t: 'n', v: 5, w: '5.0' },
      { t: 's', v: 'Includes one grant that ends in March.', w: 'Includes one grant that ends in March.' },
    ]);
  });

  test('keeps a disputed figure a number and says so in a column of its own', () => {
    expect(cell('Table 2', 'B9')).toMatchObject({ t: 'n', v: 31, w: '31' });
    const remarks = book.SheetNames.flatMap((name) =>
      Object.values(book.Sheets[name] ?? {}).flatMap((each) => (/^Disputed: /.test(each?.v) ? [each.v] : [])),
    );
    expect(remarks).toContain('Disputed: Children.');
    expect([...parts.values()].join('')).not.toMatch(/[†‡]/);
  });

  test('shows a suppressed figure as its shorthand and holds nothing else', () => {
    expect(cell('Table 1', 'E12')).toMatchObject({ t: 's', v: 'c' });
  });

  test('holds no formula and merges no cell', () => {
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBe(26);
    expect(sheets.filter(([, xml]) => /<f[ >]|<mergeCell|t="str"/.test(xml))).toEqual([]);
  });

  test('keeps text that looks like a formula as text, even when somebody edits the cell', () => {
    expect(cell('Table 1', 'F12')).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
    const sheet = all(part(parts, 'xl/worksheets/sheet3.xml'), 'c').find(
      (each) => each.attributes.r === 'F12',
    );
    const formats = all(part(parts, 'xl/styles.xml'), 'cellXfs')[0]?.children ?? [];
    expect(formats[Number(sheet?.attributes.s)]?.attributes.quotePrefix).toBe('1');
  });

  test('marks every table as a table whose headings are those in the cells', () => {
    const tables = [...parts.keys()].filter((name) => name.startsWith('xl/tables/'));
    expect(tables).toHaveLength(25);
    for (const name of tables) {
      const root = part(parts, name);
      const sheet = book.SheetNames[Number(/\d+/.exec(name)?.[0]) - 1] ?? '';
      const [from, to] = (root.attributes.ref ?? '').split(':');
      const row = Number(/\d+/.exec(from ?? '')?.[0]);
      const headings = all(root, 'tableColumn').map((column) => column.attributes.name);
      expect(headings.map((_, index) => book.Sheets[sheet]?.[`${columnName(index + 1)}${row}`]?.v)).toEqual(
        headings,
      );
      expect(book.Sheets[sheet]?.['!ref']?.split(':')[1]).toBe(to);
    }
  });

  test('has no empty row above or inside its tables and begins in A1', () => {
    for (const name of book.SheetNames) {
      const range = book.Sheets[name]?.['!ref'] ?? '';
      expect(range.startsWith('A1:')).toBe(true);
      const last = Number(/\d+$/.exec(range)?.[0]);
      const empty = Array.from({ length: last }, (_, row) => row + 1).filter(
        (row) => !book.Sheets[name]?.[`A${row}`],
      );
      expect(empty).toEqual([]);
    }
  });

  test('links the contents to the sheets', () => {
    const links = all(part(parts, 'xl/worksheets/sheet2.xml'), 'hyperlink').map(
      (link) => link.attributes.location,
    );
    expect(links).toHaveLength(24);
    expect(links[0]).toBe("'Table 1'!A1");
  });

  test('carries its marking in column A and repeats it on every printed page, without header or footer', () => {
    const titles = new Map(
      all(part(parts, 'xl/workbook.xml'), 'definedName').map((each) => [
        Number(each.attributes.localSheetId),
        textOf(each),
      ]),
    );
    book.SheetNames.slice(2).forEach((name, index) => {
      const [from] = /\d+/.exec(titles.get(index + 2)?.split('!')[1] ?? '') ?? [];
      expect(book.Sheets[name]?.[`A${from}`]?.v).toMatch(/^OFFICIAL-SENSITIVE/);
    });
    expect(
      [...parts].filter(([name, xml]) => /worksheets\/sheet/.test(name) && /headerFooter/.test(xml)),
    ).toEqual([]);
  });

  test('is titled, and dated by its period', () => {
    expect(book.Props).toMatchObject({ Title: 'EOC board pack, 2020-21 Q2', Author: 'Anytown Council' });
    expect(parts.get('docProps/core.xml')).toContain('2020-09-30T00:00:00Z');
  });
});

test('headings that repeat or are missing are made to differ, as Excel wants', async () => {
  const twice = table('t', 'T', ['', 'Count', 'count', ''], [['A', count(1), count(2), suppressed]]);
  const section = { code: 's', title: 'S', appendix: false, exempt: null, blocks: [twice] };
  const [written] = await writePack({ ...fixture, sections: [section] }, ['xlsx']);
  const own = openPackage(written?.bytes ?? new Uint8Array());
  expect(
    all(part(own, 'xl/tables/table3.xml'), 'tableColumn').map((column) => column.attributes.name),
  ).toEqual(['Category', 'Count', 'count (2)', 'Column 4']);
});

test('number formats follow the way a figure is printed', () => {
  const printed = (text: string, format: 'money' | 'percent' | 'decimal' | 'count') =>
    formatCode({ text, value: 1, format, key: null });
  expect([
    formatCode(money(2390)),
    printed('£1.25m', 'money'),
    printed('£1,204.50', 'money'),
    formatCode(percent(0.5)),
    printed('5.5%', 'percent'),
    printed('6.40', 'decimal'),
    printed('1,204', 'count'),
    formatCode(words('x')),
  ]).toEqual([
    '"£"#,##0,"k";-"£"#,##0,"k"',
    '"£"#,##0.00,,"m";-"£"#,##0.00,,"m"',
    '"£"#,##0.00;-"£"#,##0.00',
    '0%',
    '0.0%',
    '#,##0.00',
    '#,##0',
    '@',
  ]);
});

test('a cell with a second value in brackets becomes two cells, whatever is withheld of it', async () => {
  const pair = (text: string, flag?: 'suppressed' | 'disputed') => ({ ...count(5, flag), text });
  const rows: readonly [string, ReturnType<typeof count>, ReturnType<typeof words>][] = [
    ['North', pair('5 (31%)'), words('a (b)')],
    ['South', pair('1,204 (£2k)', 'disputed'), words('')],
    ['East', { ...pair('c (12)', 'suppressed'), value: null }, words('')],
    ['West', { ...pair('c', 'suppressed'), value: null }, words('')],
    ['Total', count(9), words('')],
  ];
  const blocks = [table('t', 'T', ['Place', 'Children', 'Said'], rows)];
  const section = { code: 's', title: 'S', appendix: false, exempt: null, blocks };
  const [written] = await writePack({ ...fixture, sections: [section] }, ['xlsx']);
  const sheet = read(written?.bytes ?? new Uint8Array()).Sheets['Table 1'] ?? {};
  const first = Object.keys(sheet).find((at) => sheet[at]?.v === 'Place') ?? '';
  const head = Number(first.slice(1));
  const shown = Array.from({ length: 6 }, (_, row) =>
    ['A', 'B', 'C', 'D', 'E'].map((column) => sheet[`${column}${head + row}`]?.w ?? ''),
  );
  expect(shown).toEqual([
    ['Place', 'Children', 'Children (in brackets)', 'Said', 'Remarks'],
    ['North', '5', '31%', 'a (b)', 'None'],
    ['South', '5', '£2k', '', 'Disputed: Children, Children (in brackets).'],
    ['East', 'c', '12', '', 'None'],
    ['West', 'c', 'c', '', 'None'],
    ['Total', '9', '', '', 'None'],
  ]);
});

/** Government Analysis Function, Making spreadsheets accessible: a brief checklist of the basics (2021), points marked (E). */
describe('the essential points of the government checklist', () => {
  const sheets = book.SheetNames.map((_, index) => part(parts, `xl/worksheets/sheet${index + 1}.xml`));
  const xml = sheets.map((_, index) => parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '').join('');
  const look = part(parts, 'xl/styles.xml');

  test('every sheet’s title stands in A1 and is styled as a heading', () => {
    const formats = all(look, 'cellXfs')[0]?.children ?? [];
    const named = all(look, 'cellStyle').map(({ attributes: { name, xfId, builtinId } }) => [
      name,
      xfId,
      builtinId,
    ]);
    expect(named).toContainEqual(['Heading 1', '1', '16']);
    const titles = sheets.map((sheet) => all(sheet, 'c').find((each) => each.attributes.r === 'A1'));
    expect(titles.map((title) => formats[Number(title?.attributes.s)]?.attributes.xfId)).toEqual(
      sheets.map(() => '1'),
    );
  });

  test('nothing is hidden, filtered, frozen, merged, floating or run', () => {
    expect(xml).not.toMatch(/hidden=|<pane|autoFilter|mergeCell|<drawing|<legacyDrawing|<headerFooter/);
    expect(
      [...parts.keys()].filter((name) => /vba|drawing|media|comments|printerSettings/i.test(name)),
    ).toEqual([]);
    expect([...parts].filter(([name, text]) => /tables\//.test(name) && /autoFilter/.test(text))).toEqual([]);
  });

  test('sheets have names of their own, are not blank, and begin their tables at the left edge', () => {
    expect(new Set(book.SheetNames).size).toBe(book.SheetNames.length);
    const refs = [...parts].flatMap(([name, text]) =>
      name.startsWith('xl/tables/') ? [/ ref="([A-Z]+)/.exec(text)?.[1]] : [],
    );
    expect(new Set(refs)).toEqual(new Set(['A']));
    expect(sheets.filter((sheet) => all(sheet, 'c').length < 3)).toEqual([]);
  });

  test('words wrap; links say where they lead; the cursor waits in A1 of the first sheet', () => {
    const formats = all(look, 'cellXfs')[0]?.children ?? [];
    const wordy = sheets.flatMap((sheet) => all(sheet, 'c').filter((each) => each.attributes.t === 's'));
    const strings = all(part(parts, 'xl/sharedStrings.xml'), 'si').map(textOf);
    const cut = wordy.filter((each) => {
      const text = strings[Number(textOf(each))] ?? '';
      const column = /^[A-Z]+/.exec(each.attributes.r ?? '')?.[0];
      const wraps = child(formats[Number(each.attributes.s)], 'alignment')?.attributes.wrapText === '1';
      return column !== 'A' && text.length > 44 && !wraps;
    });
    expect(cut).toEqual([]);
    expect(
      all(look, 'fonts')[0]?.children.map((font) => Number(child(font, 'sz')?.attributes.val) >= 10),
    ).not.toContain(false);
    const [first, ...others] = sheets.map((sheet) => all(sheet, 'sheetView')[0]?.attributes.tabSelected);
    expect([first, ...new Set(others)]).toEqual(['1', undefined]);
    expect(sheets.map((sheet) => all(sheet, 'selection')[0]?.attributes.activeCell)).toEqual(
      sheets.map(() => 'A1'),
    );
  });

  test('blank cells of a table are explained above it, by one reason', () => {
    const explained = book.SheetNames.slice(2).map((name, index) => {
      const sheet = book.Sheets[name] ?? {};
      const ref = / ref="(\w+:\w+)"/.exec(parts.get(`xl/tables/table${index + 3}.xml`) ?? '')?.[1] ?? 'A1';
      const { s: from, e: to } = utils.decode_range(ref);
      const inside = Array.from({ length: (to.r - from.r + 1) * (to.c - from.c + 1) }, (_, at) =>
        utils.encode_cell({ r: from.r + Math.floor(at / (to.c + 1)), c: at % (to.c + 1) }),
      );
      const above = Array.from({ length: from.r }, (_, row) => String(sheet[`A${row + 1}`]?.v));
      return {
        blank: inside.some((at) => (sheet[at]?.v ?? '') === ''),
        said: above.filter((line) => line.startsWith('Blank cells:')).length === 1,
      };
    });
    expect(explained.filter(({ blank, said }) => blank !== said)).toEqual([]);
    expect(explained.filter(({ blank }) => blank).length).toBeGreaterThan(0);
  });

  test('the file says its title and its language', () => {
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:title>[^<]+<.*<dc:language>en-GB</s);
  });
});
