/** The boxes in which Excel shows notes: VML, one drawing a sheet. */
import { el } from '#electron/export/xml.ts';
import { parseAddress } from '#shared/grid/address.ts';

const SPACES = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
};

export interface NoteShape {
  readonly cell: string;
  /** Lines of text it has to show. */
  readonly lines: readonly string[];
}

const TEXT_BOX = '_x0000_t202';

/** Excel keeps the ids of a drawing's shapes in blocks of 1,024; `block` from 1 is this drawing's own. */
export function drawingXml(shapes: readonly NoteShape[], block: number): string {
  const layout = el(
    'o:shapelayout',
    { 'v:ext': 'edit' },
    el('o:idmap', { 'v:ext': 'edit', data: String(block) }),
  );
  return el('xml', SPACES, layout, kindXml({}), ...shapesFrom(shapes, block * 1024 + 1, {}));
}

/**
 * An existing drawing with more shapes. It is handled as text: Excel's own drawings are not always well-formed.
 * Null where its end cannot be found.
 */
export function moreShapes(drawing: string, shapes: readonly NoteShape[]): string | null {
  const end = drawing.search(/<\/(?:\w+:)?xml\s*>\s*$/);
  if (end < 0) return null;
  const ids = [...drawing.matchAll(/_x0000_s(\d{1,9})\b/g)].map((match) => Number(match[1]));
  const next = Math.max(1024, ...ids) + 1;
  const kind = drawing.includes(`"${TEXT_BOX}"`) ? [] : [kindXml(SPACES)];
  const added = [...kind, ...shapesFrom(shapes, next, SPACES)].join('');
  return drawing.slice(0, end) + added + drawing.slice(end);
}

/** The first block no drawing of the workbook has taken. */
export function freeBlock(drawings: readonly string[]): number {
  const taken = drawings.flatMap((drawing) =>
    [...drawing.matchAll(/idmap\b[^>]*\bdata="([\d,]*)"/g)].flatMap(([, data = '']) =>
      data.split(',').map(Number),
    ),
  );
  return Math.max(0, ...taken) + 1;
}

function kindXml(spaces: Readonly<Record<string, string>>): string {
  return el(
    'v:shapetype',
    { ...spaces, id: TEXT_BOX, coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
    el('v:stroke', { joinstyle: 'miter' }),
    el('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
  );
}

function shapesFrom(
  shapes: readonly NoteShape[],
  id: number,
  spaces: Readonly<Record<string, string>>,
): string[] {
  return shapes.map((shape, index) => shapeXml(shape, id + index, spaces));
}

function shapeXml({ cell, lines }: NoteShape, id: number, spaces: Readonly<Record<string, string>>): string {
  const { row, col } = parseAddress(cell) ?? { row: 0, col: 0 };
  return el(
    'v:shape',
    {
      ...spaces,
      id: `_x0000_s${id}`,
      type: `#${TEXT_BOX}`,
      style: 'position:absolute;margin-left:60pt;margin-top:2pt;width:300pt;height:120pt;visibility:hidden',
      fillcolor: '#ffffe1',
      'o:insetmode': 'auto',
    },
    el('v:fill', { color2: '#ffffe1' }),
    el('v:shadow', { on: 't', color: 'black', obscured: 't' }),
    el('v:path', { 'o:connecttype': 'none' }),
    el('v:textbox', { style: 'mso-direction-alt:auto' }, el('div', { style: 'text-align:left' })),
    el(
      'x:ClientData',
      { ObjectType: 'Note' },
      el('x:MoveWithCells', {}),
      el('x:SizeWithCells', {}),
      el('x:Anchor', {}, anchor(row, col, lines)),
      el('x:AutoFill', {}, 'False'),
      el('x:Row', {}, String(row)),
      el('x:Column', {}, String(col)),
    ),
  );
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Beside the cell, five columns wide and as high as its text needs at about fifty letters a line. */
function anchor(row: number, col: number, lines: readonly string[]): string {
  const printed = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 50)), 0);
  const height = Math.min(30, Math.max(4, Math.ceil(printed * 0.8) + 1));
  const left = Math.min(col + 1, LAST_COLUMN - 5);
  const top = Math.min(Math.max(0, row - 1), LAST_ROW - height);
  return [left, 15, top, 10, left + 5, 15, top + height, 4].join(', ');
}
