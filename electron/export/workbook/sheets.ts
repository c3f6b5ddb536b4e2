/**
 * The sheets of a pack's workbook, after the government's guidance on accessible spreadsheets: a cover, the
 * contents, one table a sheet with its notes above it, nothing merged, no empty rows or columns, every cell typed.
 */
import { documentTitle } from '#electron/export/name.ts';
import { formatCode } from '#electron/export/workbook/format.ts';
import type { Sheet, SheetCell } from '#electron/export/workbook/sheet.ts';
import { oneValueACell } from '#electron/export/workbook/split.ts';
import type { CellStyle } from '#electron/export/workbook/styles.ts';
import { chartColumns } from '#shared/chart/columns.ts';
import type { TableCell } from '#shared/pack/document.ts';
import type { LaidChart, LaidPack, LaidSection, LaidTable } from '#shared/pack/number.ts';
import { longDate } from '#shared/period/date.ts';

const PLAIN: CellStyle = { font: 'plain', code: 'General' };
const WRAPPED: CellStyle = { font: 'plain', code: 'General', wrap: true };
const TITLE: CellStyle = { font: 'title', code: 'General' };
const BOLD: CellStyle = { font: 'bold', code: 'General' };
const NOTE: CellStyle = { font: 'note', code: 'General' };
const LINK: CellStyle = { font: 'link', code: 'General' };

function said(value: string, style: CellStyle = PLAIN): SheetCell {
  return { value, style };
}

function heading(text: string, right: boolean, indent = false): SheetCell {
  const style: CellStyle = { font: 'bold', code: 'General', wrap: true, rule: 'bottom' };
  return { value: text, style: { ...style, ...(right ? { align: 'right' as const } : { indent }) } };
}

/** All sheets in order. */
export function sheetsOf(laid: LaidPack): readonly Sheet[] {
  const content = laid.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === 'table') return [tableSheet(laid, section, block)];
      return block.kind === 'chart' ? [chartSheet(laid, section, block)] : [];
    }),
  );
  return [cover(laid), contents(laid), ...content];
}

function cover(laid: LaidPack): Sheet {
  const { pack } = laid;
  const facts = [
    { label: 'Council', value: pack.council },
    { label: 'Board', value: pack.board },
    { label: 'Period', value: pack.period },
    { label: 'Figures up to', value: longDate(pack.date) },
    { label: 'Marking', value: pack.marking },
    ...pack.front,
  ].filter((fact) => fact.value !== '');
  return {
    table: null,
    repeatFrom: 1,
    name: 'Cover',
    rows: [
      [said(documentTitle(pack), TITLE)],
      ...facts.map(({ label, value }) => [said(label, BOLD), said(value, WRAPPED)]),
      [
        said('About this workbook', BOLD),
        said(
          'Each sheet after the contents holds one table. Notes stand above the table they belong to.',
          WRAPPED,
        ),
      ],
    ],
    widths: [26, 80],
    landscape: false,
  };
}

function contents(laid: LaidPack): Sheet {
  const rows = laid.sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'table' || block.kind === 'chart')
      .map((block): SheetCell[] => [
        { value: block.label, style: LINK, link: block.label },
        said(block.kind === 'table' ? block.table.caption : block.chart.caption, WRAPPED),
        said(
          `${section.label}${section.appendix ? ':' : ''} ${section.title}${section.exempt === null ? '' : ' (exempt)'}`,
          WRAPPED,
        ),
      ]),
  );
  const headings = ['Sheet', 'What it shows', 'Section of the pack'];
  const lines = [
    'This sheet contains one table: the list of tables and figures, with links.',
    laid.pack.marking,
  ].filter((line) => line !== '');
  return {
    name: 'Contents',
    repeatFrom: lines.length + 1,
    rows: [
      [said('Contents', TITLE)],
      ...lines.map((line) => [said(line, NOTE)]),
      headings.map((text) => heading(text, false)),
      ...rows,
    ],
    widths: [14, 70, 44],
    table:
      rows.length === 0
        ? null
        : {
            name: 'Contents_list',
            description: 'List of tables and figures',
            row: lines.length + 2,
            rows: rows.length,
            headings,
          },
    landscape: false,
  };
}

function tableSheet(laid: LaidPack, section: LaidSection, block: LaidTable): Sheet {
  const { header, numeric, rows } = oneValueACell(block);
  const remarks = rows.map(({ cells }) => remarksOf(cells, header));
  const remarked = remarks.some((remark) => remark !== '');
  const body = rows.map((row, at) => {
    const words = { ...WRAPPED, ...(row.total ? TOTAL : {}) };
    return [
      said(row.label, words),
      ...header
        .slice(1)
        .map((_, index) => dataCell(row.cells[index], numeric[index + 1] === true, row.total)),
      ...(remarked ? [said(remarks[at] || 'None', words)] : []),
    ];
  });
  const blank = body.some((cells) => cells.some(({ value }) => value === ''));
  // A mark beside a figure says nothing to a screen reader: here the remark stands in a column of its own.
  const own = block.notes.map((note) => note.replace(/^[†‡] /, ''));
  return dataSheet(laid, section, {
    ...block,
    headings: remarked ? [...header, 'Remarks'] : header,
    numeric,
    notes: [block.table.summary, ...own, ...(blank ? ['Blank cells: nothing was returned.'] : [])],
    body,
    summary: block.table.summary,
  });
}

