/** Page setup of the Word file: headers, footers and the sections that turn pages or mark them exempt. */
import { field, paragraph, run } from '#electron/export/word/runs.ts';
import { W } from '#electron/export/word/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

/** What makes two pages belong to one Word section. */
export interface PageSetup {
  readonly landscape: boolean;
  readonly exempt: string | null;
}

export interface HeaderFooter {
  readonly id: string;
  readonly file: string;
  readonly xml: string;
}

const R = { 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' };
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;
const MARGIN = 1134;

/** Hands out headers and footers, one for each wording and page width, and keeps them for the package. */
export function furniture(marking: string, title: string) {
  const made = new Map<string, HeaderFooter>();
  const give = (file: string, xml: string): HeaderFooter => {
    const known = made.get(xml);
    if (known) return known;
    const next = { id: `rIdPage${made.size + 1}`, file: `${file}${made.size + 1}.xml`, xml };
    made.set(xml, next);
    return next;
  };
  return {
    all: () => [...made.values()],
    /** The section properties of pages set up like this. */
    section(setup: PageSetup): string {
      const header = give('header', headerXml(marking, setup.exempt));
      const footer = give('footer', footerXml(marking, title, setup.landscape));
      return sectionXml(setup.landscape, header.id, footer.id);
    },
  };
}

function sectionXml(landscape: boolean, header: string, footer: string): string {
  const [w, h] = landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  return el(
    'w:sectPr',
    {},
    el('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    el('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    el('w:type', { 'w:val': 'nextPage' }),
    el('w:pgSz', { 'w:w': w, 'w:h': h, 'w:orient': landscape ? 'landscape' : null }),
    el('w:pgMar', {
      'w:top': 1361,
      'w:right': MARGIN,
      'w:bottom': 1304,
      'w:left': MARGIN,
      'w:header': 624,
      'w:footer': 624,
      'w:gutter': 0,
    }),
  );
}

function headerXml(marking: string, exempt: string | null): string {
  const lines = [
    paragraph('Header', run(marking, { bold: true })),
    exempt ? paragraph('Header', run(exempt)) : '',
  ];
  return XML_HEAD + el('w:hdr', { ...W, ...R }, ...lines);
}

function footerXml(marking: string, title: string, landscape: boolean): string {
  const width = (landscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  const tabs = el('w:tabs', {}, el('w:tab', { 'w:val': 'right', 'w:pos': width }));
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
