/** Takes a number format code apart: `£#,##0"k";(£#,##0"k")` is two sections of tokens. */

export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#` or `?`. */
  | { readonly kind: 'digit'; readonly pad: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'text' }
  /** A letter or sign with a meaning outside numbers: dates, exponents, fractions. */
  | { readonly kind: 'other'; readonly text: string };

export interface FormatSection {
  readonly code: string;
  readonly tokens: readonly FormatToken[];
  readonly condition: { readonly op: string; readonly limit: number } | null;
}

const PIECE = /"[^"]*"?|\\.?|\[[^\]]*\]?|_.?|\*.?|general|am\/pm|a\/p|E[+-]|[\s\S]/giu;

/** The sections of a format code, in order; an empty section (`;;`) has no tokens. */
export function sectionsOf(code: string): FormatSection[] {
  const sections: string[][] = [[]];
  for (const piece of code.match(PIECE) ?? []) {
    if (piece === ';') sections.push([]);
    else sections.at(-1)?.push(piece);
  }
  return sections.map(sectionOf);
}

function sectionOf(pieces: readonly string[]): FormatSection {
  const condition = pieces.map((piece) => /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/.exec(piece)).find(Boolean);
  return {
    code: pieces.join(''),
    tokens: pieces.flatMap(tokenOf),
    condition: condition ? { op: condition[1] ?? '', limit: Number(condition[2]) } : null,
  };
}

function tokenOf(piece: string): FormatToken[] {
  switch (piece[0]) {
    case '"':
      return [{ kind: 'literal', text: piece.slice(1).replace(/"$/, '') }];
    case '\\':
      return [{ kind: 'literal', text: piece.slice(1) }];
    case '[':
      return bracketed(piece);
    case '_':
    case '*':
      return [];
    default:
      return [plain(piece)];
  }
}

/** `[$£-809]` prints £; `[Red]` and `[>100]` print nothing; `[h]` is elapsed time. */
function bracketed(piece: string): FormatToken[] {
  const currency = /^\[\$([^\]-]*)/.exec(piece);
  if (currency) return currency[1] ? [{ kind: 'literal', text: currency[1] }] : [];
  return /^\[(h+|m+|s+)\]$/i.test(piece) ? [{ kind: 'other', text: piece }] : [];
}

function plain(piece: string): FormatToken {
  if (/^[0#?]$/.test(piece)) return { kind: 'digit', pad: piece };
  if (piece === '.') return { kind: 'point' };
  if (piece === ',') return { kind: 'comma' };
  if (piece === '%') return { kind: 'percent' };
  if (piece === '@') return { kind: 'text' };
  if (/^(?:[dmyhsbegn/]|general|am\/pm|a\/p|e[+-])$/i.test(piece)) return { kind: 'other', text: piece };
  return { kind: 'literal', text: piece };
}

/** Dates and times: date letters, and no digits other than the fractions of a second. */
export function isDateSection(section: FormatSection): boolean {
  const letters = section.tokens
    .map((token) => (token.kind === 'other' ? token.text : ''))
    .join('')
    .toLowerCase();
  if (letters.includes('general') || !/[dmyhs]/.test(letters)) return false;
  return letters.includes('s') || !section.tokens.some((token) => token.kind === 'digit');
}

/** Fractions and exponents, which are rare enough to leave to the library. */
export function isExoticSection(section: FormatSection): boolean {
  return section.tokens.some((token) => token.kind === 'other' && /^(?:\/|e[+-]|general)$/i.test(token.text));
}
