/** The master, its four layouts and the notes' master: where the placeholders stand and how their text looks. */
import { GREY, INK, type Look } from '#electron/export/house.ts';
import { BOXES, type Box, type Layout, PAGE } from '#electron/export/slides/page.ts';
import {
  emu,
  fill,
  LAYOUTS,
  NAMESPACES,
  numberField,
  paragraph,
  runs,
  shapeTree,
  shapeXml,
  transform,
} from '#electron/export/slides/shape.ts';
import { background, readableAccent, readableOn } from '#electron/export/slides/theme.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly align?: 'l' | 'r';
}

/** Properties of a placeholder's first level; nothing in the deck goes deeper. */
function level(look: TextLook): string {
  return el(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: look.align ?? 'l' },
    el('a:buNone', {}),
    el(
      'a:defRPr',
      { lang: 'en-GB', sz: look.size * 100, b: look.bold ? 1 : 0 },
      fill(look.colour),
      el('a:latin', { typeface: '+mn-lt' }),
    ),
  );
}

/** A placeholder of a master or layout, with a place and a look that the slides take over. */
function place(
  id: number,
  name: string,
  placeholder: Readonly<Record<string, string | number>>,
  box: Box,
  look: TextLook,
  content: { readonly text?: string; readonly xml?: string; readonly anchor?: 't' | 'ctr' | 'b' } = {},
): string {
  const text = content.xml ?? runs(content.text ?? name);
  const shape = shapeXml({
    id,
    name,
    box,
    placeholder,
    paragraphs: paragraph('', text),
    anchor: content.anchor ?? 't',
    shrink: true,
  });
  return shape
    .replace('<a:bodyPr', '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"')
    .replace('<a:lstStyle/>', el('a:lstStyle', {}, level(look)));
}

/** A shape that only decorates. */
function block(id: number, name: string, box: Box, colour: string): string {
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, el('p:cNvPr', { id, name }), el('p:cNvSpPr', {}), el('p:nvPr', { userDrawn: 1 })),
    el(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})),
      fill(colour),
      el('a:ln', {}, el('a:noFill', {})),
    ),
    el('p:txBody', {}, el('a:bodyPr', {}), el('a:lstStyle', {}), paragraph('', '')),
  );
}

function footers(from: number, colour: string): string {
  const look = { size: 12, bold: false, colour };
  return (
    place(from, 'Footer', { type: 'ftr', sz: 'quarter', idx: 11 }, BOXES.footer, look, {
      text: '',
      anchor: 'ctr',
    }) +
    place(
      from + 1,
      'Slide number',
      { type: 'sldNum', sz: 'quarter', idx: 12 },
      BOXES.number,
      { ...look, align: 'r' },
      { xml: numberField('‹#›'), anchor: 'ctr' },
    )
  );
}

const WHITE = '#FFFFFF';

function titleLook(look: Look): TextLook {
  return { size: 28, bold: true, colour: readableAccent(look) };
}

const TITLE = { type: 'title' } as const;
const TEXT = { size: 20, bold: false, colour: INK } as const;

function shapesOf(layout: Layout, look: Look): string {
  switch (layout) {
    case 'title':
      return coverShapes(readableOn(look.accent));
    case 'section':
      return sectionShapes(look.accent);
    case 'content':
      return headed(look) + place(3, 'Text', { idx: 1 }, BOXES.body, TEXT) + footers(4, GREY);
    case 'graphic':
      return headed(look) + footers(4, GREY);
  }
}

function coverShapes(colour: string): string {
  const title = { size: 40, bold: true, colour };
  return (
    place(2, 'Title', { type: 'ctrTitle' }, BOXES.cover, title, { anchor: 'b' }) +
    place(3, 'Subtitle', { type: 'subTitle', idx: 1 }, BOXES.subtitle, { ...TEXT, size: 22, colour }) +
    footers(4, colour)
  );
}

function sectionShapes(accent: string): string {
  const title = { size: 36, bold: true, colour: readableOn(accent) };
  return (
    block(9, 'Band', { x: 0, y: 0, width: PAGE.width, height: 126 }, accent) +
    place(2, 'Title', TITLE, BOXES.sectionTitle, title, { anchor: 'ctr' }) +
    place(3, 'Text', { type: 'body', idx: 1 }, BOXES.sectionBody, TEXT) +
    footers(4, GREY)
  );
}

