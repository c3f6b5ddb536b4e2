/** How one service lays out its return, drawn from a seed. */
import type { MonthStyle } from '#test/simulation/model/calendar.ts';
import { hash, type Random, random } from '#test/simulation/model/prng.ts';

export type Format = 'xlsx' | 'docx' | 'csv';

export interface Style {
  /** Which wording of each label is used; the first is the sample's. */
  readonly wording: number;
  /** Total columns and rows before the others. */
  readonly totalsFirst: boolean;
  /** Columns and rows in another order, where their order carries nothing. */
  readonly shuffled: boolean;
  readonly arrangement: 'sheet-each' | 'stacked' | 'side-by-side';
  readonly months: MonthStyle;
  readonly zero: '0' | '' | 'nil' | '-';
  readonly spacedPercent: boolean;
  readonly caption: 'above' | 'far' | 'missing';
  /** Upper header cells: merged over their columns, also downwards, repeated in each, or only in the first. */
  readonly header: 'merged' | 'merged-both' | 'repeated' | 'sparse';
  readonly format: Format;
  /** Workbook numbers hold more decimals than they show. */
  readonly exact: boolean;
  /** Workbook cells hold text instead of numbers. */
  readonly asText: boolean;
}

export const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'mix'] as const;
export type Letter = (typeof LETTERS)[number];

const SAMPLE_FORMAT: Record<string, Format> = { fgc: 'docx', board: 'docx', performance: 'csv' };

/** As the sample returns are laid out. */
export function sampleLike(provider: string): Style {
  return {
    wording: 0,
    totalsFirst: false,
    shuffled: false,
    arrangement: 'sheet-each',
    months: 'April',
    zero: provider === 'fgc' || provider === 'board' ? '' : '0',
    spacedPercent: false,
    caption: 'above',
    header: 'merged',
    format: SAMPLE_FORMAT[provider] ?? 'xlsx',
    exact: false,
    asText: false,
  };
}

const VARIATIONS: Record<Exclude<Letter, 'a'>, (rng: Random, base: Style) => Partial<Style>> = {
  b: (rng) => ({ wording: rng.whole(1, 2) }),
  c: (rng) => ({ totalsFirst: true, shuffled: rng.chance(0.7) }),
  d: (rng, base) => ({
    arrangement: rng.pick(['stacked', 'side-by-side'] as const),
    format: base.format === 'docx' ? 'xlsx' : base.format,
  }),
  e: (rng, base) => ({
    months: rng.pick(['Apr', 'Apr-21', 'April 2021'] as const),
    zero: rng.pick(['nil', '-', '', '0'] as const),
    spacedPercent: rng.chance(0.6),
    caption: base.format === 'xlsx' ? rng.pick(['far', 'missing', 'above'] as const) : 'above',
  }),
  f: (rng) => ({
    format: rng.pick(['xlsx', 'docx', 'csv'] as const),
    header: rng.pick(['merged', 'merged-both', 'repeated', 'sparse'] as const),
    exact: rng.chance(0.5),
    asText: rng.chance(0.3),
  }),
  mix: (rng, base) => {
    const drawn = rng.shuffle(['b', 'c', 'd', 'e', 'f'] as const).slice(0, 3);
    let style = base;
    for (const letter of drawn) style = { ...style, ...VARIATIONS[letter](rng, style) };
    return style;
  },
};

/** The style of one service in one simulation: the same in every quarter. */
export function styleOf(seed: number, letter: Letter, provider: string): Style {
  const base = sampleLike(provider);
  if (letter === 'a') return base;
  const drawn = { ...base, ...VARIATIONS[letter](random(hash(`${seed} style ${provider}`)), base) };
  return drawn.format === 'xlsx' ? drawn : { ...drawn, caption: 'above' };
}

export const letterOf = (seed: number): Letter => LETTERS[seed % LETTERS.length] ?? 'a';
