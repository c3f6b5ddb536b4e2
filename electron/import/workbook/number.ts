/** Prints a number through the tokens of one section: grouping, decimals, percent, thousands, literals. */
import { fixed } from '#electron/import/workbook/decimal.ts';
import type { FormatSection, FormatToken } from '#electron/import/workbook/section.ts';

interface NumberShape {
  readonly tokens: readonly FormatToken[];
  readonly wholeDigits: readonly number[];
  readonly decimalDigits: readonly number[];
  readonly grouped: boolean;
  /** Powers of ten: two for each `%`, minus three for each comma that scales. */
  readonly shift: number;
}

/** The absolute value as the section prints it. The caller has chosen the section and adds any minus sign. */
export function printNumber(section: FormatSection, value: number): string {
  const shape = shapeOf(section.tokens);
  const [whole = '0', decimals = ''] = fixed(Math.abs(value), shape.shift, shape.decimalDigits.length).split(
    '.',
  );
  const printed = new Map([...wholePart(shape, whole === '0' ? '' : whole), ...decimalPart(shape, decimals)]);
  return shape.tokens.map((token, at) => printed.get(at) ?? plainPart(token, shape)).join('');
}

function shapeOf(tokens: readonly FormatToken[]): NumberShape {
  const point = tokens.findIndex((token) => token.kind === 'point');
  const digits = tokens.flatMap((token, at) => (token.kind === 'digit' ? [at] : []));
  const wholeDigits = digits.filter((at) => point < 0 || at < point);
  const decimalDigits = digits.filter((at) => point >= 0 && at > point);
  const commas = tokens.flatMap((token, at) => (token.kind === 'comma' ? [at] : []));
  const [first = 0, last = -1, end = -1] = [wholeDigits[0], wholeDigits.at(-1), digits.at(-1)];
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const scaling = commas.filter(
    (at) => isScaling(tokens, at, last) || (end > last && isScaling(tokens, at, end)),
  );
  return {
    tokens,
    wholeDigits,
    decimalDigits,
    grouped: commas.some((at) => at > first && at < last),
    shift: percents * 2 - scaling.length * 3,
  };
}

/** A comma scales by a thousand when only commas stand between it and the last digit placeholder. */
function isScaling(tokens: readonly FormatToken[], at: number, digit: number): boolean {
  return digit >= 0 && at > digit && tokens.slice(digit + 1, at).every((token) => token.kind === 'comma');
}

/** Deals the whole number out to its placeholders from the right; what is left over joins the first. */
function wholePart(shape: NumberShape, whole: string): [number, string][] {
  const places = shape.wholeDigits.toReversed();
  return places.map((at, n): [number, string] => {
    const end = whole.length - n;
    const isFirst = n === places.length - 1;
    const digits = end <= 0 ? '' : whole.slice(isFirst ? 0 : end - 1, end);
    return [at, grouping(shape, digits || padding(shape.tokens[at]), n)];
  });
}

/** Puts separators after digits that have a multiple of three digits (`right` and more) to their right. */
function grouping(shape: NumberShape, digits: string, right: number): string {
  if (!shape.grouped) return digits;
  return [...digits]
    .map((digit, at) => {
      const after = right + digits.length - 1 - at;
      return after > 0 && after % 3 === 0 ? `${digit},` : digit;
    })
    .join('');
}

function decimalPart(shape: NumberShape, decimals: string): [number, string][] {
  const used = decimals.replace(/0+$/, '').length;
  return shape.decimalDigits.map((at, n): [number, string] => [
    at,
    n < used ? (decimals[n] ?? '') : padding(shape.tokens[at]),
  ]);
}

function padding(token: FormatToken | undefined): string {
  if (token?.kind !== 'digit') return '';
  return token.pad === '0' ? '0' : token.pad === '?' ? ' ' : '';
}

function plainPart(token: FormatToken, shape: NumberShape): string {
  switch (token.kind) {
    case 'literal':
    case 'other':
      return token.text;
    case 'point':
      return shape.wholeDigits.length + shape.decimalDigits.length > 0 ? '.' : '';
    case 'percent':
      return '%';
    default:
      return '';
  }
}
