/** Office packages: zip files whose bytes depend on nothing but their content. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { el, escapeXml, XML_HEAD } from '#electron/export/xml.ts';

export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** The earliest time zip can write, in local parts so that the time zone cannot change the bytes. */
const STAMP = new Date(1980, 0, 1, 0, 0, 0);

/** Zips parts in the order of their names, the content types first as Office writes them. */
export function zipParts(parts: Parts): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const name of names) {
    const part = parts.get(name) ?? '';
    const bytes = typeof part === 'string' ? strToU8(part) : part;
    entries[name] = [bytes, { mtime: STAMP, os: 0, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(entries);
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

export interface Relationship {
  readonly id: string;
  /** The last part of the relationship type's address: `styles`, `image`. */
  readonly type: string;
  readonly target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A relationships part. */
export function relationships(list: readonly Relationship[]): string {
  const lines = list.map(({ id, type, target }) =>
    el('Relationship', {
      Id: id,
      Type:
        type === 'core-properties'
          ? `${PACKAGE}/relationships/metadata/core-properties`
          : `${OFFICE}/${type}`,
      Target: target,
    }),
  );
  return XML_HEAD + el('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...lines);
}

/** The content types part: defaults by extension, overrides by part name. */
export function contentTypes(overrides: readonly (readonly [part: string, type: string])[]): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ].map(([Extension, ContentType]) =>
    el('Default', { Extension: Extension ?? '', ContentType: ContentType ?? '' }),
  );
  const named = overrides.map(([PartName, ContentType]) => el('Override', { PartName, ContentType }));
  return XML_HEAD + el('Types', { xmlns: `${PACKAGE}/content-types` }, ...defaults, ...named);
}

export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** ISO date, which stands for both creation and change. */
  readonly date: string;
}

/** `docProps/core.xml`: what the file says of itself; never who made it or on which machine. */
export function coreProperties({ title, subject, creator, date }: Properties): string {
  const stamp = `${date}T00:00:00Z`;
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  return (
    XML_HEAD +
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      field('dc:title', title),
      field('dc:subject', subject),
      field('dc:creator', creator),
      field('cp:lastModifiedBy', creator),
      el('dcterms:created', time, stamp),
      el('dcterms:modified', time, stamp),
      el('dc:language', {}, 'en-GB'),
    )
  );
}

function field(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
