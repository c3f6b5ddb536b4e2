/** Colours and measures every writer shares. */

/** What a council may change of the look of its packs. */
export interface House {
  /** Colour of headings and rules, `#RRGGBB`. */
  readonly accent?: string;
  /** Typeface of the Word file, which must be installed where it is read; Arial unless told otherwise. */
  readonly wordFont?: string;
}

export interface Look {
  readonly accent: string;
  readonly wordFont: string;
}

export const INK = '#0B0C0C';
export const GREY = '#505A5F';
export const RULE = '#B1B4B6';
export const SHADE = '#F3F2F1';

/** Categorical palette of the Government Analysis Function, in its order. */
export const PALETTE = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;

/**
 * Fills in the house look.
 * @throws Error when a colour is not written `#RRGGBB`.
 */
export function lookOf(house: House = {}): Look {
  const accent = house.accent ?? PALETTE[0];
  if (!/^#[0-9A-Fa-f]{6}$/.test(accent)) {
    throw new Error(
      `The house colour “${accent}” is not a colour: write it as # and six digits, such as #12436D.`,
    );
  }
  return { accent: accent.toUpperCase(), wordFont: house.wordFont ?? 'Arial' };
}
