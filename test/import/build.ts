/** Small files made for the tests: Word documents and workbooks from the XML that matters. */
import { strToU8, zipSync } from 'fflate';
import { readReturn } from '#electron/import/read.ts';
import type { Grid, Reading } from '#shared/grid/grid.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NS =
  `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zipped(parts: Parts, level: 0 | 1 | 6 = 6): Uint8Array {
  const files = Object.entries(parts).map(([name, body]) => [
    name,
    typeof body === 'string' ? strToU8(body) : body,
  ]);
  return zipSync(Object.fromEntries(files), { level });
}

/** `links` are `[type, target]` of the main part. */
export function linksXml(links: readonly (readonly [string, string])[]): string {
  const each = links.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${TYPE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships ${RELS}>${each.join('')}</Relationships>`;
}

/** A Word file with this XML as its body. */
export function docx(
  body: string,
  extra: Parts = {},
  links: readonly (readonly [string, string])[] = [],
): Uint8Array {
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': linksXml([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': linksXml(links),
    'word/document.xml': `<w:document ${NS}><w:body>${body}</w:body></w:document>`,
    ...extra,
  });
}

export function p(text: string, style = ''): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${properties}${text === '' ? '' : r(text)}</w:p>`;
}

export function r(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell: plain text or block XML, with cell properties such as `<w:gridSpan w:val="2"/>`. */
export function tc(content: string, properties = ''): string {
  const blocks = content.startsWith('<') ? content : p(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (cell.startsWith('<w:') ? cell : tc(cell))).join('')}</w:tr>`;
}

/** A table of rows of cell texts or cell XML. */
export function tbl(rows: readonly (readonly string[] | string)[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = rows.map((row) => (typeof row === 'string' ? row : tr(row)));
  return `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

export interface BookSheet {
  readonly name: string;
  readonly state?: string;
  /** Everything inside `<worksheet>`. */
  readonly xml: string;
}

/** A workbook of these sheets; `formats` become styles 1, 2, … and `shared` the shared strings. */
export function xlsx(
  sheets: readonly BookSheet[],
  options: { formats?: readonly string[]; shared?: string; extra?: Parts; book?: string; level?: 1 } = {},
): Uint8Array {
  const links = sheets.map((_, n): [string, string] => ['worksheet', `worksheets/sheet${n + 1}.xml`]);
  const list = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}" ${state ? `state="${state}"` : ''}/>`,
  );
  return zipped(
    {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': linksXml([['officeDocument', 'xl/workbook.xml']]),
      'xl/_rels/workbook.xml.rels': linksXml([
        ...links,
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
      'xl/workbook.xml': `<workbook xmlns:r="x">${options.book ?? ''}<sheets>${list.join('')}</sheets></workbook>`,
      'xl/styles.xml': stylesXml(options.formats ?? []),
      'xl/sharedStrings.xml': `<sst>${options.shared ?? ''}</sst>`,
      ...Object.fromEntries(
        sheets.map(({ xml }, n) => [`xl/worksheets/sheet${n + 1}.xml`, `<worksheet>${xml}</worksheet>`]),
      ),
      ...options.extra,
    },
    options.level ?? 6,
  );
}

function stylesXml(formats: readonly string[]): string {
  const escaped = formats.map((code) =>
    code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  );
  const codes = escaped.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`);
  const styles = formats.map((_, n) => `<xf numFmtId="${164 + n}" fontId="0"/>`);
  return (
    `<styleSheet><numFmts>${codes.join('')}</numFmts><fonts><font/><font><b/></font></fonts>` +
    `<cellXfs><xf numFmtId="0" fontId="0"/>${styles.join('')}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`
  );
}

/** Reads a file that must be readable. */
export async function reading(file: string, bytes: Uint8Array): Promise<Reading> {
  const result = await readReturn(file, bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.reading;
}

/** The refusal of a file that must be refused. */
export async function refusal(file: string, bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const result = await readReturn(file, bytes);
  if (result.ok) throw new Error(`“${file}” was read`);
  return result.error;
}

/** `B2=5 (31%)` for each cell, with spans, hiddenness and the sheet of its own where they differ. */
export function shown(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map((cell) => {
    const span = cell.rowSpan * cell.colSpan > 1 ? ` ${cell.rowSpan}x${cell.colSpan}` : '';
    const sheet = cell.sheet === grid?.sheet ? '' : `${cell.sheet}!`;
    return `${sheet}${cell.address}=${cell.text}${span}${cell.hidden ? ' hidden' : ''}`;
  });
}
