/**
 * Decimal rounding as a spreadsheet does it: on the 15 significant digits it shows, halves away from zero.
 * Binary rounding prints 0.285 as 28%; the workbook shows 29%, and the printed figure is what is compared.
 */

/**
 * `value × 10^shift`, rounded to `places` decimals, as plain digits. `value` is finite and not negative.
 * @example fixed(0.285, 2, 0) // '29'
 */
export function fixed(value: number, shift: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + shift + places;
  const whole = rounded(digits, kept).padStart(places + 1, '0');
  return places === 0 ? whole : `${whole.slice(0, -places)}.${whole.slice(-places)}`;
}

/** The first `kept` of the digits as a whole number, padded with zeros or rounded half up. */
function rounded(digits: string, kept: number): string {
  if (kept < 0) return '0';
  if (kept >= digits.length) return BigInt(digits.padEnd(kept, '0')).toString();
  const up = Number(digits[kept]) >= 5 ? 1n : 0n;
  return (BigInt(digits.slice(0, kept) || '0') + up).toString();
}
