/**
 * NHS numbers: ten digits of which the last is a check digit, modulus 11 (NHS Data Model and Dictionary, "NHS
 * NUMBER"): the first nine weigh 10 down to 2; 11 less the remainder is the last, 11 standing for 0 and 10 for none.
 */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}
