/** The text of a number decides its printed precision, so it must be what the spreadsheet shows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '#electron/import/workbook/decimal.ts';
import { displayNumber, displayText } from '#electron/import/workbook/display.ts';

const MONEY = '£#,##0"k";(£#,##0"k")';
const ACCOUNTS = '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"??_-;_-@_-';
const SCALED = '[>=1000000]£0.0,,"m";[>=1000]£0,"k";£0';

test.each([
  ['£#,##0"k"', 2390, '£2,390k'],
  [MONEY, 2390, '£2,390k'],
  [MONEY, -67, '(£67k)'],
  ['0%', 0.9399999999999999, '94%'],
  ['0.0%', 0.625, '62.5%'],
  ['0.0"%"', 68.8, '68.8%'],
  ['#,##0.0%', 12.345, '1,234.5%'],
  ['[$£-809]#,##0', 1234567, '£1,234,567'],
  ['\\£#,##0\\k', 2390, '£2,390k'],
  ['£#,##0k', 2390, '£2,390k'],
  ['#,##0.0,"k"', 2390000, '2,390.0k'],
  ['[$£-809]#,##0.0,,\\m', 2100000, '£2.1m'],
  [SCALED, 2390000, '£2.4m'],
  [SCALED, 2390, '£2k'],
  [SCALED, -5, '-£5'],
  [ACCOUNTS, 1234, '£1,234'],
  [ACCOUNTS, -1234, '-£1,234'],
  ['_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', -5, '(5.00)'],
  ['#,##0;[Red]-#,##0', -5, '-5'],
  ['+0.0;-0.0;0.0', 1.2, '+1.2'],
  ['"<"0', 5, '<5'],
  ['0"*"', 2, '2*'],
  ['0" of 12"', 3, '3 of 12'],
  ['000', 7, '007'],
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 1234567, '1234567'],
  ['@', 5, '5'],
  ['dd/mm/yyyy', 44000, '18/06/2020'],
  ['m/d/yy', 44000, '18/06/2020'],
  ['[$-809]dd mmmm yyyy;@', 44000, '18 June 2020'],
  ['mmm-yy', 44000, 'Jun-20'],
  ['[h]:mm', 1.5, '36:00'],
  ['# ?/?', 1.5, '1 1/2'],
])('%s shows %d as %s', (format, value, text) => {
  expect(displayNumber(value, format)).toEqual({ text, concealed: false });
});

test.each([
  ['0%', 0.285, '29%'],
  ['0%', 0.575, '58%'],
  ['0.00', 1.005, '1.01'],
  ['0.0', -2.25, '-2.3'],
  ['#,##0', 999999.5, '1,000,000'],
  ['£0.0"m"', 1.15, '£1.2m'],
])('halves round away from zero as in a spreadsheet: %s of %d is %s', (format, value, text) => {
  expect(displayNumber(value, format).text).toBe(text);
});

describe('formats that show nothing', () => {
  test('a concealed number is given as it is and marked', () => {
    expect(displayNumber(5, ';;;')).toEqual({ text: '5', concealed: true });
  });

  test('a zero that the format leaves out is still a zero', () => {
    expect(displayNumber(0, '0;-0;;@')).toEqual({ text: '0', concealed: false });
  });
});

test('a text format adds to words and other formats leave them alone', () => {
  expect(displayText('5', '@"*"')).toBe('5*');
  expect(displayText('n/a', '#,##0;-#,##0;0;@')).toBe('n/a');
  expect(displayText('n/a', '0.0%')).toBe('n/a');
});

test('any whole number reads back from its grouped text', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(Number(displayNumber(value, '#,##0').text.replaceAll(',', ''))).toBe(value);
    }),
  );
});

test('rounding is never further off than half of the last place', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (value, places) => {
        const off = Math.abs(Number(fixed(value, 0, places)) - value);
        expect(off).toBeLessThanOrEqual(0.5 * 10 ** -places + value * 1e-14);
      },
    ),
  );
});

test('every number has a text under every format', () => {
  const codes = fc.constantFrom(
    MONEY,
    ACCOUNTS,
    SCALED,
    '0.0%',
    'General',
    'dd/mm/yyyy',
    '0.00E+00',
    '# ?/?',
    ';;;',
  );
  fc.assert(
    fc.property(codes, fc.double({ noNaN: true, noDefaultInfinity: true }), (code, value) => {
      expect(displayNumber(value, code).text).not.toBe('');
    }),
  );
});
