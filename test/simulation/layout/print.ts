/** How a cell and a label look on paper and in a workbook. */
import type { Style } from '#test/simulation/layout/style.ts';
import {
  indexOf,
  type MonthStyle,
  monthText,
  quarterName,
  quarterNumber,
  slashYear,
  spanOf,
  yearName,
  yearOf,
} from '#test/simulation/model/calendar.ts';
import type { SimCell, Words } from '#test/simulation/model/model.ts';

/** A cell as shown, with what a workbook would hold behind it. */
export interface Printed {
  readonly text: string;
  readonly number?: { readonly value: number; readonly format: string };
}

const group = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

export function printPercent(value: number, style: Pick<Style, 'spacedPercent'>): string {
  return `${Math.round(value * 100)}${style.spacedPercent ? ' ' : ''}%`;
}

function money(pounds: number): string {
  const shown = `£${group(Math.abs(pounds) / 1000)}k`;
  return pounds < 0 ? `(${shown})` : shown;
}

const workbook = (style: Style): boolean => style.format === 'xlsx' && !style.asText;

function printCount(cell: SimCell, value: number, style: Style): Printed {
  if (cell.note === '*') return { text: `${value}*` };
  if (cell.note) return { text: `${value} (${cell.note})` };
  if (value === 0 && !cell.zero && style.zero !== '0') return { text: style.zero };
  const text = value >= 1000 && style.format !== 'xlsx' ? group(value) : String(value);
  return workbook(style) ? { text: String(value), number: { value, format: 'General' } } : { text };
}

function printNumber(cell: SimCell, value: number, style: Style): Printed {
  const held = style.exact && cell.exact !== undefined ? cell.exact : value;
  const numeric = (text: string, number: number, format: string): Printed =>
    workbook(style) ? { text, number: { value: number, format } } : { text };
  switch (cell.print) {
    case 'percent': {
      const text = printPercent(value, style);
      return style.spacedPercent ? { text } : numeric(text, held, '0%');
    }
    case 'money-k':
      return numeric(money(value), held / 1000, '£#,##0"k";(£#,##0"k")');
    case 'mean':
      return numeric(value.toFixed(1), value, '0.0');
    case 'money-m':
      return { text: `£${(value / 1_000_000).toFixed(1)}m` };
    case 'points':
      return { text: (value * 100).toFixed(1) };
    case 'change':
      return { text: `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}` };
    case 'count-share':
      return { text: `${value} (${printPercent(cell.second ?? 0, style)})` };
    case 'share-count':
      return { text: `${printPercent(value, style)} (${cell.second ?? 0})` };
    case 'pair':
      return { text: `${value} (${cell.second ?? 0})` };
    default:
      return printCount(cell, value, style);
  }
}

export function printCell(cell: SimCell | null, style: Style): Printed {
  if (!cell) return { text: '' };
  if (cell.text !== undefined) return { text: cell.text };
  return cell.value === null ? { text: '' } : printNumber(cell, cell.value, style);
}

/** The quarter behind a period's name. */
export function quarterOf(period: string): number {
  const [, year = '', index = ''] = /^(\d{4})-\d\d Q([1-4])$/.exec(period) ?? [];
  return quarterNumber(Number(year), Number(index));
}

function fill(words: string, period: string, months: MonthStyle): string {
  const quarter = quarterOf(period);
  const year = yearOf(quarter);
  const known: Record<string, string> = {
    quarter: period,
    previous: quarterName(quarter - 1),
    Q: `Q${indexOf(quarter)}`,
    index: String(indexOf(quarter)),
    year: yearName(year),
    'year/': slashYear(year),
    'last-year': yearName(year - 1),
    span: spanOf(quarter),
    Period: `Period ${indexOf(quarter) * 3}`,
  };
  return words
    .replace(/\{month:(\w+):(\d+)\}/g, (_, name: string, at: string) =>
      monthText({ name, year: Number(at) }, months),
    )
    .replace(/\{([\w/-]+)\}/g, (all, key: string) => known[key] ?? all);
}

/** The wording a style uses of a label, with periods and months filled in. */
export function printWords(words: Words, period: string, style: Style): string {
  return fill(words[Math.min(style.wording, words.length - 1)] ?? '', period, style.months);
}
