/**
 * Drops blank rows from worksheet XML before it is parsed. Formatting a whole sheet leaves a million rows
 * of styled, empty cells in the file; none of them says anything.
 */
import { decoderFor } from '#electron/import/xml.ts';

const PIECE = 1 << 20;
const VALUE = /<(?:\w+:)?(?:v|is|f)[\s>/]/;

/** The part's XML in pieces; stretches of rows without any value, formula or string are left out. */
export function* filledXml(bytes: Uint8Array): Generator<string> {
  const decoder = decoderFor(bytes);
  let rest = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    rest += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    const cut = lastRowStart(rest);
    yield withoutBlankRows(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  yield rest + decoder.decode();
}

/** Where the last row begins; all before it is whole. 0 when no row begins here. */
function lastRowStart(xml: string): number {
  return Math.max(0, ...rowTag(xml).map((tag) => xml.lastIndexOf(tag)));
}

/** The row tag as this part writes it, with its prefix if it has one. */
function rowTag(xml: string): string[] {
  const prefix = /<(\w+:)?row[\s>]/.exec(xml)?.[1] ?? '';
  return [`<${prefix}row `, `<${prefix}row>`];
}

function withoutBlankRows(xml: string): string {
  const first = xml.search(/<(?:\w+:)?row[\s>]/);
  return first < 0 || VALUE.test(xml.slice(first)) ? xml : xml.slice(0, first);
}
