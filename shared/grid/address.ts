/** Spreadsheet addresses: `addressOf(3, 1)` is `B4`; rows and columns count from 0. */

export function columnName(col: number): string {
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

export function addressOf(row: number, col: number): string {
  return `${columnName(col)}${row + 1}`;
}

/** The inverse of `addressOf`; null for anything that is not one cell's address. */
export function parseAddress(address: string): { row: number; col: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d*)$/.exec(address);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  let col = 0;
  for (const letter of letters) col = col * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, col: col - 1 };
}
