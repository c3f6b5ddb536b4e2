import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { formatCode } from '#electron/export/workbook/format.ts';
import { columnName } from '#electron/export/workbook/sheet.ts';
import { writePack } from '#electron/export/write.ts';
import { count, fixture, money, percent, suppressed, table, words } from '#test/export/fixture.ts';
import { all, openPackage, part } from '#test/export/open.ts';

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
    expect(['B9', 'C10', 'D9', 'E10', 'F9'].map((at) => cell('Table 1', at))).toEqual([
      { t: 'n', v: 2_390_000, w: '£2,390k' },
      { t: 'n', v: -67_000, w: '-£67k' },
      { t: 'n', v: 0.81, w: '81%' },
      { t: 'n', v: 5, w: '5.0' },
      { t: 's', v: 'Includes one grant that ends in March.', w: 'Includes one grant that ends in March.' },
    ]);
  });

  test('keeps a disputed figure a number and shows its mark', () => {
    expect(cell('Table 2', 'B9')).toMatchObject({ t: 'n', v: 31, w: '31†' });
    expect(formatCode(count(31, 'disputed'))).toBe('#,##0"†"');
  });

  test('shows a suppressed figure as its shorthand and holds nothing else', () => {
    expect(cell('Table 1', 'E11')).toMatchObject({ t: 's', v: 'c' });
  });

  test('holds no formula and merges no cell', () => {
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBe(26);
    expect(sheets.filter(([, xml]) => /<f[ >]|<mergeCell|t="str"/.test(xml))).toEqual([]);
  });

  test('keeps text that looks like a formula as text, even when somebody edits the cell', () => {
    expect(cell('Table 1', 'F11')).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
    const sheet = all(part(parts, 'xl/worksheets/sheet3.xml'), 'c').find(
      (each) => each.attributes.r === 'F11',
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

  test('marks the printed pages and names the exempt ones', () => {
    const sheets = book.SheetNames.map((_, index) => parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '');
    expect(sheets.every((xml) => /<oddHeader>[^<]*OFFICIAL-SENSITIVE/.test(xml))).toBe(true);
    expect(sheets.filter((xml) => /<oddHeader>[^<]*Not for publication/.test(xml))).toHaveLength(1);
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
