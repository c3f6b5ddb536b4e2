/** Page setup of the Word file: headers, footers and the sections that turn pages or mark them exempt. */
import type { Look, PageLook } from '#electron/export/house.ts';
import { logoRun } from '#electron/export/word/picture.ts';
import { field, paragraph, run } from '#electron/export/word/runs.ts';
import { W } from '#electron/export/word/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { A4 } from '#shared/pack/fit.ts';

/** What makes two pages belong to one Word section. */
export interface PageSetup {
  readonly landscape: boolean;
  readonly exempt: string | null;
}

export interface HeaderFooter {
  readonly id: string;
  readonly file: string;
  readonly xml: string;
  /** It shows the logo. */
  readonly logo: boolean;
}

const WP = { 'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' };
const R = { 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' };

const PAGE: PageLook = {
  ...A4,
  top: 68.05,
  right: 56.7,
  bottom: 65.2,
  left: 56.7,
  header: 31.2,
  footer: 31.2,
};

/** Points to twentieths of a point. */
const twips = (points: number): number => Math.round(points * 20);

/** Hands out headers and footers, one for each wording and page width, and keeps them for the package. */
export function furniture(marking: string, title: string, look: Look) {
  const made = new Map<string, HeaderFooter>();
  const page = look.page ?? PAGE;
  const give = (file: string, xml: string, logo = false): HeaderFooter => {
    const known = made.get(xml);
    if (known) return known;
    const next = { id: `rIdPage${made.size + 1}`, file: `${file}${made.size + 1}.xml`, xml, logo };
    made.set(xml, next);
    return next;
  };
  return {
    all: () => [...made.values()],
    /** The section properties of pages set up like this. */
    section(setup: PageSetup): string {
      const header = give('header', headerXml(marking, setup.exempt, look), look.logo?.everyPage === true);
      const footer = give(
        'footer',
        footerXml(marking, title, setup.landscape ? page.height : page.width, page),
      );
      return sectionXml(setup.landscape, header.id, footer.id, page);
    },
  };
}

function sectionXml(landscape: boolean, header: string, footer: string, page: PageLook): string {
  const [short, long] = [twips(page.width), twips(page.height)];
  const [w, h] = landscape ? [long, short] : [short, long];
  return el(
    'w:sectPr',
    {},
    el('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    el('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    el('w:type', { 'w:val': 'nextPage' }),
    el('w:pgSz', { 'w:w': w, 'w:h': h, 'w:orient': landscape ? 'landscape' : null }),
    el('w:pgMar', {
      'w:top': twips(page.top),
      'w:right': twips(page.right),
      'w:bottom': twips(page.bottom),
      'w:left': twips(page.left),
      'w:header': twips(page.header),
      'w:footer': twips(page.footer),
      'w:gutter': 0,
    }),
  );
}

/** Room for a logo in the head of a page, in points. */
const HEAD_LOGO = { width: 160, height: 30 };

function headerXml(marking: string, exempt: string | null, { logo }: Look): string {
  const lines = [
    logo?.everyPage ? paragraph('Header', logoRun(logo, HEAD_LOGO, 2), el('w:jc', { 'w:val': 'left' })) : '',
    paragraph('Header', run(marking, { bold: true })),
    exempt ? paragraph('Header', run(exempt)) : '',
  ];
  return XML_HEAD + el('w:hdr', { ...W, ...R, ...(logo?.everyPage ? WP : {}) }, ...lines);
}

function footerXml(marking: string, title: string, across: number, page: PageLook): string {
  const room = across - page.left - page.right;
  const tabs = el('w:tabs', {}, el('w:tab', { 'w:val': 'right', 'w:pos': twips(room) }));
  const tab = '<w:r><w:tab/></w:r>';
  const content = [
    run(title),
    tab,
    run('Page '),
    field('PAGE', '1'),
    run(' of '),
    field('NUMPAGES', '1'),
  ].join('');
  const centred = paragraph('Header', run(marking, { bold: true }));
  return XML_HEAD + el('w:ftr', { ...W, ...R }, centred, paragraph('Footer', content, tabs));
}
