/** A part of a table as a native table, its first row flagged as the header. */
import { INK, RULE, SHADE } from '#electron/export/house.ts';
import type { Box } from '#electron/export/slides/page.ts';
import { AIR, type TablePart, type TableRow } from '#electron/export/slides/rows.ts';
import { emu, fill, paragraph, runs, transform } from '#electron/export/slides/shape.ts';
import { el } from '#electron/export/xml.ts';
import { CELL_PADDING } from '#shared/pack/fit.ts';

/** Office's own "No Style, No Grid": rules and shading are written with the cells. */
const STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

type Role = 'head' | 'body' | 'total';

function edge(name: string, colour: string | null, points: number): string {
  if (colour === null) return el(name, { w: 0 }, el('a:noFill', {}));
  return el(name, { w: emu(points) }, fill(colour));
}

function cellXml(text: string, numeric: boolean, role: Role, size: number): string {
  const type = { size, bold: role !== 'body', colour: INK };
  const side = emu((CELL_PADDING + AIR) / 2);
  const content = text === '' ? '' : runs(text, type);
  const properties = el(
    'a:tcPr',
    { marL: side, marR: side, marT: emu(3), marB: emu(3), anchor: role === 'head' ? 'b' : 't' },
    edge('a:lnL', null, 0),
    edge('a:lnR', null, 0),
    role === 'total' ? edge('a:lnT', INK, 1) : edge('a:lnT', null, 0),
    role === 'body' ? edge('a:lnB', RULE, 0.75) : edge('a:lnB', INK, 1),
    role === 'head' ? fill(SHADE) : el('a:noFill', {}),
  );
  const aligned = el('a:pPr', { algn: numeric ? 'r' : 'l' });
  const body = el('a:bodyPr', {}) + el('a:lstStyle', {}) + paragraph(aligned, content, type);
  return el('a:tc', {}, el('a:txBody', {}, body), properties);
}

function rowXml(row: TableRow, part: TablePart, role: Role): string {
  const cells = row.texts.map((text, index) => cellXml(text, part.numeric[index] === true, role, part.size));
  return el('a:tr', { h: emu(row.height) }, ...cells);
}

/** The table as a graphic frame at the top of the box. */
export function tableFrame(
  id: number,
  named: { readonly name: string; readonly descr: string },
  box: Box,
  part: TablePart,
): string {
  const width = part.widths.reduce((sum, each) => sum + each, 0);
  const height = part.rows.reduce((sum, row) => sum + row.height, part.head.height);
  const last = part.rows.at(-1)?.total === true ? 1 : null;
  const table = el(
    'a:tbl',
    {},
    el('a:tblPr', { firstRow: 1, firstCol: 1, lastRow: last }, el('a:tableStyleId', {}, STYLE)),
    el('a:tblGrid', {}, ...part.widths.map((each) => el('a:gridCol', { w: emu(each) }))),
    rowXml(part.head, part, 'head'),
    ...part.rows.map((row) => rowXml(row, part, row.total ? 'total' : 'body')),
  );
  return frame(id, named, { ...box, width, height }, 'table', table);
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A graphic frame, with the alternative text that stands for it. */
export function frame(
  id: number,
  named: { readonly name: string; readonly descr: string },
  box: Box,
  kind: 'table' | 'chart',
  content: string,
): string {
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id, name: named.name, descr: named.descr }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: 1 })),
      el('p:nvPr', {}),
    ),
    transform('p:xfrm', box),
    el('a:graphic', {}, el('a:graphicData', { uri: `${DRAWING}/${kind}` }, content)),
  );
}
