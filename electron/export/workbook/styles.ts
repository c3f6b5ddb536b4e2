/** The workbook's styles part. Styles are asked for by what a cell is; the part lists those asked for. */
import { type Look, lookOf } from '#electron/export/house.ts';
import { el, escapeXml, XML_HEAD } from '#electron/export/xml.ts';

/** Fonts by position in the part. */
const FONTS = { plain: 0, bold: 1, title: 2, link: 3, note: 4 } as const;

export interface CellStyle {
  readonly font: keyof typeof FONTS;
  /** Excel format code; `General` for words. */
  readonly code: string;
  readonly align?: 'left' | 'right';
  readonly wrap?: boolean;
  /** A rule above: totals. Below: headings. */
  readonly rule?: 'top' | 'bottom';
  /** Space before words that follow a column of numbers. */
  readonly indent?: boolean;
  /** Text that would be read as a formula if somebody edited the cell. */
  readonly quoted?: boolean;
}

export interface Styles {
  /** The index of a style, the same for equal styles. */
  readonly of: (style: CellStyle) => number;
  readonly xml: () => string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Styles in the house look, or the program's own. */
export function styles(look: Look = lookOf()): Styles {
  const cells: string[] = [xf({ font: 'plain', code: 'General' }, 0)];
  const codes: string[] = [];
  return {
    of(style) {
      if (style.code !== 'General' && style.code !== '@' && !codes.includes(style.code))
        codes.push(style.code);
      const format = style.code === 'General' ? 0 : style.code === '@' ? 49 : 164 + codes.indexOf(style.code);
      const cell = xf(style, format);
      if (!cells.includes(cell)) cells.push(cell);
      return cells.indexOf(cell);
    },
    xml: () => part(cells, codes, look),
  };
}

/** The workbook's words, each kept once. */
export interface Strings {
  readonly of: (text: string) => number;
  readonly xml: () => string;
}

export function strings(): Strings {
  const known = new Map<string, number>();
  return {
    of(text) {
      const index = known.get(text) ?? known.size;
      known.set(text, index);
      return index;
    },
    xml() {
      const items = [...known.keys()].map(
        (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
      );
      return XML_HEAD + el('sst', { xmlns: MAIN, uniqueCount: items.length }, ...items);
    },
  };
}

function xf(style: CellStyle, format: number): string {
  const border = style.rule === 'top' ? 1 : style.rule === 'bottom' ? 2 : 0;
  const alignment = el('alignment', {
    horizontal: style.align ?? (style.indent ? 'left' : null),
    vertical: 'top',
    indent: style.indent ? 1 : null,
    wrapText: style.wrap ? 1 : null,
  });
  return el(
    'xf',
    {
      numFmtId: format,
      fontId: FONTS[style.font],
      fillId: 0,
      borderId: border,
      xfId: style.font === 'title' ? 1 : 0,
      quotePrefix: style.quoted ? 1 : null,
      applyNumberFormat: 1,
      applyFont: 1,
      applyBorder: 1,
      applyAlignment: 1,
    },
    alignment,
  );
}

function font(name: string, size: number, colour: string, ...marks: readonly string[]): string {
  return el(
    'font',
    {},
    ...marks.map((mark) => el(mark, {})),
    el('sz', { val: size }),
    el('color', { rgb: colour }),
    el('name', { val: name }),
    el('family', { val: 2 }),
  );
}

function border(edge: 'top' | 'bottom' | null): string {
  const line = el('color', { rgb: 'FF0B0C0C' });
  const side = (name: string) => (name === edge ? el(name, { style: 'thin' }, line) : el(name, {}));
  return el('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map(side));
}

function baseStyle(fontId: number): string {
  return el('xf', { numFmtId: 0, fontId, fillId: 0, borderId: 0 });
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : el(name, { count: items.length }, ...items);
}

function part(cells: readonly string[], codes: readonly string[], { accent, wordFont }: Look): string {
  const formats = codes.map((formatCode, index) => el('numFmt', { numFmtId: 164 + index, formatCode }));
  const fonts = [
    font(wordFont, 11, 'FF0B0C0C'),
    font(wordFont, 11, 'FF0B0C0C', 'b'),
    font(wordFont, 15, `FF${accent.slice(1)}`, 'b'),
    font(wordFont, 11, 'FF1D4F91', 'u'),
    font(wordFont, 11, 'FF505A5F'),
  ];
  return (
    XML_HEAD +
    el(
      'styleSheet',
      { xmlns: MAIN },
      list('numFmts', formats),
      list('fonts', fonts),
      list(
        'fills',
        ['none', 'gray125'].map((patternType) => el('fill', {}, el('patternFill', { patternType }))),
      ),
      list('borders', [border(null), border('top'), border('bottom')]),
      list('cellStyleXfs', [FONTS.plain, FONTS.title].map(baseStyle)),
      list('cellXfs', cells),
      list('cellStyles', [
        el('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
        // What screen readers are told of a sheet's title.
        el('cellStyle', { name: 'Heading 1', xfId: 1, builtinId: 16 }),
      ]),
    )
  );
}
