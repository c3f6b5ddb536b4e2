/** Styles and numbering of the Word file: real headings, council paragraph numbers, British English. */
import { GREY, INK, type Look, RULE, type TextLook } from '#electron/export/house.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

export const W = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

interface Style {
  readonly id: string;
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  readonly quick?: boolean;
  /** Paragraph properties, in the order of the schema. */
  readonly paragraph?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Typeface, where it is not the document's own. */
  readonly font?: string;
}

function styleXml(style: Style): string {
  return el(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': style.id === 'Normal' ? 1 : null, 'w:styleId': style.id },
    el('w:name', { 'w:val': style.name }),
    style.id === 'Normal' ? '' : el('w:basedOn', { 'w:val': style.based ?? 'Normal' }),
    style.next ? el('w:next', { 'w:val': style.next }) : '',
    style.quick === false ? '' : el('w:qFormat', {}),
    style.paragraph ? el('w:pPr', {}, style.paragraph) : '',
    el(
      'w:rPr',
      {},
      style.font ? fontsXml(style.font) : '',
      style.bold === undefined ? '' : el('w:b', { 'w:val': style.bold ? 1 : 0 }),
      style.colour ? el('w:color', { 'w:val': style.colour.slice(1) }) : '',
      style.size ? el('w:sz', { 'w:val': style.size * 2 }) + el('w:szCs', { 'w:val': style.size * 2 }) : '',
    ),
  );
}

function spacing(before: number, after: number, line = 264): string {
  return el('w:spacing', {
    'w:before': before * 20,
    'w:after': after * 20,
    'w:line': line,
    'w:lineRule': 'auto',
  });
}

function hanging(left: number, by: number): string {
  return el('w:ind', { 'w:left': left, 'w:hanging': by });
}

function numbered(list: number, level: number): string {
  return el('w:numPr', {}, el('w:ilvl', { 'w:val': level }), el('w:numId', { 'w:val': list }));
}

function rule(side: 'top' | 'bottom' | 'left', colour: string, eighths: number, space: number): string {
  const line = { 'w:val': 'single', 'w:sz': eighths, 'w:space': space, 'w:color': colour.slice(1) };
  return el('w:pBdr', {}, el(`w:${side}`, line));
}

const KEEP = el('w:keepNext', {}) + el('w:keepLines', {});

/** The numbering lists by id. */
export const LISTS = { sections: 1, appendices: 2, bullets: 3 } as const;

/** Size, weight, colour, and the typeface where it is not the running text's. */
function looks({ font, size, bold, colour }: TextLook, { wordFont }: Look): Partial<Style> {
  return { size, bold, colour, ...(font === wordFont ? {} : { font }) };
}

/** What the reader navigates by. */
function headingStyles(look: Look): readonly Style[] {
  const { accent } = look;
  return [
    {
      id: 'Title',
      name: 'Title',
      next: 'Normal',
      paragraph: spacing(0, 8, 240),
      ...looks(look.title, look),
    },
    { id: 'Subtitle', name: 'Subtitle', next: 'Normal', paragraph: spacing(0, 6), size: 14 },
    {
      id: 'Heading1',
      name: 'heading 1',
      next: 'SectionParagraph',
      paragraph:
        KEEP +
        numbered(LISTS.sections, 0) +
        rule('top', accent, 12, 6) +
        spacing(24, 8, 240) +
        hanging(720, 720) +
        el('w:outlineLvl', { 'w:val': 0 }),
      ...looks(look.heading1, look),
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      next: 'SectionParagraph',
      paragraph: KEEP + spacing(14, 6, 240) + el('w:outlineLvl', { 'w:val': 1 }),
      ...looks(look.heading2, look),
    },
  ];
}

