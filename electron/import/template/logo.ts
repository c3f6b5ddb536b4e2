/** The picture in a template's page headers. */
import { linksOf } from '#electron/import/package.ts';
import type { Zip } from '#electron/import/zip.ts';

/** Bytes of the first PNG, JPEG or SVG that one of the headers shows; null where there is none. */
export function pictureIn(file: string, zip: Zip, headers: readonly string[]): Uint8Array | null {
  for (const header of headers) {
    const images = linksOf(file, zip, header).filter(({ type, external }) => type === 'image' && !external);
    for (const { target } of images) {
      const bytes = /\.(png|jpe?g|svg)$/i.test(target) ? zip.read(target) : null;
      if (bytes) return bytes;
    }
  }
  return null;
}
