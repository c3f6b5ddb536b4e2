/**
 * A pack as a deck of slides for PowerPoint. The package is written part by part rather than through a library:
 * header rows, titles, alternative text, gaps and bytes that repeat are then simply written, not patched in.
 */
import type { Look } from '#electron/export/house.ts';
import { propertyParts } from '#electron/export/properties.ts';
import { chartXml } from '#electron/export/slides/chart.ts';
import { dataWorkbook } from '#electron/export/slides/data.ts';
import { deckOf } from '#electron/export/slides/deck.ts';
import { layoutXml, masterXml, notesMasterXml } from '#electron/export/slides/master.ts';
import { overlaid } from '#electron/export/slides/overlaid.ts';
import type { Slide } from '#electron/export/slides/page.ts';
import { presentationXml, slideRelation } from '#electron/export/slides/presentation.ts';
import { LAYOUTS, NAMESPACES } from '#electron/export/slides/shape.ts';
import { notesXml, slideXml } from '#electron/export/slides/slide.ts';
import { themeXml } from '#electron/export/slides/theme.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { contentTypes, type Parts, relationships, zipParts } from '#electron/export/zip.ts';
import type { Pack } from '#shared/pack/document.ts';
import type { LaidPack } from '#shared/pack/number.ts';

/** Writes the deck; the same pack gives the same bytes. */
export function writeSlides(laid: LaidPack, look: Look): Uint8Array {
  const slides = deckOf(laid);
  const charts = slides.filter((slide) => slide.body.kind === 'chart').length;
  return zipParts(
    new Map([
      ...packageParts(laid.pack, slides.length, charts),
      ...frameParts(slides, look),
      ...slideParts(slides, laid.pack),
    ]),
  );
}

function packageParts(pack: Pack, slides: number, charts: number): Parts {
  return new Map([
    ['[Content_Types].xml', types(slides, charts)],
    [
      '_rels/.rels',
      relationships([
        { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
        { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
        { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
    ],
    ...propertyParts(pack),
  ]);
}

/** The presentation, and what stands behind the slides. */
function frameParts(slides: readonly Slide[], look: Look): Parts {
  const styles = el('a:tblStyleLst', {
    'xmlns:a': NAMESPACES['xmlns:a'],
    def: '{2D5ABB26-0587-4C30-8999-92F81FD0307C}',
  });
  const master = { id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' };
  return new Map([
    ['ppt/presentation.xml', presentationXml(slides)],
    ['ppt/_rels/presentation.xml.rels', presentationRelations(slides.length)],
    ['ppt/presProps.xml', XML_HEAD + el('p:presentationPr', NAMESPACES)],
    ['ppt/tableStyles.xml', XML_HEAD + styles],
    ['ppt/theme/theme1.xml', themeXml(look)],
    ['ppt/theme/theme2.xml', themeXml(look)],
    ['ppt/slideMasters/slideMaster1.xml', masterXml(look)],
    ['ppt/slideMasters/_rels/slideMaster1.xml.rels', masterRelations()],
    ['ppt/notesMasters/notesMaster1.xml', notesMasterXml()],
    [
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationships([{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }]),
    ],
    ...LAYOUTS.flatMap((layout, index): [string, string][] => [
      [`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutXml(layout, look)],
      [`ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`, relationships([master])],
    ]),
  ]);
}

function presentationRelations(slides: number): string {
  return relationships([
    { id: 'rIdMaster', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { id: 'rIdNotes', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    { id: 'rIdTheme', type: 'theme', target: 'theme/theme1.xml' },
    { id: 'rIdProps', type: 'presProps', target: 'presProps.xml' },
    { id: 'rIdTables', type: 'tableStyles', target: 'tableStyles.xml' },
    ...counted(slides).map((n) => ({ id: slideRelation(n), type: 'slide', target: `slides/slide${n}.xml` })),
  ]);
}

function masterRelations(): string {
  return relationships([
    ...LAYOUTS.map((_, index) => ({
      id: `rId${index + 1}`,
      type: 'slideLayout',
      target: `../slideLayouts/slideLayout${index + 1}.xml`,
    })),
    { id: 'rIdTheme', type: 'theme', target: '../theme/theme1.xml' },
  ]);
}

/** The slides, each with its notes and, where it shows one, its chart and the chart's data. */
function slideParts(slides: readonly Slide[], pack: Pack): Parts {
  const parts = new Map<string, string | Uint8Array>();
  let charts = 0;
  slides.forEach((slide, index) => {
    const n = index + 1;
    const chart = slide.body.kind === 'chart' ? overlaid(slide.body.laid.chart) : null;
    if (chart) {
      charts += 1;
      parts.set(`ppt/charts/chart${charts}.xml`, chartXml(chart));
      parts.set(
        `ppt/charts/_rels/chart${charts}.xml.rels`,
        relationships([{ id: 'rId1', type: 'package', target: `../embeddings/data${charts}.xlsx` }]),
      );
      parts.set(`ppt/embeddings/data${charts}.xlsx`, dataWorkbook(chart));
    }
    parts.set(`ppt/slides/slide${n}.xml`, slideXml(slide, n, pack));
    parts.set(`ppt/slides/_rels/slide${n}.xml.rels`, slideRelations(slide, n, chart ? charts : null));
    parts.set(`ppt/notesSlides/notesSlide${n}.xml`, notesXml(slide, pack));
    parts.set(`ppt/notesSlides/_rels/notesSlide${n}.xml.rels`, notesRelations(n));
  });
  return parts;
}

function slideRelations(slide: Slide, n: number, chart: number | null): string {
  const layout = LAYOUTS.indexOf(slide.layout) + 1;
  return relationships([
    { id: 'rId1', type: 'slideLayout', target: `../slideLayouts/slideLayout${layout}.xml` },
    { id: 'rId2', type: 'notesSlide', target: `../notesSlides/notesSlide${n}.xml` },
    ...(chart === null ? [] : [{ id: 'rId3', type: 'chart', target: `../charts/chart${chart}.xml` }]),
  ]);
}

function notesRelations(n: number): string {
  return relationships([
    { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
    { id: 'rId2', type: 'slide', target: `../slides/slide${n}.xml` },
  ]);
}

function counted(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

const OPEN = 'application/vnd.openxmlformats-officedocument';

function types(slides: number, charts: number): string {
  const many = (count: number, path: string, type: string, end = 'xml') =>
    counted(count).map((n): [string, string] => [`/ppt/${path}${n}.${end}`, `${OPEN}.${type}`]);
  const slide = 'presentationml';
  return contentTypes([
    ['/ppt/presentation.xml', `${OPEN}.${slide}.presentation.main+xml`],
    ['/ppt/presProps.xml', `${OPEN}.${slide}.presProps+xml`],
    ['/ppt/tableStyles.xml', `${OPEN}.${slide}.tableStyles+xml`],
    ...many(2, 'theme/theme', 'theme+xml'),
    ...many(1, 'slideMasters/slideMaster', `${slide}.slideMaster+xml`),
    ...many(1, 'notesMasters/notesMaster', `${slide}.notesMaster+xml`),
    ...many(LAYOUTS.length, 'slideLayouts/slideLayout', `${slide}.slideLayout+xml`),
    ...many(slides, 'slides/slide', `${slide}.slide+xml`),
    ...many(slides, 'notesSlides/notesSlide', `${slide}.notesSlide+xml`),
    ...many(charts, 'charts/chart', 'drawingml.chart+xml'),
    ...many(charts, 'embeddings/data', 'spreadsheetml.sheet', 'xlsx'),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', `${OPEN}.extended-properties+xml`],
  ]);
}
