/** Shapes on slides: placeholders, text boxes, footers; each run of text marked as British English. */
import { GREY } from '#electron/export/house.ts';
import { type Box, type Layout, NOTE_SIZE } from '#electron/export/slides/page.ts';
import { gapBefore, INDENT, type TextItem, type TextRun } from '#electron/export/slides/text.ts';
import { type Attributes, el, escapeXml } from '#electron/export/xml.ts';

/** English metric units to a point. */
const EMU = 12_700;

export function emu(points: number): number {
  return Math.round(points * EMU);
}

export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** `a:xfrm` or `p:xfrm` of a box in points. */
export function transform(name: string, { x, y, width, height }: Box): string {
  return el(
    name,
    {},
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: emu(width), cy: emu(height) }),
  );
}

export function fill(colour: string): string {
  return el('a:solidFill', {}, el('a:srgbClr', { val: colour.replace('#', '') }));
}

export interface Type {
  /** In points; what the placeholder has when left out. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

function runProperties(name: string, { size, bold, colour }: Type): string {
  const sz = size === undefined ? null : Math.round(size * 100);
  return el(
    name,
    { lang: 'en-GB', sz, b: bold === undefined ? null : bold ? 1 : 0, dirty: 0 },
    colour === undefined ? '' : fill(colour),
  );
}

/** A run of text; its line breaks are kept. */
export function runs(text: string, type: Type = {}): string {
  const lines = text
    .split('\n')
    .map((line) =>
      line === '' ? '' : `<a:r>${runProperties('a:rPr', type)}<a:t>${escapeXml(line)}</a:t></a:r>`,
    );
  return lines.join(`<a:br>${runProperties('a:rPr', type)}</a:br>`);
}

/** A paragraph around ready-made properties and runs. */
export function paragraph(properties: string, content: string, type: Type = {}): string {
  return `<a:p>${properties}${content}${content === '' ? runProperties('a:endParaRPr', type) : ''}</a:p>`;
}

/** One item of a slide's text. */
export function itemXml(item: TextItem, size: number, first: boolean): string {
  const space = first ? 0 : gapBefore(item, size) * 100;
  const before = el('a:spcBef', {}, el('a:spcPts', { val: space }));
  const bullet = item.role === 'bullet';
  const indent = bullet ? emu(INDENT) : 0;
  const properties = el(
    'a:pPr',
    { marL: indent, indent: -indent },
    before,
    bullet ? el('a:buFont', { typeface: 'Arial' }) + el('a:buChar', { char: '•' }) : el('a:buNone', {}),
  );
  const one = (run: TextRun) => runs(run.text, { size, bold: run.strong });
  return paragraph(properties, item.runs.map(one).join(''), { size });
}

export interface Shape {
  /** Unique on its slide, from 2: 1 is the slide's own group. */
  readonly id: number;
  readonly name: string;
  readonly box?: Box;
  /** Attributes of `p:ph`; a text box has none. */
  readonly placeholder?: Readonly<Record<string, string | number>>;
  readonly paragraphs: string;
  readonly anchor?: 't' | 'ctr' | 'b';
  /** Whether PowerPoint may make the text smaller when somebody adds to it. */
  readonly shrink?: boolean;
}

/** A placeholder or a text box. */
export function shapeXml({ id, name, box, placeholder, paragraphs, anchor, shrink }: Shape): string {
  const kind = placeholder ? el('a:spLocks', { noGrp: 1 }) : '';
  const text: Attributes = placeholder ? {} : { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0 };
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name }),
      el('p:cNvSpPr', { txBox: placeholder ? null : 1 }, kind),
      el('p:nvPr', {}, placeholder ? el('p:ph', placeholder) : ''),
    ),
    el(
      'p:spPr',
      {},
      box ? transform('a:xfrm', box) : '',
      box && !placeholder ? el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})) : '',
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', { ...text, anchor: anchor ?? null }, shrink ? el('a:normAutofit', {}) : ''),
      el('a:lstStyle', {}),
      paragraphs,
    ),
  );
}

/** A tree of shapes, with the group every slide has. */
export function shapeTree(...shapes: readonly string[]): string {
  const zero = el('a:off', { x: 0, y: 0 }) + el('a:ext', { cx: 0, cy: 0 });
  const child = el('a:chOff', { x: 0, y: 0 }) + el('a:chExt', { cx: 0, cy: 0 });
  return el(
    'p:spTree',
    {},
    el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr', {}), el('p:nvPr', {})),
    el('p:grpSpPr', {}, el('a:xfrm', {}, zero, child)),
    ...shapes,
  );
}

/** The slide's number as a field. */
export function numberField(number: string): string {
  return `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${runProperties('a:rPr', {})}<a:t>${number}</a:t></a:fld>`;
}

/** What stands at the foot of every slide: the marking, the words of exempt matter, the document. */
export function footer(id: number, marking: string, rest: readonly string[]): string {
  const parts = [marking, ...rest].filter((part) => part !== '');
  const content = parts.map((part, index) =>
    runs(index === 0 ? part : `  |  ${part}`, { bold: part === marking && index === 0 }),
  );
  return shapeXml({
    id,
    name: 'Footer',
    placeholder: { type: 'ftr', sz: 'quarter', idx: 11 },
    paragraphs: paragraph('', content.join('')),
  });
}

export function slideNumber(id: number, number: string): string {
  return shapeXml({
    id,
    name: 'Slide number',
    placeholder: { type: 'sldNum', sz: 'quarter', idx: 12 },
    paragraphs: paragraph('', numberField(number)),
  });
}

/** The notes under a table or chart, at the foot of the slide's body. */
export function noteBox(id: number, box: Box, notes: readonly string[]): string {
  const type = { size: NOTE_SIZE, colour: GREY };
  const lines = notes.map((note) => paragraph('', runs(note, type), type));
  return shapeXml({ id, name: 'Notes', box, paragraphs: lines.join(''), anchor: 'b' });
}

/** The number of a layout's part. */
export const LAYOUTS: readonly Layout[] = ['title', 'section', 'content', 'graphic'];
