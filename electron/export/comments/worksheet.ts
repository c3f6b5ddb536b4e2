/** The one element of a worksheet that points at its notes' boxes, which has a fixed place among the others. */
import { SaxesParser } from 'saxes';
import { CannotChange } from '#electron/export/comments/splice.ts';
import { el } from '#electron/export/xml.ts';
import { localName } from '#electron/import/xml.ts';

/** What stands before `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const BEFORE = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges ' +
    'scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr ' +
    'conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter ' +
    'rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'
  ).split(' '),
);

interface Piece {
  readonly raw: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly end: number;
}

/** The elements directly under the root. No tree is built: a sheet may have a million rows. */
function piecesOf(xml: string): readonly Piece[] {
  const parser = new SaxesParser();
  const pieces: Piece[] = [];
  let depth = 0;
  parser.on('error', () => {
    throw new CannotChange('A sheet of the file is not well-formed.');
  });
  parser.on('opentag', () => {
    depth++;
  });
  parser.on('closetag', ({ name, attributes }) => {
    depth--;
    if (depth === 1) pieces.push({ raw: name, attributes, end: parser.position });
  });
  parser.write(xml).close();
  return pieces;
}

/** The id of the sheet's drawing of notes; null where it has none. */
export function legacyDrawing(xml: string): string | null {
  const found = piecesOf(xml).find(({ raw }) => localName(raw) === 'legacyDrawing');
  const id = Object.entries(found?.attributes ?? {}).find(([name]) => localName(name) === 'id');
  return found ? (id?.[1] ?? '') : null;
}

/** The sheet pointing at a drawing of notes, the element in its place. `space` is that of relationship ids. */
export function withLegacyDrawing(xml: string, id: string, space: string): string {
  const last = piecesOf(xml).findLast(({ raw }) => BEFORE.has(localName(raw)));
  if (!last) throw new CannotChange('A sheet of the file has no cells.');
  const prefix = last.raw.slice(0, last.raw.indexOf(':') + 1);
  const added = el(`${prefix}legacyDrawing`, { 'xmlns:r': space, 'r:id': id });
  return xml.slice(0, last.end) + added + xml.slice(last.end);
}
