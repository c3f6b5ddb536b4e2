/** The parts around the body of a Word file. */
import type { Drawings } from '#electron/export/chart/drawings.ts';
import type { Look } from '#electron/export/house.ts';
import { propertyParts } from '#electron/export/properties.ts';
import { numberingXml } from '#electron/export/word/numbering.ts';
import type { HeaderFooter } from '#electron/export/word/pages.ts';
import { LOGO_ID } from '#electron/export/word/picture.ts';
import { stylesXml, W } from '#electron/export/word/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { contentTypes, relationships, zipParts } from '#electron/export/zip.ts';
import type { LaidChart, LaidPack } from '#shared/pack/number.ts';

export interface WordParts {
  readonly laid: LaidPack;
  readonly look: Look;
  readonly title: string;
  readonly document: string;
  readonly pages: readonly HeaderFooter[];
  readonly charts: readonly LaidChart[];
  readonly drawings: Drawings;
  readonly first: { readonly section: number; readonly appendix: number };
}

const WORDML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Zips the document with its styles, numbering, headers, pictures and properties. */
export function wordPackage(parts: WordParts): Uint8Array {
  const { pack } = parts.laid;
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', types(parts.pages)],
    ['_rels/.rels', packageRelationships()],
    ...propertyParts(pack, parts.title),
    ['word/document.xml', parts.document],
    ['word/styles.xml', stylesXml(parts.look)],
    ['word/numbering.xml', numberingXml(parts.first)],
    ['word/settings.xml', settingsXml()],
    ['word/_rels/document.xml.rels', documentRelationships(parts)],
    ...parts.pages.map(({ file, xml }): [string, string] => [`word/${file}`, xml]),
  ]);
  const { logo } = parts.look;
  if (logo) files.set('word/media/logo.png', logo.png);
  for (const page of parts.pages.filter((one) => one.logo)) {
    files.set(`word/_rels/${page.file}.rels`, relationships([LOGO_LINK]));
  }
  for (const { number, chart } of parts.charts) {
    const drawing = parts.drawings.of(chart);
    files.set(`word/media/figure${number}.png`, drawing.png());
    files.set(`word/media/figure${number}.svg`, drawing.svg);
  }
  return zipParts(files);
}

function packageRelationships(): string {
  return relationships([
    { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
    { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ]);
}

const LOGO_LINK = { id: LOGO_ID, type: 'image', target: 'media/logo.png' };

function documentRelationships({ pages, charts, look }: WordParts): string {
  return relationships([
    ...['styles', 'numbering', 'settings'].map((type) => ({
      id: `rId-${type}`,
      type,
      target: `${type}.xml`,
    })),
    ...pages.map(({ id, file }) => ({
      id,
      type: file.startsWith('header') ? 'header' : 'footer',
      target: file,
    })),
    ...(look.logo ? [LOGO_LINK] : []),
    ...charts.flatMap(({ number }) => [
      { id: `rIdPng${number}`, type: 'image', target: `media/figure${number}.png` },
      { id: `rIdSvg${number}`, type: 'image', target: `media/figure${number}.svg` },
    ]),
  ]);
}

function types(pages: readonly HeaderFooter[]): string {
  return contentTypes([
    ['/word/document.xml', `${WORDML}.document.main+xml`],
    ...['styles', 'numbering', 'settings'].map((part): [string, string] => [
      `/word/${part}.xml`,
      `${WORDML}.${part}+xml`,
    ]),
    ...pages.map(({ file }): [string, string] => [
      `/word/${file}`,
      `${WORDML}.${file.startsWith('header') ? 'header' : 'footer'}+xml`,
    ]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ]);
}

function settingsXml(): string {
  const mode = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  };
  return (
    XML_HEAD +
    el(
      'w:settings',
      W,
      el('w:defaultTabStop', { 'w:val': 720 }),
      el('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
      el('w:compat', {}, el('w:compatSetting', mode)),
      el('w:themeFontLang', { 'w:val': 'en-GB' }),
      el('w:decimalSymbol', { 'w:val': '.' }),
      el('w:listSeparator', { 'w:val': ',' }),
    )
  );
}
