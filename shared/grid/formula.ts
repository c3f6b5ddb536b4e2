/** Shared formulas: Excel writes the text once and repeats it for the cells below, shifted. */
import { addressOf, columnName, parseAddress } from '#shared/grid/address.ts';

/** Quoted strings and sheet names are matched first so that nothing inside them is taken for a reference. */
const REFERENCE = /"[^"]*"|'[^']*'|\$?\b[A-Z]{1,3}\$?[1-9]\d*\b(?![(\w.!])/g;

/** The formula as it reads `down` rows and `right` columns away; references with `$` stay. */
export function shiftedFormula(formula: string, down: number, right: number): string {
  return formula.replace(REFERENCE, (found) => shiftedReference(found, down, right));
}

function shiftedReference(found: string, down: number, right: number): string {
  const match = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/.exec(found);
  if (!match) return found;
  const [, fixedCol = '', letters = '', fixedRow = '', digits = ''] = match;
  const at = parseAddress(`${letters}${digits}`);
  if (!at) return found;
  const row = fixedRow ? at.row : at.row + down;
  const col = fixedCol ? at.col : at.col + right;
  if (row < 0 || col < 0) return '#REF!';
  return fixedCol || fixedRow ? `${fixedCol}${columnName(col)}${fixedRow}${row + 1}` : addressOf(row, col);
}
