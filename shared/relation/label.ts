/** What a relation says, in words made of the cells' own labels. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Cell, Entry } from '#shared/relation/book.ts';

const MOST_PARTS = 8;

function joined(path: readonly string[]): string {
  return path.filter((word) => word !== '').join(', ');
}

/** `EH, April, No. of children` */
export function cellLabel(cell: Cell): string {
  return joined([...cell.rowPath, ...cell.colPath]) || cell.assertion?.source.cell || 'a blank cell';
}

/** `A + B + C`, cut short where it grows long. */
export function listed(labels: readonly string[], sign = '+'): string {
  const shown = labels.slice(0, MOST_PARTS);
  const rest = labels.length - shown.length;
  return shown.join(` ${sign} `) + (rest > 0 ? ` ${sign} ${rest} more` : '');
}

function sameRow(a: Cell, b: Cell): boolean {
  return a.page === b.page && a.row === b.row;
}

function sameColumn(a: Cell, b: Cell): boolean {
  return a.page === b.page && a.col === b.col;
}

/** `Grand Total of No. of children = CP + EH + LAC`: labels the cells share are said once. */
export function sumLabel(result: Cell, parts: readonly Cell[], sign = '+'): string {
  if (parts.every((part) => sameColumn(part, result))) {
    const of = joined(result.colPath);
    const rows = listed(
      parts.map((part) => joined(part.rowPath) || cellLabel(part)),
      sign,
    );
    return `${joined(result.rowPath) || 'Total'}${of ? ` of ${of}` : ''} = ${rows}`;
  }
  if (parts.every((part) => sameRow(part, result))) {
    const of = joined(result.rowPath);
    const columns = listed(
      parts.map((part) => joined(part.colPath) || cellLabel(part)),
      sign,
    );
    return `${joined(result.colPath) || 'Total'}${of ? ` of ${of}` : ''} = ${columns}`;
  }
  return `${cellLabel(result)} = ${listed(parts.map(cellLabel), sign)}`;
}

/** Where a cell stands, to tell two sources of one quantity apart. */
export function placeLabel(cell: Cell): string {
  const at = cell.assertion?.source;
  return `${cellLabel(cell)} (${cell.page.home.file}${at ? `, ${at.sheet} ${at.cell}` : ''})`;
}

export function entryLabel(entry: Entry): string {
  return entry.cells.map(cellLabel).join(' + ');
}

/** A quantity in words where no cell says it: `children, mst, 2020-21 Q1`. */
export function keyLabel(key: QuantityKey): string {
  const dims = Object.keys(key.dims).sort();
  const words = [key.measure, key.programme ?? '', ...dims.map((set) => key.dims[set] ?? ''), key.period];
  const aspect = key.aspect === 'value' ? '' : key.aspect;
  return joined([...words, aspect]);
}
