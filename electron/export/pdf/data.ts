/** A laid-out pack as the data the PDF template reads: text and widths, nothing to be interpreted. */
import { FONT_FAMILY } from '#electron/export/assets.ts';
import { type Look, logoSize, type TextLook } from '#electron/export/house.ts';
import { documentTitle } from '#electron/export/name.ts';
import { printable } from '#electron/export/pdf/glyphs.ts';
import type { Inline } from '#shared/pack/document.ts';
import { type FittedPart, fitTable } from '#shared/pack/fit.ts';
import { keepingOf } from '#shared/pack/height.ts';
import {
  headingOf,
  type LaidBlock,
  type LaidPack,
  type LaidSection,
  type LaidTable,
  marked,
} from '#shared/pack/number.ts';
import { longDate } from '#shared/period/date.ts';

/** More entries than this would run over a page of contents: then headings within sections are left out. */
const CONTENTS_LIMIT = 36;

/**
 * @param laid the pack
 * @param section code of the one section to print, without cover and contents; null for the whole pack
 * @returns the JSON text for `pack.json`; charts are named by their anchors
 */
export function pdfData(laid: LaidPack, look: Look, section: string | null): string {
  const { pack } = laid;
  const chosen = laid.sections.filter((each) => section === null || each.code === section);
  const only = section === null ? undefined : chosen[0];
  const data = {
    title: only ? `${documentTitle(pack)}: ${headingOf(only)}` : documentTitle(pack),
    subject: `${pack.board}, ${pack.period}`,
    author: pack.council,
    council: pack.council,
    board: pack.board,
    marking: pack.marking,
    accent: look.accent,
    font: FONT_FAMILY,
    ...lookData(look),
    date: pack.date.slice(0, 10).split('-').map(Number),
    cover: only === undefined,
    depth: laid.contents.length > CONTENTS_LIMIT ? 1 : 2,
    front: [...pack.front, { label: 'Figures up to', value: longDate(pack.date) }],
    sections: chosen.map((each, index) => sectionData(each, index, look)),
  };
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
}

/** Only the shipped typeface is sure to be there, so that of the house goes without saying here. */
function lookData({ size, title, heading1, heading2, tableHead, page, logo }: Look) {
  const said = (text: TextLook) => ({
    size: text.size,
    colour: text.colour,
    weight: text.bold ? 'bold' : 'regular',
  });
  return {
    size,
    'title-look': said(title),
    'heading-looks': [said(heading1), said(heading2)],
    'table-head': tableHead,
    page,
    logo: logo && { alt: logo.alt, 'every-page': logo.everyPage, ...logoSize(logo, LOGO_ROOM) },
  };
}

/** Room for a logo on the front page, in points. */
const LOGO_ROOM = { width: 230, height: 85 };

function sectionData(section: LaidSection, index: number, look: Look) {
  return {
    heading: headingOf(section),
    exempt: section.exempt,
    'break-before': section.newPage && index > 0,
    blocks: section.blocks.map((block) => blockData(block, look)),
  };
}

function blockData(block: LaidBlock, look: Look) {
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind, number: block.number, inlines: block.inlines.map(inlineData) };
    case 'bullets':
      return { kind: block.kind, items: block.items.map((item) => item.map(inlineData)) };
    case 'heading':
      return { kind: block.kind, text: neverEmpty(block.text) };
    case 'table':
      return tableData(block, look);
    case 'chart':
      return {
        kind: block.kind,
        title: block.title,
        alt: neverEmpty(block.chart.alt),
        file: `${block.anchor}.svg`,
        notes: block.chart.notes,
      };
  }
}

/** PDF/UA refuses a heading or a description in which nothing can be seen. */
function neverEmpty(text: string): string {
  return printable(text).trim() === '' ? '□' : text;
}

function inlineData(inline: Inline) {
  return { text: inline.text, strong: inline.kind === 'text' && inline.strong === true };
}

function tableData(laid: LaidTable, { room }: Look) {
  const fitted = fitTable(laid, room);
  const { together, wholeRows } = keepingOf(laid, fitted);
  return {
    kind: 'table',
    summary: laid.table.summary,
    landscape: fitted.landscape,
    together,
    'whole-rows': wholeRows,
    notes: laid.notes,
    parts: fitted.parts.map((part) => partData(laid, part, fitted.size)),
  };
}

function partData(laid: LaidTable, { title, columns, widths }: FittedPart, size: number) {
  return {
    title,
    size,
    widths,
    numeric: columns.map((column) => laid.numeric[column] === true),
    header: columns.map((column) => laid.header[column] ?? ''),
    rows: laid.table.rows.map((row) => ({
      total: row.total,
      cells: columns.map((column) => {
        const cell = row.cells[column - 1];
        return column === 0 ? row.label : cell ? marked(cell) : '';
      }),
    })),
  };
}
