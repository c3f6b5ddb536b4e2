/**
 * What kind of slip turns the right number into the printed one.
 *
 * People copying numbers swap neighbouring digits, drop or double one, lose a sign, or write thousands as units
 * (de Waal, Pannekoek & Scholtus 2011, ch. 2; Damm 2004 gives frequencies of typing errors). A suspect whose
 * correction has such a shape is likelier than one that needs an arbitrary other number.
 */

export type SlipKind =
  | 'blank'
  | 'sign'
  | 'scale'
  | 'transposed'
  | 'dropped'
  | 'doubled'
  | 'neighbour'
  | 'digit';

export interface Slip {
  readonly kind: SlipKind;
  /** For people: "two digits swapped". */
  readonly words: string;
}

/** What is known of the printed cell besides its value. */
export interface SlipContext {
  readonly blank?: boolean;
  /** Values printed in the cells it is summed or compared with. */
  readonly neighbours?: readonly number[];
}

/** How much likelier each slip makes a suspect, in units of weight; below the gap between one suspect and two. */
export const SLIP_BONUS: Readonly<Record<SlipKind, number>> = {
  blank: 0,
  sign: 0.12,
  scale: 0.12,
  transposed: 0.1,
  dropped: 0.07,
  doubled: 0.07,
  neighbour: 0.05,
  digit: 0.03,
};

/** Significant digits without sign or point: `0.81` is `81`, `2390000` is `239`-and-zeros kept. */
function digitsOf(value: number): string {
  const plain = Math.abs(value).toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
  return plain.replace('.', '').replace(/^0+/, '');
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  if (at < 0 || at + 1 >= a.length) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** `short` is `long` with one digit left out. */
function lacksOne(short: string, long: string): boolean {
  if (short.length + 1 !== long.length || short.length === 0) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/** `long` is `short` with one digit typed twice. */
function doubledOne(short: string, long: string): boolean {
  if (!lacksOne(short, long)) return false;
  return [...long].some(
    (digit, i) => digit === long[i + 1] && short === long.slice(0, i) + long.slice(i + 1),
  );
}

function oneDigitOff(a: string, b: string): boolean {
  return a.length === b.length && a.length >= 2 && [...a].filter((digit, i) => digit !== b[i]).length === 1;
}

const SCALES: readonly (readonly [number, string])[] = [
  [10, 'ten'],
  [100, 'a hundred'],
  [1000, 'a thousand'],
  [1_000_000, 'a million'],
];

function scaleSlip(printed: number, fixed: number): Slip | null {
  for (const [factor, name] of SCALES) {
    if (close(printed, fixed * factor)) return { kind: 'scale', words: `${name} times too large` };
    if (close(printed * factor, fixed)) return { kind: 'scale', words: `${name} times too small` };
  }
  return null;
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function digitSlip(printed: number, fixed: number): Slip | null {
  const [is, should] = [digitsOf(printed), digitsOf(fixed)];
  if (isTransposed(is, should)) return { kind: 'transposed', words: 'two digits swapped' };
  if (!Number.isInteger(printed) || !Number.isInteger(fixed)) {
    return oneDigitOff(is, should) ? { kind: 'digit', words: 'one digit different' } : null;
  }
  if (doubledOne(should, is)) return { kind: 'doubled', words: 'a digit typed twice' };
  if (lacksOne(is, should)) return { kind: 'dropped', words: 'a digit left out' };
  return oneDigitOff(is, should) ? { kind: 'digit', words: 'one digit different' } : null;
}

/** From this size on an equal neighbour is hardly chance. */
const TELLING = 10;

function neighbourSlip(printed: number, neighbours: readonly number[]): Slip | null {
  return Math.abs(printed) >= TELLING && neighbours.some((value) => close(value, printed))
    ? { kind: 'neighbour', words: 'the same as a cell beside it' }
    : null;
}

/**
 * The slip by which `fixed` could have been printed as `printed`; null where no common slip fits.
 *
 * @example describeSlip(51, 15) // { kind: 'transposed', words: 'two digits swapped' }
 */
export function describeSlip(printed: number, fixed: number, context: SlipContext = {}): Slip | null {
  if (close(printed, fixed) || printed === fixed) return null;
  if (context.blank) return { kind: 'blank', words: 'left blank' };
  if (close(printed, -fixed)) return { kind: 'sign', words: 'the sign is turned round' };
  if (printed === 0 || fixed === 0) return neighbourSlip(printed, context.neighbours ?? []);
  return (
    scaleSlip(printed, fixed) ?? digitSlip(printed, fixed) ?? neighbourSlip(printed, context.neighbours ?? [])
  );
}
