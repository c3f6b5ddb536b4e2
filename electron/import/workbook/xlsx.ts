/** Excel workbooks (xlsx, xlsm): every worksheet as one grid, with notes on what was left aside. */

import { linksOf, mainPart, type PartLink } from '#electron/import/package.ts';
import { corrupt } from '#electron/import/problem.ts';
import { rawSheet } from '#electron/import/workbook/raw.ts';
import { type SheetContext, type SheetResult, sheetGrid } from '#electron/import/workbook/sheet.ts';
import { sharedStrings } from '#electron/import/workbook/strings.ts';
import { stylesOf } from '#electron/import/workbook/styles.ts';
import { child, children, parseXml, switchedOn, type XmlNode } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';
import type { Grid } from '#shared/grid/grid.ts';

export interface WorkbookContent {
  readonly grids: readonly Grid[];
  readonly warnings: readonly string[];
  readonly pictures: number;
}

/** Reads every worksheet of the workbook. Throws `ReadProblem` when a part it needs is missing or broken. */
export function readXlsx(file: string, zip: Zip): WorkbookContent {
  const part = mainPart(file, zip, 'xl/workbook.xml');
  const book = tree(file, zip, part);
  if (!book) throw corrupt(file, 'the list of sheets is missing');
  const links = linksOf(file, zip, part);
  const shared = contextOf(file, zip, book, links);
  const results = children(child(book, 'sheets'), 'sheet').map((sheet) =>
    sheetResult(zip, sheet, links, shared),
  );
  return {
    grids: results.flatMap((result) => (result.grid ? [result.grid] : [])),
    warnings: [...results.flatMap((result) => result.warnings), ...aside(zip), ...textBoxes(zip)],
    pictures: count(zip, /^xl\/media\//i),
  };
}

type Shared = Omit<SheetContext, 'sheet' | 'hidden'>;

function contextOf(file: string, zip: Zip, book: XmlNode, links: readonly PartLink[]): Shared {
  const partOf = (type: string): XmlNode | null => {
    const link = links.find((each) => each.type === type);
    const root = link ? tree(file, zip, link.target) : null;
    if (link && !root) throw corrupt(file, `its ${link.target} is missing`);
    return root;
  };
  const date1904 = child(book, 'workbookPr')?.attrs.date1904;
  return {
    file,
    date1904:
      date1904 !== undefined && switchedOn({ name: '', attrs: { val: date1904 }, nodes: [], text: '' }),
    strings: sharedStrings(partOf('sharedStrings')),
    style: stylesOf(partOf('styles')),
  };
}

function sheetResult(
  zip: Zip,
  sheet: XmlNode,
  links: readonly PartLink[],
  shared: Shared,
): Pick<SheetResult, 'warnings'> & { readonly grid: Grid | null } {
  const name = sheet.attrs.name ?? '';
  const link = links.find((each) => each.id === sheet.attrs.id);
  if (link && link.type !== 'worksheet') {
    return {
      grid: null,
      warnings: [`Sheet “${name}” is a chart or macro sheet, not a table, and was left aside.`],
    };
  }
  const bytes = link ? zip.read(link.target) : null;
  if (!link || !bytes) throw corrupt(shared.file, `sheet “${name}” is missing`);
  const hidden = sheet.attrs.state === 'hidden' || sheet.attrs.state === 'veryHidden';
  return sheetGrid(rawSheet(shared.file, link.target, bytes), { ...shared, sheet: name, hidden });
}

function tree(file: string, zip: Zip, part: string): XmlNode | null {
  const bytes = zip.read(part);
  return bytes ? parseXml(file, part, bytes) : null;
}

function count(zip: Zip, pattern: RegExp): number {
  return zip.names.filter((name) => pattern.test(name)).length;
}

/** What a workbook may hold besides cells, and what was done about it. */
const ASIDE: readonly (readonly [RegExp, (n: number) => string])[] = [
  [
    /^xl\/externalLinks\/externalLink\d+\.xml$/i,
    (n) =>
      `The workbook refers to ${n === 1 ? 'another file' : `${n} other files`}. ` +
      'Links are never followed: the figures read are those last saved in this one.',
  ],
  [/^xl\/vbaProject\.bin$/i, () => 'The workbook has macros. They were not run.'],
  [/^xl\/media\//i, (n) => `The workbook has ${plural(n, 'picture')}. Figures in pictures are not read.`],
  [
    /^xl\/charts\/chart\d+\.xml$/i,
    (n) => `The workbook has ${plural(n, 'chart')}. Charts are not read, only cells.`,
  ],
  [/^xl\/comments\d*\.xml$/i, (n) => `Notes on the cells of ${plural(n, 'sheet')} were not read.`],
];

function aside(zip: Zip): string[] {
  return ASIDE.flatMap(([pattern, say]) => {
    const n = count(zip, pattern);
    return n > 0 ? [say(n)] : [];
  });
}

/** Words in shapes laid over the cells. */
function textBoxes(zip: Zip): string[] {
  const n = zip.names.filter((name) => {
    const bytes = /^xl\/drawings\/drawing\d+\.xml$/i.test(name) ? zip.read(name) : null;
    return bytes !== null && Buffer.from(bytes).includes('<a:t>');
  }).length;
  return n > 0 ? [`Text boxes on ${plural(n, 'sheet')} were not read. Put what matters into cells.`] : [];
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
