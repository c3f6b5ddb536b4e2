/** Number formats that show a figure exactly as the pack prints it while the cell keeps the whole number. */
import type { TableCell } from '#shared/pack/document.ts';

/** The Excel format code of a cell, from how its text is printed: `£2,390k` is `£#,##0,"k"`, `81.5%` is `0.0%`. */
export function formatCode({ format, text }: TableCell): string {
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const decimals = places > 0 ? `.${'0'.repeat(places)}` : '';
  switch (format) {
    case 'percent':
      return `0${decimals}%`;
    case 'money':
      return signed(`"£"#,##0${decimals}${scale(text)}`);
    case 'decimal':
      return `#,##0${decimals || (text.includes('.') ? '.0' : '')}`;
    case 'count':
      return `#,##0${decimals}`;
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
