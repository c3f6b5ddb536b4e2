/**
 * Tables with their truth. `n` (10 to 999), `t` (1,000 to 60,000), `d` (one decimal) and `s` (0 to 40) stand for leaf
 * numbers drawn from a seed, `.` for what the ties compute: `row 6 = 3+4` and `col E = B-C` add and take away line by
 * line, `share C = B/9` is each cell of column B over its row 9, `ratio E = C/B` column over column, and
 * `percent 8 = 7/6` row over row. Rows count from 1 as in a sheet.
 */
import { addressOf } from '#shared/grid/address.ts';

export interface MadeTable {
  readonly rows: readonly (readonly string[])[];
  /** `sum|B6|B3,B4`: every relation of the table. */
  readonly truth: ReadonlySet<string>;
}

export function relationKey(kind: string, result: string, parts: readonly string[]): string {
  return `${kind}|${result}|${(kind === 'sum' ? [...parts].sort() : parts).join()}`;
}

interface Sheet {
  readonly texts: string[][];
  readonly values: Map<string, number>;
  /** Cells to be computed; one may have several ties. */
  readonly open: ReadonlySet<string>;
  readonly truth: Set<string>;
  readonly tenths: boolean;
}

const columnOf = (letter: string): number => letter.charCodeAt(0) - 65;

function grouped(value: number, tenths: boolean): string {
  const [whole = '', decimals] = Math.abs(value)
    .toFixed(tenths ? 1 : 0)
    .split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${digits}${decimals === undefined ? '' : `.${decimals}`}`;
}

function write(
  sheet: Sheet,
  kind: string,
  at: readonly [number, number],
  parts: readonly (readonly [number, number])[],
): void {
  const [row, col] = at;
  if (!sheet.open.has(addressOf(row, col))) return;
  const values = parts.map(([r, c]) => sheet.values.get(addressOf(r, c)));
  if (values.some((value) => value === undefined)) return;
  const [first = 0, ...rest] = values.map((value) => value ?? 0);
  const others = rest.reduce((sum, value) => sum + value, 0);
  const address = addressOf(row, col);
  const line = sheet.texts[row];
  if (!line) return;
  if (kind === 'percent') line[col] = `${((first / others) * 100).toFixed(1)}%`;
  else {
    const value = Number((kind === 'sum' ? first + others : first - others).toFixed(1));
    sheet.values.set(address, value);
    line[col] = grouped(value, sheet.tenths);
  }
  sheet.truth.add(
    relationKey(
      kind,
      address,
      parts.map(([r, c]) => addressOf(r, c)),
    ),
  );
}

function tie(sheet: Sheet, text: string): void {
  const [, verb = '', result = '', expression = ''] = /^(\w+) (\w+) = (.+)$/.exec(text) ?? [];
  const names = expression.split(/[-+/]/);
  const kind = expression.includes('/') ? 'percent' : expression.includes('-') ? 'difference' : 'sum';
  const width = Math.max(...sheet.texts.map((row) => row.length));
  if (verb === 'row' || verb === 'percent') {
    for (let col = 0; col < width; col += 1)
      write(
        sheet,
        kind,
        [Number(result) - 1, col],
        names.map((name) => [Number(name) - 1, col] as const),
      );
    return;
  }
  for (let row = 0; row < sheet.texts.length; row += 1) {
    const [count = '', base = ''] = names;
    if (verb === 'share' && row === Number(base) - 1) continue;
    const parts =
      verb === 'share'
        ? ([
            [row, columnOf(count)],
            [Number(base) - 1, columnOf(count)],
          ] as const)
        : names.map((name) => [row, columnOf(name)] as const);
    write(sheet, kind, [row, columnOf(result)], parts);
  }
}

/** The table with its leaves drawn and its ties computed, in the order given. */
export function madeTable(text: string, ties: readonly string[], seed: number): MadeTable {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  const texts = text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => (row.trim() === '~' ? [''] : row.split('|').map((cell) => cell.replace(/^ | +$/g, ''))));
  const open = new Set(
    texts.flatMap((line, row) => line.flatMap((cell, col) => (cell === '.' ? [addressOf(row, col)] : []))),
  );
  const sheet: Sheet = { texts, open, values: new Map(), truth: new Set(), tenths: text.includes('| d') };
  const leaf: Readonly<Record<string, () => number>> = {
    n: () => 10 + below(990),
    t: () => 1000 + below(59_000),
    d: () => (100 + below(9000)) / 10,
    s: () => below(41),
  };
  for (const [row, line] of texts.entries())
    for (const [col, cell] of line.entries()) {
      const value = leaf[cell]?.();
      if (value === undefined) continue;
      sheet.values.set(addressOf(row, col), value);
      line[col] = grouped(value, cell === 'd');
    }
  for (const one of ties) tie(sheet, one);
  return { rows: texts, truth: sheet.truth };
}
