/**
 * What a spreadsheet formula gives: sums of ranges, plus, minus, times, divided by and brackets. Anything else
 * (functions, other sheets, text) gives null: nothing is guessed.
 */
import { addressOf, parseAddress } from '#shared/grid/address.ts';

/** The number in a cell, nought for an empty one; null for words. */
export type ValueAt = (address: string) => number | null;

const TOKEN = /\s*(SUM|\$?[A-Z]{1,3}\$?[1-9]\d*|\d+(?:\.\d+)?|[-+*/(),:])/iy;

function tokensOf(formula: string): readonly string[] | null {
  const found: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < formula.trimEnd().length) {
    const match = pattern.exec(formula);
    if (!match) return null;
    found.push((match[1] ?? '').replaceAll('$', '').toUpperCase());
  }
  return found;
}

/** Every cell of `B2:B9`. */
function cellsOfRange(from: string, to: string): readonly string[] {
  const [a, b] = [parseAddress(from), parseAddress(to)];
  if (!a || !b) return [];
  const rows = Array.from({ length: Math.abs(b.row - a.row) + 1 }, (_, i) => Math.min(a.row, b.row) + i);
  const cols = Array.from({ length: Math.abs(b.col - a.col) + 1 }, (_, i) => Math.min(a.col, b.col) + i);
  return rows.flatMap((row) => cols.map((col) => addressOf(row, col)));
}

interface Cursor {
  readonly tokens: readonly string[];
  readonly valueAt: ValueAt;
  at: number;
}

/** Recursive descent: sum of products of factors. */
function sumOf(cursor: Cursor): number | null {
  let total = productOf(cursor);
  for (let sign = cursor.tokens[cursor.at]; sign === '+' || sign === '-'; sign = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    const next = productOf(cursor);
    total = total === null || next === null ? null : sign === '+' ? total + next : total - next;
  }
  return total;
}

function productOf(cursor: Cursor): number | null {
  let product = factorOf(cursor);
  for (let sign = cursor.tokens[cursor.at]; sign === '*' || sign === '/'; sign = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    const next = factorOf(cursor);
    if (product === null || next === null || (sign === '/' && next === 0)) product = null;
    else product = sign === '*' ? product * next : product / next;
  }
  return product;
}

function factorOf(cursor: Cursor): number | null {
  const token = cursor.tokens[cursor.at] ?? '';
  cursor.at += 1;
  if (token === '-') {
    const value = factorOf(cursor);
    return value === null ? null : -value;
  }
  if (token === '(') return bracket(cursor, sumOf(cursor));
  if (token === 'SUM') return functionSum(cursor);
  if (parseAddress(token)) return cursor.valueAt(token);
  return /^\d/.test(token) ? Number(token) : null;
}

function bracket(cursor: Cursor, value: number | null): number | null {
  const closed = cursor.tokens[cursor.at] === ')';
  cursor.at += 1;
  return closed ? value : null;
}

/** `SUM(B2:B9,B11)`: words in a range count nothing. */
function functionSum(cursor: Cursor): number | null {
  if (cursor.tokens[cursor.at] !== '(') return null;
  let total = 0;
  do {
    cursor.at += 1;
    const from = cursor.tokens[cursor.at] ?? '';
    const ranged = cursor.tokens[cursor.at + 1] === ':';
    const to = ranged ? (cursor.tokens[cursor.at + 2] ?? '') : from;
    if (!parseAddress(from) || !parseAddress(to)) return null;
    total += cellsOfRange(from, to).reduce((sum, address) => sum + (cursor.valueAt(address) ?? 0), 0);
    cursor.at += ranged ? 3 : 1;
  } while (cursor.tokens[cursor.at] === ',');
  return bracket(cursor, total);
}

/** The value of a formula over these cells, or null where it holds anything but plain arithmetic. */
export function formulaValue(formula: string, valueAt: ValueAt): number | null {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  if (!tokens || tokens.length === 0) return null;
  const cursor: Cursor = { tokens, valueAt, at: 0 };
  const value = sumOf(cursor);
  return cursor.at === tokens.length ? value : null;
}