/** Running text, numbered as council reports are. */
function textStyles(): readonly Style[] {
  return [
    { id: 'Normal', name: 'Normal', paragraph: spacing(0, 6) },
    {
      id: 'SectionParagraph',
      name: 'Section paragraph',
      paragraph: numbered(LISTS.sections, 1) + spacing(0, 8) + hanging(720, 720),
    },
    {
      id: 'AppendixParagraph',
      name: 'Appendix paragraph',
      based: 'SectionParagraph',
      paragraph: numbered(LISTS.appendices, 1),
    },
    {
      id: 'ListBullet',
      name: 'List Bullet',
      paragraph: numbered(LISTS.bullets, 0) + spacing(0, 4) + hanging(1080, 360),
    },
    {
      id: 'Exempt',
      name: 'Exempt',
      paragraph: KEEP + rule('left', '#801650', 24, 8) + spacing(0, 10) + el('w:ind', { 'w:left': 200 }),
      bold: true,
    },
    {
      id: 'FrontMatter',
      name: 'Front matter',
      paragraph:
        rule('bottom', RULE, 4, 3) +
        el('w:tabs', {}, el('w:tab', { 'w:val': 'left', 'w:pos': 2835 })) +
        spacing(4, 0) +
        hanging(2835, 2835),
    },
  ];
}

/** Tables and what stands around them. */
function tableStyles(): readonly Style[] {
  return [
    { id: 'Caption', name: 'caption', next: 'Normal', paragraph: KEEP + spacing(14, 5, 240), bold: true },
    { id: 'TableText', name: 'Table text', paragraph: spacing(0, 0, 240), size: 10 },
    {
      id: 'TableNumber',
      name: 'Table number',
      based: 'TableText',
      paragraph: el('w:jc', { 'w:val': 'right' }),
    },
    {
      id: 'TableNote',
      name: 'Table note',
      paragraph: el('w:keepLines', {}) + spacing(3, 0, 240),
      size: 9,
      colour: GREY,
    },
  ];
}

/** Contents, headers and footers. */
function pageStyles(look: Look): readonly Style[] {
  return [
    {
      id: 'ContentsHeading',
      name: 'Contents heading',
      next: 'Normal',
      paragraph: el('w:keepNext', {}) + el('w:pageBreakBefore', {}) + spacing(0, 10),
      ...looks(look.heading1, look),
    },
    { id: 'TOC1', name: 'toc 1', next: 'Normal', quick: false, paragraph: tocTabs(look) + spacing(4, 2) },
    {
      id: 'TOC2',
      name: 'toc 2',
      next: 'Normal',
      quick: false,
      paragraph: tocTabs(look) + spacing(0, 2) + el('w:ind', { 'w:left': tocIndent(look) }),
    },
    {
      id: 'Header',
      name: 'header',
      quick: false,
      paragraph: spacing(0, 0, 240) + el('w:jc', { 'w:val': 'center' }),
      size: 9,
    },
    { id: 'Footer', name: 'footer', quick: false, paragraph: spacing(0, 0, 240), size: 9, colour: GREY },
  ];
}

/** Where titles stand in the contents, past `Appendix A:`. */
function tocIndent({ size, stretch }: Look): number {
  return Math.round((1418 * size * stretch) / 11);
}

function tocTabs(look: Look): string {
  const left = el('w:tab', { 'w:val': 'left', 'w:pos': tocIndent(look) });
  return el(
    'w:tabs',
    {},
    left,
    el('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': look.room.portrait * 20 }),
  );
}

function fontsXml(font: string): string {
  return el('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:cs': font, 'w:eastAsia': font });
}

function defaults({ wordFont, size }: Look): string {
  return el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        fontsXml(wordFont),
        el('w:color', { 'w:val': INK.slice(1) }),
        el('w:sz', { 'w:val': size * 2 }),
        el('w:szCs', { 'w:val': size * 2 }),
        el('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'en-GB', 'w:bidi': 'ar-SA' }),
      ),
    ),
    el('w:pPrDefault', {}),
  );
}

/** `word/styles.xml`. */
export function stylesXml(look: Look): string {
  const all = [...textStyles(), ...headingStyles(look), ...tableStyles(), ...pageStyles(look)];
  const table = el(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'BoardTable' },
    el('w:name', { 'w:val': 'Board table' }),
    el('w:qFormat', {}),
    el('w:tblPr', {}, el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' })),
  );
  const link = el(
    'w:style',
    { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
    el('w:name', { 'w:val': 'Hyperlink' }),
  );
  return XML_HEAD + el('w:styles', W, defaults(look), ...all.map(styleXml), table, link);
}
