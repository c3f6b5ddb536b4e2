/**
 * What a workbook cell shows. The text decides how precisely a figure was printed, so it is worked out here
 * with decimal rounding and with unquoted symbols such as £; dates, fractions and exponents go to SheetJS.
 */
import { SSF } from '@e965/xlsx';
import { printNumber } from '#electron/import/workbook/number.ts';
import {
  type FormatSection,
  isDateSection,
  isExoticSection,
  sectionsOf,
} from '#electron/import/workbook/section.ts';

export interface Displayed {
  readonly text: string;
  /** The format shows nothing although there is a number; `text` is then the number itself. */
  readonly concealed: boolean;
}

/** Formats that mean "as this computer writes dates"; the product's computers are British. */
const BRITISH: Readonly<Record<string, string>> = {
  'm/d/yy': 'dd/mm/yyyy',
  'm/d/yyyy': 'dd/mm/yyyy',
  'mm-dd-yy': 'dd/mm/yyyy',
  'm/d/yy h:mm': 'dd/mm/yyyy hh:mm',
};

/** The number as displayed under the format code (`General` when none), without padding spaces. */
export function displayNumber(value: number, code: string, date1904 = false): Displayed {
  const text = general(code) ? generalText(value) : formatted(value, code, date1904).trim();
  if (text !== '') return { text, concealed: false };
  return { text: generalText(value), concealed: value !== 0 };
}

/** Words under a format code: a text section such as `@"*"` adds to them, any other leaves them alone. */
export function displayText(value: string, code: string): string {
  if (general(code) || !code.includes('@')) return value;
  const sections = sectionsOf(code);
  const section = sections[3] ?? sections.find((each) => each.tokens.some((token) => token.kind === 'text'));
  if (!section?.tokens.some((token) => token.kind === 'text')) return value;
  return section.tokens
    .map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : ''))
    .join('');
}

function general(code: string): boolean {
  return code === '' || code === '@' || code.toLowerCase() === 'general';
}

function generalText(value: number): string {
  return SSF.format('General', value);
}

function formatted(value: number, code: string, date1904: boolean): string {
  const sections = sectionsOf(code);
  const { section, minus } = chosen(sections, value);
  if (section.tokens.length === 0) return '';
  if (isDateSection(section)) return dateText(value, code, section, date1904);
  if (isExoticSection(section))
    return `${minus ? '-' : ''}${library(section.code, Math.abs(value), date1904)}`;
  if (section.tokens.every((token) => token.kind === 'text')) return generalText(value);
  return `${minus ? '-' : ''}${printNumber(section, value)}`;
}

const EMPTY: FormatSection = { code: '', tokens: [], condition: null };

/** The section for a value, and whether the minus sign is still to be printed. */
function chosen(
  sections: readonly FormatSection[],
  value: number,
): { section: FormatSection; minus: boolean } {
  const [first = EMPTY, second = EMPTY, third] = sections;
  if (sections.some((section) => section.condition)) return byCondition(sections, value);
  const numbers = sections.filter(
    (_, at) => at < 3 && !(at === sections.length - 1 && isTextOnly(sections[at])),
  );
  if (numbers.length < 2) return { section: first, minus: value < 0 };
  if (value < 0) return { section: second, minus: false };
  return { section: value === 0 && numbers.length > 2 ? (third ?? first) : first, minus: false };
}

function isTextOnly(section: FormatSection | undefined): boolean {
  return section?.tokens.some((token) => token.kind === 'text') ?? false;
}

function byCondition(
  sections: readonly FormatSection[],
  value: number,
): { section: FormatSection; minus: boolean } {
  const section =
    sections.find((each) => each.condition && meets(value, each.condition)) ??
    sections.find((each) => !each.condition) ??
    EMPTY;
  const negativeOnly = section.condition?.op.startsWith('<') === true && section.condition.limit <= 0;
  return { section, minus: value < 0 && !negativeOnly };
}

function meets(value: number, { op, limit }: { readonly op: string; readonly limit: number }): boolean {
  switch (op) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

function dateText(value: number, code: string, section: FormatSection, date1904: boolean): string {
  if (/^\[\$-F800\]/i.test(code)) return library('dd mmmm yyyy', value, date1904);
  if (/^\[\$-F400\]/i.test(code)) return library('hh:mm:ss', value, date1904);
  const plain = section.code.replace(/\[\$-[^\]]*\]/g, '');
  return library(BRITISH[plain] ?? plain, value, date1904);
}

/** SheetJS throws on codes it does not know; the number itself is then the honest text. */
function library(code: string, value: number, date1904: boolean): string {
  try {
    return SSF.format(code, value, { date1904 });
  } catch {
    return generalText(value);
  }
}
