/** An Office file being changed: parts read from the original, and the few that are written anew. */
import path from 'node:path';
import {
  appended,
  bytesOf,
  CannotChange,
  type Insertion,
  type PlacedNode,
  placedXml,
  prefixOf,
  spliced,
  textOf,
} from '#electron/export/comments/splice.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { zipParts } from '#electron/export/zip.ts';
import { linksOf } from '#electron/import/package.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import type { Zip } from '#electron/import/zip.ts';

export interface Package extends Zip {
  readonly file: string;
  /** A part's text; throws `CannotChange` where it cannot be written back as it was. */
  readonly text: (name: string) => string;
  readonly put: (name: string, text: string) => void;
  readonly has: (name: string) => boolean;
  /** Does the work whole or not at all; false where a part cannot be changed. */
  readonly attempt: (work: () => void) => boolean;
  /** The whole file: every part not put anew is the original's to the byte. */
  readonly bytes: () => Uint8Array;
}

export function packageOf(file: string, zip: Zip): Package {
  const written = new Map<string, Uint8Array>();
  const names = (): string[] => [...new Set([...zip.names, ...written.keys()])];
  const known = (name: string): string =>
    zip.names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
  const read = (name: string): Uint8Array | null => written.get(known(name)) ?? zip.read(name);
  return {
    file,
    get names() {
      return names();
    },
    read,
    has: (name) => read(name) !== null,
    text: (name) => {
      const bytes = read(name);
      if (!bytes) throw new CannotChange(`“${file}” has no part ${name}.`);
      return textOf(bytes);
    },
    put: (name, text) => {
      const earlier = read(name);
      written.set(known(name), earlier ? bytesOf(text, earlier) : Buffer.from(text, 'utf8'));
    },
    attempt: (work) => attempt(written, work),
    bytes: () => zipParts(new Map(names().map((name) => [name, read(name) ?? new Uint8Array()]))),
  };
}

function attempt(written: Map<string, Uint8Array>, work: () => void): boolean {
  const before = [...written];
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof CannotChange || error instanceof ReadProblem)) throw error;
    written.clear();
    for (const [name, bytes] of before) written.set(name, bytes);
    return false;
  }
}

/** Changes one part through its tree. */
export function change(
  changed: Package,
  part: string,
  work: (root: PlacedNode, xml: string) => readonly Insertion[],
): void {
  const xml = changed.text(part);
  changed.put(part, spliced(xml, work(placedXml(xml), xml)));
}

/** `xl/comments3.xml`: the first such name no part has. */
export function freeName(changed: Package, stem: string, extension: string): string {
  for (let n = 1; ; n++) {
    const name = `${stem}${n}.${extension}`;
    if (!changed.has(name)) return name;
  }
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Where relationship ids and types live: a file saved as Strict Open XML has names of its own for everything. */
export function relationshipSpace(xml: string): string {
  return xml.includes('http://purl.oclc.org/ooxml/') ? STRICT : TRANSITIONAL;
}

/** Points a part at another and returns the relationship's id. */
export function addLink(changed: Package, part: string, type: string, target: string): string {
  const folder = path.posix.dirname(part);
  const rels = `${folder}/_rels/${path.posix.basename(part)}.rels`;
  const taken = new Set(linksOf(changed.file, changed, part).map((link) => link.id));
  let n = 1;
  while (taken.has(`rIdQuery${n}`)) n++;
  const id = `rIdQuery${n}`;
  const attributes = {
    Id: id,
    Type: `${relationshipSpace(changed.text(part))}/${type}`,
    Target: path.posix.relative(folder, target),
  };
  if (!changed.has(rels)) changed.put(rels, `${XML_HEAD}${el('Relationships', { xmlns: RELATIONSHIPS })}`);
  change(changed, rels, (root) => [appended(root, el(`${prefixOf(root)}Relationship`, attributes))]);
  return id;
}

const TYPES = '[Content_Types].xml';

/** Says what a new part is. */
export function addType(changed: Package, part: string, type: string): void {
  change(changed, TYPES, (root) => [
    appended(root, el(`${prefixOf(root)}Override`, { PartName: `/${part}`, ContentType: type })),
  ]);
}

/** Says what every part with this extension is, unless the file says so already. */
export function addExtension(changed: Package, extension: string, type: string): void {
  change(changed, TYPES, (root) => {
    const known = root.nodes.some(
      ({ name, attrs }) => name === 'Default' && attrs.Extension?.toLowerCase() === extension,
    );
    if (known) return [];
    const xml = el(`${prefixOf(root)}Default`, { Extension: extension, ContentType: type });
    return [
      root.nodes.length > 0 ? { at: root.span.inside, to: root.span.inside, xml } : appended(root, xml),
    ];
  });
}
