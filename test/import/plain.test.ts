/** CSV in every encoding and with every separator, web pages, and the clipboard. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from '#electron/import/read.ts';
import { reading, shown } from '#test/import/build.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => (big ? [0, char.charCodeAt(0)] : [char.charCodeAt(0), 0])));

async function csv(bytes: Uint8Array, file = 'a.csv'): Promise<string[]> {
  const { grids } = await reading(file, bytes);
  return shown(grids[0]);
}

describe('encodings', () => {
  const text = 'Ward,Cost\r\nCastle,£5k\r\n';
  const expected = ['A1=Ward', 'B1=Cost', 'A2=Castle', 'B2=£5k'];
  const bom = '\uFEFF';
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(bom + text)],
    ['UTF-16 little-endian', Uint8Array.from([0xff, 0xfe, ...utf16(text)])],
    ['UTF-16 big-endian', Uint8Array.from([0xfe, 0xff, ...utf16(text, true)])],
    ['UTF-16 without a mark', utf16(text)],
    ['Windows-1252', latin(text)],
  ])('%s', async (_, bytes) => {
    expect(await csv(bytes)).toEqual(expected);
  });

  test('Windows punctuation is not lost', async () => {
    expect(
      await csv(Uint8Array.from([...latin('a,b\nQ1 '), 0x96, ...latin(' Q2,'), 0x80, ...latin('5\n')])),
    ).toEqual(['A1=a', 'B1=b', 'A2=Q1 – Q2', 'B2=€5']);
  });
});

describe('separators', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n'],
    ['semicolon', 'a;b;c\n1;2;3\n'],
    ['tab', 'a\tb\tc\n1\t2\t3\n'],
    ['bar', 'a|b|c\n1|2|3\n'],
    ['the one the file names', 'sep=;\na;b;c\n1;2;3\n'],
  ])('%s', async (_, text) => {
    expect(await csv(utf8(text))).toEqual(['A1=a', 'B1=b', 'C1=c', 'A2=1', 'B2=2', 'C2=3']);
  });

  test('decimal commas do not pass for separators', async () => {
    expect(await csv(utf8('Rate;Days\n1,5;2,25\n3,5;4,75\n'))).toEqual([
      'A1=Rate',
      'B1=Days',
      'A2=1,5',
      'B2=2,25',
      'A3=3,5',
      'B3=4,75',
    ]);
  });

  test('semicolons in a remark do not pass for separators', async () => {
    expect(await csv(utf8('Ward,Note\nCastle,late; chased\nAbbey,\nTroon,ok\n'))).toHaveLength(7);
  });

  test('quoted cells may hold separators, quotes and line ends', async () => {
    expect(await csv(utf8('"Castle, Wycliffe","1,234"\n"said ""no""","two\nlines"\n'))).toEqual([
      'A1=Castle, Wycliffe',
      'B1=1,234',
      'A2=said "no"',
      'B2=two\nlines',
    ]);
  });

  test('a title line, blank lines and ragged rows keep their places', async () => {
    const { grids } = await reading('a.csv', utf8('All Age Groups\n\n,Asian,,Black\nCIN,1,2,3,4\n'));
    expect(shown(grids[0])).toEqual([
      'A1=All Age Groups',
      'B3=Asian',
      'D3=Black',
      'A4=CIN',
      'B4=1',
      'C4=2',
      'D4=3',
      'E4=4',
    ]);
    expect(grids[0]).toMatchObject({ sheet: 'a.csv', rows: 4, cols: 5 });
  });

  test('quotes that do not pair up swallow nothing', async () => {
    const { grids, warnings } = await reading('a.csv', utf8('a,"b\n1,2\n3,4\n'));
    expect(shown(grids[0])).toEqual(['A1=a', 'B1="b', 'A2=1', 'B2=2', 'A3=3', 'B3=4']);
    expect(warnings).toEqual([expect.stringContaining('do not pair up')]);
  });

  test('whatever cells are written, the same cells are read', async () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9£%,;|"*() \n-]{1,12}$/).filter((text) => text.trim() !== '');
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const written = (rows: string[][]): string =>
      rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { grids } = await reading('a.csv', utf8(`sep=,\r\n${written(rows)}`));
        expect(grids[0]?.cells.map((each) => each.text)).toEqual(rows.flat());
      }),
      { numRuns: 60 },
    );
  });
});

describe('text files', () => {
  test('columns split by tabs are a table', async () => {
    const { kind, grids } = await reading('a.txt', utf8('Ward\tChildren\nCastle\t4\n'));
    expect([kind, shown(grids[0])]).toEqual(['text', ['A1=Ward', 'B1=Children', 'A2=Castle', 'B2=4']]);
  });

  test('running text is lines, and said so', async () => {
    const { grids, text, warnings } = await reading('a.txt', utf8('We saw 4 families, and\n\nthen 5.\n'));
    expect([grids, text.map((line) => line.address), warnings.length]).toEqual([[], ['P1', 'P3'], 1]);
  });
});

describe('web pages', () => {
  const page = (body: string): Uint8Array =>
    utf8(`<!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`);

  test('spans both ways, line breaks, raised digits, hidden rows', async () => {
    const { grids, kind } = await reading(
      'a.html',
      page(
        '<table><tr><th rowspan=2>Ward<th colspan=2>April</tr><tr><td>F<td>C</tr>' +
          '<tr><td>Castle<br>Abbey</td><td>5<sup>1</sup></td><td>&pound;2&nbsp;k</td></tr>' +
          '<tr style="display:none"><td>old</td><td rowspan="0">1</td></tr></table>',
      ),
    );
    expect(kind).toBe('html');
    expect(shown(grids[0])).toEqual([
      'A1=Ward 2x1',
      'B1=April 1x2',
      'B2=F',
      'C2=C',
      'A3=Castle\nAbbey',
      'B3=5¹',
      'C3=£2\u00a0k',
      'A4=old hidden',
      'B4=1 hidden',
    ]);
  });

  test('headings, captions and lists stand around their tables; nested tables are their own', async () => {
    const { grids, text } = await reading(
      'a.htm',
      page(
        '<h2>Return</h2><table><caption>Table 1</caption><tr><td>a<table><tr><td>in</td></tr></table></td></tr></table><ul><li>note</li></ul>',
      ),
    );
    expect(text).toEqual([
      { address: 'P1', text: 'Return', style: 'heading' },
      { address: 'P2', text: 'Table 1', style: 'caption' },
      { address: 'P3', text: 'note', style: 'list' },
    ]);
    expect(grids.map((grid) => [grid.sheet, shown(grid), grid.before.length, grid.after.length])).toEqual([
      ['Table 1', ['A1=a'], 2, 1],
      ['Table 2', ['A1=in'], 0, 0],
    ]);
  });

  test('the encoding the page names is used', async () => {
    const bytes = latin(
      '<html><head><meta charset="windows-1252"></head><body><table><tr><td>£5</td></tr></table></body></html>',
    );
    const { grids } = await reading('a.html', bytes);
    expect(shown(grids[0])).toEqual(['A1=£5']);
  });

  test('a page named .xls, as some systems export, is read with a warning', async () => {
    const { grids, warnings } = await reading('export.xls', page('<table><tr><td>4</td></tr></table>'));
    expect(shown(grids[0])).toEqual(['A1=4']);
    expect(warnings).toEqual([
      '“export.xls” is named .xls but is a web page inside. It was read as a web page.',
    ]);
  });
});

describe('the clipboard', () => {
  const shownOf = (result: ReturnType<typeof readPasted>): string[] =>
    result.ok ? shown(result.reading.grids[0]) : [];

  test('tab-separated text', () => {
    expect(shownOf(readPasted('Ward\tChildren\r\nCastle, Abbey\t"two\nlines"\r\n'))).toEqual([
      'A1=Ward',
      'B1=Children',
      'A2=Castle, Abbey',
      'B2=two\nlines',
    ]);
  });

  test('HTML is preferred for its merged cells', () => {
    const html =
      'Version:0.9\r\nStartHTML:0001\r\n<html><body><!--StartFragment--><table><tr><td colspan=2>April</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>';
    expect(shownOf(readPasted('April\t\r\n1\t2', html))).toEqual(['A1=April 1x2', 'A2=1', 'B2=2']);
    expect(shownOf(readPasted('1\t2', '<p>no table</p>'))).toEqual(['A1=1', 'B1=2']);
  });

  test('nothing pasted is refused', () => {
    expect(readPasted('  \n')).toMatchObject({ ok: false, error: { code: 'no-content' } });
  });
});
