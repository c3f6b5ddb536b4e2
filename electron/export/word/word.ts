/**
 * A pack as a Word document. The package is written part by part rather than through a library: table
 * descriptions, language, filled-in contents and bytes that repeat are then simply written, not patched in.
 */
import type { Drawings } from '#electron/export/chart/drawings.ts';
import type { Look } from '#electron/export/house.ts';
import { documentTitle } from '#electron/export/name.ts';
import { type Item, sectionItems, type Writing } from '#electron/export/word/body.ts';
import { contentsXml, coverXml, titleXml } from '#electron/export/word/contents.ts';
import { wordPackage } from '#electron/export/word/package.ts';
import { furniture, type PageSetup } from '#electron/export/word/pages.ts';
import { W } from '#electron/export/word/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { headingOf, type LaidPack } from '#shared/pack/number.ts';

const NAMESPACES = {
  ...W,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
};

/**
 * Writes the document.
 * @param section code of the one section to write, without cover and contents; null for the whole pack
 */
export function writeWord(
  laid: LaidPack,
  look: Look,
  drawings: Drawings,
  section: string | null,
): Uint8Array {
  const chosen = laid.sections.filter((each) => section === null || each.code === section);
  const only = section === null ? undefined : chosen[0];
  const title = only ? `${documentTitle(laid.pack)}: ${headingOf(only)}` : documentTitle(laid.pack);
  const writing: Writing = { look, drawings, charts: [], bookmarks: 0, counted: new Set() };
  const opening = only
    ? titleXml(laid, documentTitle(laid.pack))
    : [...coverXml(laid, look), contentsXml(laid)];
  const upright: PageSetup = { landscape: false, exempt: only?.exempt ?? null };
  const items = [
    ...opening.map((xml): Item => ({ xml, setup: upright })),
    ...chosen.flatMap((each, index) =>
      sectionItems(each, only === undefined && (index === 0 || each.newPage), writing),
    ),
  ];
  const pages = furniture(laid.pack.marking, documentTitle(laid.pack), look);
  const document = XML_HEAD + el('w:document', NAMESPACES, el('w:body', {}, joined(items, pages.section)));
  return wordPackage({
    laid,
    look,
    title,
    document,
    pages: pages.all(),
    charts: writing.charts,
    drawings,
    first: {
      section: only && !only.appendix ? only.ordinal : 1,
      appendix: only?.appendix ? only.ordinal : 1,
    },
  });
}

/** Joins the items, closing a Word section wherever the page setup changes. */
function joined(items: readonly Item[], section: (setup: PageSetup) => string): string {
  const body = items.map((item, index) => {
    const next = items[index + 1];
    return next && !same(item.setup, next.setup) ? closed(item.xml, section(item.setup)) : item.xml;
  });
  const last = items.at(-1);
  return body.join('') + (last ? section(last.setup) : '');
}

function same(a: PageSetup, b: PageSetup): boolean {
  return a.landscape === b.landscape && a.exempt === b.exempt;
}

/** A section ends in the properties of its last paragraph; after anything else one is added for it. */
function closed(xml: string, properties: string): string {
  if (xml.startsWith('<w:p>')) return xml.replace('</w:pPr>', () => `${properties}</w:pPr>`);
  const small = el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return `${xml}<w:p><w:pPr>${small}${properties}</w:pPr></w:p>`;
}
