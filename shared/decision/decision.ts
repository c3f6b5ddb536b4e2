/** A decision says which assertion the board believes, and why. Append-only; any single one can be withdrawn. */

export type Verdict =
  /** The cell with this identity is right. */
  | { readonly kind: 'accept'; readonly cell: number; readonly identity: string }
  /** The suspect (or first) cell should read this value, in base units. */
  | { readonly kind: 'value'; readonly value: number; readonly identity: string }
  /** Nothing is wrong, for this reason. */
  | { readonly kind: 'dismiss' };

export interface Decision {
  readonly id: string;
  readonly finding: string;
  /** The finding's fingerprint when it was decided. */
  readonly fingerprint: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  /** ISO date and time; given by the caller, never read from a clock here. */
  readonly at: string;
  readonly withdrawn: boolean;
}
