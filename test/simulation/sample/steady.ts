/** Office files without the moment they were written, so that the same sample is made every time. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const MOMENT = '2023-04-01T09:00:00Z';
/** Zip keeps local time without a zone: given as the parts of a local date. */
const STAMP = new Date(2023, 3, 1, 9);

/** The same workbook or document with one fixed date in it; anything else as it is. */
export function steady(file: string, bytes: Uint8Array): Uint8Array {
  if (!/\.(docx|xlsx)$/.test(file)) return bytes;
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => order(a, b))) {
    if (part.length === 0 && name.endsWith('/')) continue;
    parts[name] = [name === 'docProps/core.xml' ? undated(part) : part, { mtime: STAMP, level: 9 }];
  }
  return zipSync(parts);
}

/** The list of contents comes first, as Office writes it. */
function order(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function undated(part: Uint8Array): Uint8Array {
  return strToU8(strFromU8(part).replace(/(<dcterms:\w+[^>]*>)[^<]*(<)/g, `$1${MOMENT}$2`));
}
