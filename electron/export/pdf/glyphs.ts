/**
 * Which characters the shipped typeface can draw. PDF/UA refuses a document with a character it cannot show,
 * and one odd character in a note must not stop a pack: it is replaced by a box.
 *
 * The `cmap` table is read as the OpenType specification describes it (subtable format 4).
 */
import { fontFiles } from '#electron/export/assets.ts';

const BOX = '□';

let known: ReadonlySet<number> | undefined;

/** The text with every character the typeface lacks replaced by `□`; control characters become spaces. */
export function printable(text: string): string {
  known ??= codePoints(fontFiles()[0] ?? Buffer.alloc(0));
  const covered = known;
  return [...text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').normalize('NFC')]
    .filter((letter) => !/[\uFE00-\uFE0F\u200B-\u200D\uFEFF]/.test(letter))
    .map((letter) => (covered.has(letter.codePointAt(0) ?? 0) ? letter : BOX))
    .join('');
}

function codePoints(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    if (font.readUInt16BE(subtable) === 4) addSegments(font, subtable, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The shipped typeface has no “${tag}” table: install the program again.`);
}

function addSegments(font: Buffer, subtable: number, found: Set<number>): void {
  const bytes = font.readUInt16BE(subtable + 6);
  for (let at = 0; at < bytes; at += 2) {
    const end = font.readUInt16BE(subtable + 14 + at);
    const start = font.readUInt16BE(subtable + 16 + bytes + at);
    for (let code = start; code <= end && code < 0xffff; code++) found.add(code);
  }
}
