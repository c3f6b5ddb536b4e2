/** The parts of an Office file and how they point at one another (`_rels/*.rels`). */
import { children, parseXml } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';

export interface PartLink {
  readonly id: string;
  /** The last piece of the relationship's type: `worksheet`, `sharedStrings`, `image`. */
  readonly type: string;
  /** The part's name in the archive; for external links the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part, or of the package itself for `''`. */
export function linksOf(file: string, zip: Zip, part: string): PartLink[] {
  const cut = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  const bytes = zip.read(name);
  if (!bytes) return [];
  return children(parseXml(file, name, bytes), 'Relationship').map((link) => {
    const external = link.attrs.TargetMode === 'External';
    const target = link.attrs.Target ?? '';
    return {
      id: link.attrs.Id ?? '',
      type: (link.attrs.Type ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolved(part.slice(0, cut), target),
      external,
    };
  });
}

/** The main document part: what the package points at, or the usual name. */
export function mainPart(file: string, zip: Zip, usual: string): string {
  return linksOf(file, zip, '').find((link) => link.type === 'officeDocument')?.target ?? usual;
}

function resolved(folder: string, target: string): string {
  const pieces = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const piece of target.replaceAll('\\', '/').split('/')) {
    if (piece === '..') pieces.pop();
    else if (piece !== '' && piece !== '.') pieces.push(piece);
  }
  return pieces.join('/');
}
