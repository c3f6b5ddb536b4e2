/**
 * What disclosure control works on: counts, and the sums that tie them.
 *
 * A count stands for one quantity however often it is printed. Sums say that Σ factor·count is known (0 for a total
 * that holds, else what it misses by): whoever reads the publication can add up just the same.
 */

/**
 * `shown`: would be published, can be withheld. `known`: published whatever is done (a true zero, a target, a figure
 * of an edition already issued). `unshown`: in no table, but somebody can work it out from those that are.
 */
export type Standing = 'shown' | 'known' | 'unshown';

export interface Count {
  readonly id: string;
  readonly value: number;
  /** The least a reader must allow for: 1 where true zeros are shown, else 0. */
  readonly least: number;
  /** The most a reader need allow for, by what is public already; none where this is left out. */
  readonly most?: number;
  readonly standing: Standing;
  /** How much is lost when it is withheld: totals and trends more than a row. */
  readonly weight: number;
  /** Nothing published bears on it, however far round: it needs no protection. */
  readonly idle?: boolean;
}

export interface Sum {
  readonly terms: readonly { readonly count: number; readonly factor: number }[];
  /** Does not hold on the board itself: a reader may use it, but cannot be sure of it. */
  readonly doubtful?: boolean;
  /** What it misses by there. */
  readonly missed?: number;
}

export interface Disclosure {
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
  /** Counts from 1 up to this are not published, and must stay open up to more than this. */
  readonly threshold: number;
}

/** Changes of counts that leave every sum as it is: another truth a reader cannot tell from the real one. */
export type Move = ReadonlyMap<number, number>;

export function isSmall({ value }: Pick<Count, 'value'>, threshold: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= threshold;
}

/** Small counts that can still be protected: those not already public. */
export function sensitiveOf({ counts, threshold }: Disclosure): readonly number[] {
  return counts.flatMap((count, i) =>
    count.standing !== 'known' && !count.idle && isSmall(count, threshold) ? [i] : [],
  );
}
