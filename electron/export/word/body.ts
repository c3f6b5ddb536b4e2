/** The body of the Word file, as a list of paragraphs and tables with the page setup each stands on. */
import type { Drawings } from '#electron/export/chart/drawings.ts';
import type { Look } from '#electron/export/house.ts';
import type { PageSetup } from '#electron/export/word/pages.ts';
import { pictureRun } from '#electron/export/word/picture.ts';
import { bookmark, field, paragraph, run, runs } from '#electron/export/word/runs.ts';
import { LISTS } from '#electron/export/word/styles.ts';
import { tableXml } from '#electron/export/word/table.ts';
import { el } from '#electron/export/xml.ts';
import { fitTable } from '#shared/pack/fit.ts';
import { keepingOf } from '#shared/pack/height.ts';
import type { LaidBlock, LaidChart, LaidSection, LaidTable } from '#shared/pack/number.ts';

export interface Item {
  readonly xml: string;
  readonly setup: PageSetup;
}

/** Counts and pictures of the document being written. */
export interface Writing {
  readonly look: Look;
  readonly drawings: Drawings;
  readonly charts: LaidChart[];
  /** Ids of bookmarks given so far. */
  bookmarks: number;
  /** Kinds of caption met, so that a file holding one section begins to count where the pack stands. */
  readonly counted: Set<string>;
}

/** A section's heading and blocks. */
export function sectionItems(section: LaidSection, breakBefore: boolean, writing: Writing): readonly Item[] {
  const upright: PageSetup = { landscape: false, exempt: section.exempt };
  const exempt =
    section.exempt === null ? [] : [{ xml: paragraph('Exempt', run(section.exempt)), setup: upright }];
  return [
    { xml: sectionHeading(section, breakBefore, writing), setup: upright },
    ...exempt,
    ...section.blocks.flatMap((block) => blockItems(block, section, writing)),
  ];
}

function sectionHeading(section: LaidSection, breakBefore: boolean, writing: Writing): string {
  const list = el('w:numPr', {}, el('w:ilvl', { 'w:val': 0 }), el('w:numId', { 'w:val': LISTS.appendices }));
  const text = `${section.title}${section.exempt === null ? '' : ' (exempt)'}`;
  return paragraph(
    'Heading1',
    bookmark(section.anchor, ++writing.bookmarks, run(text)),
    breakBefore ? el('w:pageBreakBefore', {}) : '',
    section.appendix ? list + el('w:ind', { 'w:left': 0, 'w:firstLine': 0 }) : '',
  );
}

function blockItems(block: LaidBlock, section: LaidSection, writing: Writing): readonly Item[] {
  const upright: PageSetup = { landscape: false, exempt: section.exempt };
  const on = (...xml: readonly string[]) => xml.map((each) => ({ xml: each, setup: upright }));
  switch (block.kind) {
    case 'paragraph':
      return on(paragraph(section.appendix ? 'AppendixParagraph' : 'SectionParagraph', runs(block.inlines)));
    case 'bullets':
      return on(...block.items.map((item) => paragraph('ListBullet', runs(item))));
    case 'heading':
      return on(paragraph('Heading2', bookmark(block.anchor, ++writing.bookmarks, run(block.text))));
    case 'table':
      return tableItems(block, section.exempt, writing);
    case 'chart':
      return on(...chartXml(block, writing));
  }
}

function tableItems(laid: LaidTable, exempt: string | null, writing: Writing): readonly Item[] {
  const fitted = fitTable(laid, writing.look.room, writing.look.stretch);
  const { landscape, size, parts } = fitted;
  const keeping = keepingOf(laid, fitted);
  const xml = parts.flatMap((part, index) => [
    caption('Table', laid.number, part.title, index > 0, writing),
    tableXml(laid, part, size, keeping, writing.look),
  ]);
  return [...xml, ...noteXml(laid.notes)].map((each) => ({ xml: each, setup: { landscape, exempt } }));
}

/** Space under the last note sets the next block off; a table without notes gets an empty one for that. */
function noteXml(notes: readonly string[]): readonly string[] {
  const gap = el('w:spacing', { 'w:before': 60, 'w:after': 280 });
  if (notes.length === 0) return [paragraph('TableNote', '', gap)];
  return notes.map((note, index) => paragraph('TableNote', run(note), index === notes.length - 1 ? gap : ''));
}

/** `Table 3: …`, its number a field that Word keeps right. */
function caption(
  kind: 'Table' | 'Figure',
  number: number,
  title: string,
  again: boolean,
  writing: Writing,
): string {
  const start = writing.counted.has(kind) ? '' : ` \\r ${number}`;
  writing.counted.add(kind);
  const code = `SEQ ${kind}${again ? ' \\c' : start} \\* ARABIC`;
  const rest = title.slice(`${kind} ${number}`.length);
  return paragraph('Caption', run(`${kind} `) + field(code, String(number)) + run(rest));
}

function chartXml(laid: LaidChart, writing: Writing): readonly string[] {
  const { width, height } = writing.drawings.of(laid.chart);
  const room = writing.look.room.portrait;
  writing.charts.push(laid);
  const picture = pictureRun({
    id: laid.number,
    name: laid.label,
    alt: laid.chart.alt,
    width: room,
    height: (room * height) / width,
    png: `rIdPng${laid.number}`,
    svg: `rIdSvg${laid.number}`,
  });
  const keep = laid.chart.notes.length > 0 ? el('w:keepNext', {}) : '';
  return [
    caption('Figure', laid.number, laid.title, false, writing),
    paragraph('Normal', picture, keep),
    ...(laid.chart.notes.length > 0 ? noteXml(laid.chart.notes) : []),
  ];
}
