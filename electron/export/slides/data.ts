/** The workbook inside a chart: the data the chart shows and nothing else, so that PowerPoint can edit it. */

import { columnName, type SheetCell, sheetXml } from '#electron/export/workbook/sheet.ts';
import { strings, styles } from '#electron/export/workbook/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { contentTypes, relationships, zipParts } from '#electron/export/zip.ts';
import { formatCodeOf } from '#shared/chart/scale.ts';
import type { PackChart } from '#shared/pack/document.ts';

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET = 'Data';

/** A range of the workbook, such as `Data!$B$2:$B$5`: column from 1 for the labels, rows from 1. */
export function rangeOf(column: number, from: number, to: number): string {
  const name = columnName(column);
  return from === to ? `${SHEET}!$${name}$${from}` : `${SHEET}!$${name}$${from}:$${name}$${to}`;
}

/** The workbook: labels in the first column, a column for each series, missing values left blank. */
export function dataWorkbook(chart: PackChart): Uint8Array {
  const look = styles();
  const words = strings();
  const sheet = sheetXml(
    {
      name: SHEET,
      rows: rowsOf(chart),
      widths: [24, ...chart.series.map(() => 16)],
      table: null,
      repeatFrom: 1,
      landscape: true,
    },
    look,
    words,
    true,
  );
  return zipParts(
    new Map([
      ['[Content_Types].xml', types()],
      ['_rels/.rels', relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])],
      ['xl/workbook.xml', workbookXml()],
      [
        'xl/_rels/workbook.xml.rels',
        relationships([
          { id: 'rId1', type: 'worksheet', target: 'worksheets/sheet1.xml' },
          { id: 'rId2', type: 'styles', target: 'styles.xml' },
          { id: 'rId3', type: 'sharedStrings', target: 'sharedStrings.xml' },
        ]),
      ],
      ['xl/worksheets/sheet1.xml', sheet],
      ['xl/styles.xml', look.xml()],
      ['xl/sharedStrings.xml', words.xml()],
    ]),
  );
}

function rowsOf(chart: PackChart): readonly (readonly SheetCell[])[] {
  const code = formatCodeOf(chart);
  const heading = (value: string): SheetCell => ({
    value,
    style: { font: 'bold', code: '@', rule: 'bottom' },
  });
  const head = ['', ...chart.series.map((series) => series.name)].map(heading);
  const body = chart.labels.map((label, index): readonly SheetCell[] => [
    { value: label, style: { font: 'plain', code: '@' } },
    ...chart.series.map(
      ({ values }): SheetCell => ({
        value: values[index] ?? '',
        style: { font: 'plain', code },
      }),
    ),
  ]);
  return [head, ...body];
}

function types(): string {
  return contentTypes([
    ['/xl/workbook.xml', `${SHEETML}.sheet.main+xml`],
    ['/xl/worksheets/sheet1.xml', `${SHEETML}.worksheet+xml`],
    ['/xl/styles.xml', `${SHEETML}.styles+xml`],
    ['/xl/sharedStrings.xml', `${SHEETML}.sharedStrings+xml`],
  ]);
}

function workbookXml(): string {
  const names = {
    xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  };
  const sheet = el('sheet', { name: SHEET, sheetId: 1, 'r:id': 'rId1' });
  return XML_HEAD + el('workbook', names, el('sheets', {}, sheet));
}
