/** One slide, and its page of notes, as XML: title, body, notes, footer and number, in the order they are read. */
import { documentTitle } from '#electron/export/name.ts';
import { noteHeight } from '#electron/export/slides/deck.ts';
import { slidePicture } from '#electron/export/slides/master.ts';
import { BOXES, type Box, type Slide } from '#electron/export/slides/page.ts';
import {
  footer,
  itemXml,
  NAMESPACES,
  noteBox,
  paragraph,
  runs,
  shapeTree,
  shapeXml,
  slideNumber,
} from '#electron/export/slides/shape.ts';
import { frame, tableFrame } from '#electron/export/slides/table.ts';
import { linesIn } from '#electron/export/slides/text.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import type { Pack } from '#shared/pack/document.ts';

/** Sizes tried in turn until the title fits its box. */
const TITLE_SIZES = {
  title: [40, 36, 32, 28, 24],
  section: [36, 32, 28, 24, 20],
  other: [28, 26, 24, 22, 20, 18, 16],
};

function titleXml({ layout, title }: Slide): string {
  const cover = layout === 'title';
  const sizes = TITLE_SIZES[layout === 'title' || layout === 'section' ? layout : 'other'];
  const box = cover ? BOXES.cover : layout === 'section' ? BOXES.sectionTitle : BOXES.title;
  const fits = (text: string, size: number) =>
    linesIn(text, box.width, size, true) * size * 1.2 <= box.height;
  const plain = title.replace(/[\t\n\r ]+/g, ' ');
  const size = sizes.find((each) => fits(plain, each)) ?? sizes.at(-1) ?? 16;
  return shapeXml({
    id: 2,
    name: 'Title',
    placeholder: { type: cover ? 'ctrTitle' : 'title' },
    paragraphs: paragraph(
      '',
      runs(fits(plain, size) ? plain : shortened(plain, (text) => fits(text, size)), { size }),
    ),
    shrink: true,
  });
}

/** A title no size fits, cut in its middle: its number and `(1 of 2)` are kept. */
function shortened(title: string, fits: (text: string) => boolean): string {
  for (let kept = Math.floor(title.length / 2); kept > 8; kept = Math.floor(kept * 0.9)) {
    const text = `${title.slice(0, kept).replace(/\s+\S*$/, '')} … ${title.slice(-8).replace(/^\S*\s+/, '')}`;
    if (fits(text)) return text;
  }
  return title.slice(0, 8);
}

function bodyXml(slide: Slide, box: Box): string {
  const { body } = slide;
  switch (body.kind) {
    case 'subtitle':
      return shapeXml({
        id: 3,
        name: 'Subtitle',
        placeholder: { type: 'subTitle', idx: 1 },
        paragraphs: body.lines.map((line) => paragraph('', runs(line))).join('') || paragraph('', ''),
        shrink: true,
      });
    case 'text':
      return shapeXml({
        id: 3,
        name: 'Text',
        placeholder: slide.layout === 'section' ? { type: 'body', idx: 1 } : { idx: 1 },
        paragraphs: body.items.map((item, index) => itemXml(item, body.size, index === 0)).join(''),
        shrink: true,
      });
    case 'table':
      return tableFrame(
        3,
        { name: body.laid.label, descr: body.laid.table.summary.trim() || body.laid.table.caption },
        box,
        body.part,
      );
    case 'chart': {
      const relation = el('c:chart', {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'r:id': 'rId3',
      });
      return frame(3, { name: body.laid.label, descr: body.laid.chart.alt }, box, 'chart', relation);
    }
  }
}

/** A slide part. Relationships: `rId1` its layout, `rId2` its notes, `rId3` its chart. */
export function slideXml(slide: Slide, number: number, pack: Pack): string {
  const below = noteHeight(slide.note);
  const box = { ...BOXES.body, height: BOXES.body.height - below };
  const note = { ...BOXES.body, y: BOXES.body.y + box.height, height: below };
  const rest = [slide.exempt ?? '', slide.layout === 'title' ? '' : documentTitle(pack)];
  const tree = shapeTree(
    titleXml(slide),
    bodyXml(slide, box),
    slide.note.length > 0 ? noteBox(4, note, slide.note) : '',
    footer(5, pack.marking, rest),
    slideNumber(6, String(number)),
  );
  return (
    XML_HEAD +
    el('p:sld', NAMESPACES, el('p:cSld', {}, tree), el('p:clrMapOvr', {}, el('a:masterClrMapping', {})))
  );
}

/** The slide's page of notes. */
export function notesXml(slide: Slide, pack: Pack): string {
  const lines = slide.speaker.filter((line) => line.trim() !== '');
  const tree = shapeTree(
    slidePicture(2),
    shapeXml({
      id: 3,
      name: 'Notes',
      placeholder: { type: 'body', idx: 3 },
      paragraphs: lines.map((line) => paragraph('', runs(line))).join('') || paragraph('', ''),
    }),
    footer(4, pack.marking, [slide.exempt ?? '']),
  );
  return (
    XML_HEAD +
    el('p:notes', NAMESPACES, el('p:cSld', {}, tree), el('p:clrMapOvr', {}, el('a:masterClrMapping', {})))
  );
}
