/** A raised 1 after a 5 is a footnote mark, not the number 51: raised digits keep their raised form. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The text of a superscript run: digits become `¹²³`, so they cannot join the number before them. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}
