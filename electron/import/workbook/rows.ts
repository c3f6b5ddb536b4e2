/**
 * Drops blank rows from worksheet XML before it is parsed. Formatting a whole sheet leaves a million rows
 * of styled, empty cells in the file; none of them says anything. Works on bytes: searching them is cheap.
 */
import { decoderFor } from '#electron/import/xml.ts';

const PIECE = 1 << 16;

interface Marks {
  /** How a row begins, and how anything that can hold a value begins. */
  readonly rows: readonly string[];
  readonly values: readonly string[];
}

/** The part's XML in pieces; stretches of rows without any value, formula or string are left out. */
export function* filledXml(bytes: Uint8Array): Generator<string> {
  const xml = utf8(bytes);
  const marks = marksOf(xml);
  for (let from = 0; from < xml.length; ) {
    const end = pieceEnd(xml, from, marks);
    yield piece(xml.subarray(from, end), marks, end === xml.length);
    from = end;
  }
}

function utf8(bytes: Uint8Array): Buffer {
  const decoder = decoderFor(bytes);
  if (decoder.encoding !== 'utf-8') return Buffer.from(decoder.decode(bytes));
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset + mark, bytes.byteLength - mark);
}

/** Element names as this part writes them, with their prefix if they have one. */
function marksOf(xml: Buffer): Marks {
  const plain = xml.includes('<row ') || xml.includes('<row>') || !xml.includes(':row');
  const prefix = plain ? '' : (/<(\w+:)row[\s>]/.exec(xml.toString('utf8'))?.[1] ?? '');
  return {
    rows: [`<${prefix}row `, `<${prefix}row>`],
    values: ['v', 'is', 'f'].map((name) => `<${prefix}${name}`),
  };
}

/** Pieces end where a row begins, so that all rows in them are whole. */
function pieceEnd(xml: Buffer, from: number, { rows }: Marks): number {
  if (from + PIECE >= xml.length) return xml.length;
  const inside = xml.subarray(from + 1, from + PIECE);
  const last = Math.max(...rows.map((row) => inside.lastIndexOf(row)));
  if (last >= 0) return from + 1 + last;
  const next = rows.map((row) => xml.indexOf(row, from + 1)).filter((at) => at > 0);
  return Math.min(xml.length, ...next);
}

function piece(xml: Buffer, { rows, values }: Marks, isLast: boolean): string {
  if (isLast || values.some((value) => xml.includes(value))) return xml.toString('utf8');
  const first = rows.map((row) => xml.indexOf(row)).filter((at) => at >= 0);
  return xml.toString('utf8', 0, Math.min(xml.length, ...first));
}
