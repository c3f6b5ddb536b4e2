/** Characters that Word takes from symbol fonts, as the characters they look like. */

const ARROWS: Readonly<Record<string, string>> = {
  DF: '←',
  E0: '→',
  E1: '↑',
  E2: '↓',
  E8: '➔',
  E9: '↑',
  EA: '↓',
};

const FONTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { ...ARROWS, FC: '✓', FB: '✗', FE: '☑', A8: '☐', A7: '▪', '6C': '●', '6E': '■', D8: '➢' },
  symbol: {
    B7: '•',
    AC: '←',
    AD: '↑',
    AE: '→',
    AF: '↓',
    A3: '≤',
    B3: '≥',
    B1: '±',
    B0: '°',
    B4: '×',
    '2D': '−',
  },
};

/** The character for a `w:sym`; the replacement mark for one that is not known, so that it is noticed. */
export function symbol(font: string, code: string): string {
  const short = code.toUpperCase().replace(/^F0/, '').padStart(2, '0');
  const known = FONTS[font.toLowerCase()]?.[short];
  if (known) return known;
  const point = Number.parseInt(code, 16);
  const isPrivate = Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff);
  return isPrivate ? '\uFFFD' : String.fromCodePoint(point);
}
