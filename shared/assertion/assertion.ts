/**
 * An assertion: somebody, in some cell of some file, says that a quantity has a value.
 *
 * The key says which quantity. Two assertions with the same key speak of the same thing and must agree;
 * almost every relation between returns follows from keys alone.
 */
import type { CellRef } from '#shared/grid/grid.ts';
import type { PrintedRole, Quantity, Unit } from '#shared/quantity/quantity.ts';

/** What is said of the measure: its value, a target for it, a share of a whole, a mean, a change. */
export type Aspect = 'value' | 'target' | 'share' | 'of-target' | 'mean' | 'change';

export interface QuantityKey {
  readonly measure: string;
  /** A programme code, or null where the measure belongs to none. */
  readonly programme: string | null;
  /** Canonical period: see `shared/period/period.ts` (`2020-21 Q1`, `2020-21`, `Apr 2020`, `2020-21 YTD Q2`). */
  readonly period: string;
  readonly aspect: Aspect;
  readonly unit: Unit;
  /** Category set code to member code: `{ source: 'cp' }`. A set left out means its total. */
  readonly dims: Readonly<Record<string, string>>;
}

/** The return an assertion came in. */
export interface ReturnRef {
  readonly provider: string;
  /** The quarter the return is for. */
  readonly period: string;
  readonly version: number;
  readonly sha256: string;
}

export interface Assertion {
  /** Unique within the board: return sha, sheet, cell and the quantity's place in the cell. */
  readonly id: string;
  /**
   * Survives a re-import and a new version: provider, period, table and label paths rather than bytes and
   * addresses. Findings and decisions are tied to this.
   */
  readonly identity: string;
  readonly source: CellRef;
  readonly from: ReturnRef;
  /** Index of the recognised table in its return, and the definition's table code (null: shape only). */
  readonly tableIndex: number;
  readonly table: string | null;
  readonly row: number;
  readonly col: number;
  readonly rowPath: readonly string[];
  readonly colPath: readonly string[];
  readonly role: PrintedRole;
  readonly quantity: Quantity;
  /** Null where the table or the line is known by shape only. */
  readonly key: QuantityKey | null;
  /** The cell's other words (`from EOC`), null if none. */
  readonly note: string | null;
  /** How a text says it (`24% increase`), where the number alone would not. */
  readonly said?: string;
}

/** A body cell that holds digits which could not be read, kept as printed. */
export interface UnreadCell {
  readonly source: CellRef;
  readonly why: string;
}

/** Text of a key, equal exactly when the keys are equal. */
export function keyText(key: QuantityKey): string {
  return keyTextWith(key, dimsText(key.dims));
}

/** The part of a key's text that its dimensions make. */
export function dimsText(dims: QuantityKey['dims']): string {
  const sets = Object.keys(dims);
  if (sets.length > 1) sets.sort();
  let text = '';
  for (const set of sets) text += `${text === '' ? '' : ','}${set}=${dims[set]}`;
  return text;
}

/** `keyText` for whoever has made the text of the dimensions already. */
export function keyTextWith(key: Omit<QuantityKey, 'dims'>, dims: string): string {
  return `${key.measure}|${key.programme ?? ''}|${key.period}|${key.aspect}|${key.unit}|${dims}`;
}
