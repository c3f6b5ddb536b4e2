/** A pack's tables and the data behind its charts as a workbook, written part by part. */
import type { Look } from '#electron/export/house.ts';
import { propertyParts } from '#electron/export/properties.ts';
import { type Sheet, sheetXml, tableXml } from '#electron/export/workbook/sheet.ts';
import { sheetsOf } from '#electron/export/workbook/sheets.ts';
import { strings, styles } from '#electron/export/workbook/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { contentTypes, relationships, zipParts } from '#electron/export/zip.ts';
import type { LaidPack } from '#shared/pack/number.ts';

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Writes the workbook; the same pack gives the same bytes. */
export function writeWorkbook(laid: LaidPack, house: Look): Uint8Array {
  const sheets = sheetsOf(laid);
  const parts = new Map<string, string>(commonParts(laid, sheets));
  const look = styles(house);
  const words = strings();
  sheets.forEach((sheet, index) => {
    const n = index + 1;
    parts.set(`xl/worksheets/sheet${n}.xml`, sheetXml(sheet, look, words, index === 0));
    if (!sheet.table) return;
    parts.set(`xl/tables/table${n}.xml`, tableXml(sheet.table, n));
    parts.set(
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relationships([{ id: 'rId1', type: 'table', target: `../tables/table${n}.xml` }]),
    );
  });
  parts.set('xl/styles.xml', look.xml());
  parts.set('xl/sharedStrings.xml', words.xml());
  return zipParts(parts);
}

function commonParts({ pack }: LaidPack, sheets: readonly Sheet[]): readonly (readonly [string, string])[] {
  return [
    ['[Content_Types].xml', types(sheets)],
    [
      '_rels/.rels',
      relationships([
        { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
        { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
        { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
    ],
    ...propertyParts(pack),
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets)],
  ];
}

function types(sheets: readonly Sheet[]): string {
  return contentTypes([
    ['/xl/workbook.xml', `${SHEETML}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEETML}.styles+xml`],
    ['/xl/sharedStrings.xml', `${SHEETML}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...sheets.flatMap((sheet, index): [string, string][] => [
      [`/xl/worksheets/sheet${index + 1}.xml`, `${SHEETML}.worksheet+xml`],
      ...(sheet.table
        ? [[`/xl/tables/table${index + 1}.xml`, `${SHEETML}.table+xml`] as [string, string]]
        : []),
    ]),
  ]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name }, index) =>
    el('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  );
  const titles = sheets.flatMap(({ name, table, repeatFrom }, index) =>
    table
      ? [
          el(
            'definedName',
            { name: '_xlnm.Print_Titles', localSheetId: index },
            `'${name}'!$${repeatFrom}:$${table.row}`,
          ),
        ]
      : [],
  );
  return (
    XML_HEAD +
    el(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': REL },
      el('bookViews', {}, el('workbookView', { activeTab: 0 })),
      el('sheets', {}, ...list),
      titles.length > 0 ? el('definedNames', {}, ...titles) : '',
    )
  );
}

function workbookRelationships(sheets: readonly Sheet[]): string {
  return relationships([
    ...sheets.map((_, index) => ({
      id: `rId${index + 1}`,
      type: 'worksheet',
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
    { id: `rId${sheets.length + 2}`, type: 'sharedStrings', target: 'sharedStrings.xml' },
  ]);
}
