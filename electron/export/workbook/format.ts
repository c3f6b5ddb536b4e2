/** Number formats that show a figure exactly as the pack prints it while the cell keeps the whole number. */
import type { TableCell } from '#shared/pack/document.ts';
import { FLAG_MARKS } from '#shared/pack/number.ts';

/**
 * The Excel format code of a cell, from how its text is printed: `£2,390k` is `£#,##0,"k"`, `81.5%` is `0.0%`.
 * The mark of a disputed or decided figure is part of the format, so that the cell stays a number.
 */
export function formatCode(cell: TableCell): string {
  const places = /\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0;
  const decimals = places > 0 ? `.${'0'.repeat(places)}` : '';
  const mark = cell.flag && FLAG_MARKS[cell.flag] !== '' ? `"${FLAG_MARKS[cell.flag]}"` : '';
  return codeFor(cell, decimals, mark);
}

function codeFor({ format, text }: TableCell, decimals: string, mark: string): string {
  switch (format) {
    case 'percent':
      return `0${decimals}%${mark}`;
    case 'money':
      return signed(`"£"#,##0${decimals}${scale(text)}${mark}`);
    case 'decimal':
      return `#,##0${decimals || (text.includes('.') ? '.0' : '')}${mark}`;
    case 'count':
      return `#,##0${decimals}${mark}`;
    case 'text':
      return '@';
  }
}

function signed(positive: string): string {
  return `${positive};-${positive}`;
}

/** Each comma after the digits divides what is shown, not what is stored, by a thousand. */
function scale(text: string): string {
  if (/\dk\b/i.test(text)) return ',"k"';
  if (/\dm\b/i.test(text)) return ',,"m"';
  if (/\dbn\b/i.test(text)) return ',,,"bn"';
  return '';
}