/** A title with a rule under it. */
function headed(look: Look): string {
  const rule = { x: BOXES.title.x, y: 94, width: BOXES.title.width, height: 2 };
  return (
    block(9, 'Rule', rule, look.accent) +
    place(2, 'Title', TITLE, BOXES.title, titleLook(look), { anchor: 'b' })
  );
}

const TYPES: Readonly<Record<Layout, readonly [type: string | null, name: string]>> = {
  title: ['title', 'Title slide'],
  section: [null, 'Section'],
  content: ['obj', 'Title and content'],
  graphic: ['titleOnly', 'Title and table or chart'],
};

/** A layout part. */
export function layoutXml(layout: Layout, look: Look): string {
  const [type, name] = TYPES[layout];
  const ground = layout === 'title' ? background(look.accent) : '';
  return (
    XML_HEAD +
    el(
      'p:sldLayout',
      { ...NAMESPACES, type, preserve: 1, userDrawn: type === null ? 1 : null },
      el('p:cSld', { name }, ground, shapeTree(shapesOf(layout, look))),
      el('p:clrMapOvr', {}, el('a:masterClrMapping', {})),
    )
  );
}

const COLOUR_MAP = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
} as const;

/** Ids of masters and layouts are one series, from here. */
export const FIRST_ID = 2_147_483_648;

/** The slide master; layouts are relationships `rId1` and on. */
export function masterXml(look: Look): string {
  const shapes =
    place(2, 'Title', TITLE, BOXES.title, titleLook(look), { anchor: 'b' }) +
    place(3, 'Text', { type: 'body', idx: 1 }, BOXES.body, TEXT) +
    footers(4, GREY);
  const ids = LAYOUTS.map((_, index) =>
    el('p:sldLayoutId', { id: FIRST_ID + 1 + index, 'r:id': `rId${index + 1}` }),
  );
  const styles = el(
    'p:txStyles',
    {},
    el('p:titleStyle', {}, level(titleLook(look))),
    el('p:bodyStyle', {}, level(TEXT)),
    el('p:otherStyle', {}, level({ ...TEXT, size: 18 })),
  );
  return (
    XML_HEAD +
    el(
      'p:sldMaster',
      NAMESPACES,
      el('p:cSld', {}, background(WHITE), shapeTree(shapes)),
      el('p:clrMap', COLOUR_MAP),
      el('p:sldLayoutIdLst', {}, ...ids),
      styles,
    )
  );
}

/** Size of a page of notes, in points: the Office default. */
export const NOTES_PAGE = { width: 540, height: 720 } as const;

const NOTES_BOXES = {
  picture: { x: 54, y: 48, width: 432, height: 243 },
  text: { x: 54, y: 310, width: 432, height: 350 },
  footer: { x: 54, y: 680, width: 350, height: 24 },
} as const satisfies Record<string, Box>;

/** The picture of the slide on its page of notes. */
export function slidePicture(id: number, box?: Box): string {
  const locks = el('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 });
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: 'Slide' }),
      el('p:cNvSpPr', {}, locks),
      el('p:nvPr', {}, el('p:ph', { type: 'sldImg', idx: 2 })),
    ),
    el(
      'p:spPr',
      {},
      box ? transform('a:xfrm', box) + el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})) : '',
      box ? el('a:ln', { w: emu(0.75) }, fill(GREY)) : '',
    ),
  );
}

/** The notes' master. */
export function notesMasterXml(): string {
  const text = { size: 12, bold: false, colour: INK };
  const shapes =
    slidePicture(2, NOTES_BOXES.picture) +
    place(3, 'Notes', { type: 'body', sz: 'quarter', idx: 3 }, NOTES_BOXES.text, text) +
    place(4, 'Footer', { type: 'ftr', sz: 'quarter', idx: 11 }, NOTES_BOXES.footer, text, { text: '' });
  return (
    XML_HEAD +
    el(
      'p:notesMaster',
      NAMESPACES,
      el('p:cSld', {}, background(WHITE), shapeTree(shapes)),
      el('p:clrMap', COLOUR_MAP),
      el('p:notesStyle', {}, level(text)),
    )
  );
}