/** `Disputed: MST, Total.` */
function remarksOf(cells: readonly TableCell[], header: readonly string[]): string {
  const said = (['disputed', 'decided'] as const).map((flag) => {
    const columns = header.slice(1).filter((_, index) => cells[index]?.flag === flag);
    return columns.length === 0
      ? ''
      : `${flag === 'disputed' ? 'Disputed' : 'Decided'}: ${columns.join(', ')}.`;
  });
  return said.filter((each) => each !== '').join(' ');
}

const TOTAL: Partial<CellStyle> = { font: 'bold', rule: 'top' };

function dataCell(cell: TableCell | undefined, numeric: boolean, total: boolean): SheetCell {
  const align = numeric ? ({ align: 'right' } as const) : { wrap: true, indent: true };
  const extra = total ? TOTAL : {};
  if (!cell || cell.value === null || cell.format === 'text') {
    return said(cell?.text ?? '', { ...PLAIN, ...align, ...extra });
  }
  return { value: cell.value, style: { font: 'plain', code: formatCode(cell), ...align, ...extra } };
}

const CHART_CODES = {
  count: '#,##0',
  money: '"£"#,##0;-"£"#,##0',
  percent: '0.0%',
  decimal: '#,##0.0',
} as const;

function chartSheet(laid: LaidPack, section: LaidSection, block: LaidChart): Sheet {
  const { chart } = block;
  const style: CellStyle = { font: 'plain', code: CHART_CODES[chart.unit], align: 'right' };
  const finer: CellStyle = chart.unit === 'count' ? { ...style, code: CHART_CODES.decimal } : style;
  const columns = chartColumns(chart);
  const body = chart.labels.map((label, at) => [
    said(label, WRAPPED),
    ...columns.map(({ values, derived }): SheetCell => {
      const value = values[at] ?? null;
      if (value !== null) return { value, style: derived ? finer : style };
      return said(derived ? '' : 'not shown', { ...PLAIN, align: 'right' });
    }),
  ]);
  const headings = ['', ...columns.map(({ name }) => name)];
  return dataSheet(laid, section, {
    ...block,
    headings,
    numeric: headings.map((_, index) => index > 0),
    notes: [`The data behind ${block.label.toLowerCase()}. ${chart.alt}`, ...chart.notes],
    body,
    summary: chart.alt,
  });
}

interface Data {
  readonly label: string;
  readonly title: string;
  readonly anchor: string;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly numeric: readonly boolean[];
  readonly notes: readonly string[];
  readonly body: readonly (readonly SheetCell[])[];
}

function dataSheet(laid: LaidPack, section: LaidSection, data: Data): Sheet {
  const marking = [laid.pack.marking, section.exempt].filter(Boolean).join(' – ');
  const above = ['This sheet contains one table.', ...data.notes, marking].filter(
    (line) => line.trim() !== '',
  );
  const headings = uniqueHeadings(data.headings);
  const row = above.length + 2;
  return {
    name: data.label,
    repeatFrom: above.length + 1,
    rows: [
      [said(data.title, TITLE)],
      ...above.map((line) => [said(line, NOTE)]),
      headings.map((text, index) => heading(text, data.numeric[index] === true, index > 0)),
      ...data.body,
    ],
    widths: headings.map((text, index) =>
      columnWidth(
        text,
        data.body.map((cells) => cells[index]),
      ),
    ),
    table:
      data.body.length === 0
        ? null
        : {
            name: data.anchor.replace('-', '_'),
            description: data.summary,
            row,
            rows: data.body.length,
            headings,
          },
    landscape: headings.length > 7,
  };
}

/** Excel wants every heading of a table to be there and to differ from the others, whatever the case. */
function uniqueHeadings(headings: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return headings.map((heading, index) => {
    const base = heading.replace(/\s+/g, ' ').trim() || (index === 0 ? 'Category' : `Column ${index + 1}`);
    let name = base;
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    seen.add(name.toLowerCase());
    return name;
  });
}

function columnWidth(heading: string, cells: readonly (SheetCell | undefined)[]): number {
  const lengths = cells.map(shownLength);
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  return Math.min(
    46,
    Math.max(9, longestWord + 2, Math.min(heading.length, 16) + 2, ...lengths.map((length) => length + 2)),
  );
}

/** Characters a cell takes up: for a number, at least those of its whole, with separators and a sign. */
function shownLength(cell: SheetCell | undefined): number {
  if (cell === undefined) return 0;
  return typeof cell.value === 'number' ? cell.value.toLocaleString('en-GB').length + 2 : cell.value.length;
}
