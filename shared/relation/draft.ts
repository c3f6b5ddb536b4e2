/** What a rule hands in: relations still without an id, and what it could not check. */
import type { Cell } from '#shared/relation/book.ts';
import type { RelationBody, RelationKind, Term } from '#shared/relation/relation.ts';

export interface Draft {
  readonly rule: string;
  readonly kind: RelationKind;
  /** Best a getter: of some ten thousand labels a check makes a person reads a few. */
  readonly label: string;
  readonly body: RelationBody;
  /** The cells it ties, for its id. */
  readonly cells: readonly Cell[];
}

export interface NotChecked {
  readonly relation: string;
  readonly why: string;
}

/** A tray the rules of one run put their drafts into. */
export interface Tray {
  readonly drafts: Draft[];
  readonly notCheckable: NotChecked[];
  /** Cells their own table's sums already check, by variable. */
  readonly summed: Set<string>;
}

export function newTray(): Tray {
  return { drafts: [], notCheckable: [], summed: new Set() };
}

export function terms(cells: readonly Cell[], factor = 1): readonly Term[] {
  return cells.map((cell) => ({ variable: cell.id, factor }));
}

/** `result = Σ parts` (or, with factor −1, `result = first − rest`) as a linear body. */
export function sumBody(result: readonly Cell[], parts: readonly Cell[]): RelationBody {
  return { shape: 'linear', terms: [...terms(result), ...terms(parts, -1)], constant: 0 };
}

export function ratioBody(
  result: Cell,
  numerator: readonly Cell[],
  denominator: readonly Cell[],
): RelationBody {
  return { shape: 'ratio', result: result.id, numerator: terms(numerator), denominator: terms(denominator) };
}
