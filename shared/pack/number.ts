/**
 * The layout step every writer shares: sections get their numbers, paragraphs theirs in council style (`1.1`),
 * tables and figures their captions, so that "Table 4" is the same table in Word, PDF, HTML and the workbook.
 *
 * Example: the third paragraph of the second section is `2.3`; of Appendix B, `B.3`.
 */
import type {
  Block,
  Inline,
  Pack,
  PackChart,
  PackSectionDoc,
  PackTable,
  TableCell,
} from '#shared/pack/document.ts';

export interface LaidTable {
  readonly kind: 'table';
  readonly number: number;
  /** `Table 3`. */
  readonly label: string;
  /** `Table 3: Referrals by source`. */
  readonly title: string;
  /** Unique in the document, safe as an XML id and as a bookmark name: `table-3`. */
  readonly anchor: string;
  readonly table: PackTable;
  /** One heading for each column, the label column included: always one more than the row's cells. */
  readonly header: readonly string[];
  /** Which columns hold numbers, and are set to the right. */
  readonly numeric: readonly boolean[];
  /** The table's notes, the meaning of the marks used in it, and its sources. */
  readonly notes: readonly string[];
}

export interface LaidChart {
  readonly kind: 'chart';
  readonly number: number;
  /** `Figure 2`. */
  readonly label: string;
  readonly title: string;
  readonly anchor: string;
  readonly chart: PackChart;
}

export type LaidBlock =
  | { readonly kind: 'paragraph'; readonly number: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly text: string; readonly anchor: string }
  | LaidTable
  | LaidChart;

export interface LaidSection {
  readonly code: string;
  /** `3`, or `B` for an appendix. */
  readonly number: string;
  /** Position among the sections, or among the appendices, from 1. */
  readonly ordinal: number;
  /** `3` or `Appendix B`. */
  readonly label: string;
  readonly title: string;
  readonly anchor: string;
  readonly appendix: boolean;
  /** Whether it begins on a new page: every appendix, and what follows one. */
  readonly newPage: boolean;
  /** The words that stand on the pages of an exempt section, null for an open one. */
  readonly exempt: string | null;
  readonly blocks: readonly LaidBlock[];
}

export interface ContentsEntry {
  readonly level: 1 | 2;
  /** `3`, `Appendix B`; empty for a heading within a section. */
  readonly label: string;
  readonly text: string;
  readonly anchor: string;
  readonly exempt: boolean;
}

export interface LaidPack {
  readonly pack: Pack;
  readonly sections: readonly LaidSection[];
  readonly contents: readonly ContentsEntry[];
}

/** Marks that stand beside a figure, and what they mean in the notes under the table. */
export const FLAG_MARKS = { disputed: '†', decided: '‡', suppressed: '' } as const;

const FLAG_NOTES = {
  disputed: '† Disputed: the returns do not agree on this figure, and no decision has been recorded.',
  decided: '‡ The returns do not agree on this figure: it rests on a recorded decision.',
} as const;

/** A cell's text with its mark. */
export function marked(cell: TableCell): string {
  return cell.flag ? cell.text + FLAG_MARKS[cell.flag] : cell.text;
}

/** The plain text of a run of inlines. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** A section's heading in full: `3 Key headlines`, `Appendix B: Case data (exempt)`. */
export function headingOf(section: LaidSection): string {
  const colon = section.appendix ? ':' : '';
  return `${section.label}${colon} ${section.title}${section.exempt === null ? '' : ' (exempt)'}`;
}

/** Letters in the order of appendices: A … Z, AA, AB. */
export function letters(ordinal: number): string {
  const rest = Math.floor((ordinal - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((ordinal - 1) % 26));
}

/** Numbers everything in a pack. The pack itself is left as it is. */
export function layOut(pack: Pack): LaidPack {
  const counters = { table: 0, chart: 0, heading: 0 };
  const ordinals = { section: 0, appendix: 0 };
  const sections = pack.sections.map((section, index) => {
    const ordinal = section.appendix ? ++ordinals.appendix : ++ordinals.section;
    const afterAppendix = pack.sections[index - 1]?.appendix === true;
    return layOutSection(section, ordinal, afterAppendix, counters);
  });
  return { pack, sections, contents: contentsOf(sections) };
}

interface Counters {
  table: number;
  chart: number;
  heading: number;
}

function layOutSection(
  section: PackSectionDoc,
  ordinal: number,
  afterAppendix: boolean,
  counters: Counters,
): LaidSection {
  const number = section.appendix ? letters(ordinal) : String(ordinal);
  const paragraphs = { count: 0 };
  const blocks = section.blocks.map((block) => layOutBlock(block, number, paragraphs, counters));
  return {
    code: section.code,
    number,
    ordinal,
    label: section.appendix ? `Appendix ${number}` : number,
    title: unnumbered(section.title),
    newPage: section.appendix || afterAppendix,
    anchor: `section-${number}`,
    appendix: section.appendix,
    exempt: section.exempt === null ? null : exemptWords(section.exempt),
    blocks,
  };
}

function layOutBlock(
  block: Block,
  section: string,
  paragraphs: { count: number },
  counters: Counters,
): LaidBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, number: `${section}.${++paragraphs.count}` };
    case 'bullets':
      return block;
    case 'heading':
      return { ...block, anchor: `heading-${++counters.heading}` };
    case 'table':
      return layOutTable(block, ++counters.table);
    case 'chart':
      return layOutChart(block, ++counters.chart);
  }
}

const SCHEDULE = 'of Part 1 of Schedule 12A to the Local Government Act 1972';

/** The reason in full: a bare `3` or `1, 2` is a paragraph of the Schedule that lists what is exempt. */
function exemptWords(reason: string): string {
  const trimmed = reason.trim().replace(/\.$/, '');
  if (trimmed === '') return 'Not for publication: exempt';
  const numbers = /^(?:(?:para|paragraph)s?\.? *)?(\d[\d, &and]*)$/i.exec(trimmed)?.[1];
  if (numbers === undefined) return `Not for publication: ${lowerFirst(trimmed)}`;
  return `Not for publication: exempt under paragraph${/\D/.test(numbers) ? 's' : ''} ${numbers} ${SCHEDULE}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A caption or title without the number it had where it came from: the pack gives its own. */
function unnumbered(text: string): string {
  const bare = text.replace(/^\s*(?:table|figure|chart|appendix)\s+(?:\d+[a-z]?|[a-z])\s*[:.–—-]\s*/i, '');
  return bare === '' ? text : bare;
}

function layOutTable(given: PackTable, number: number): LaidTable {
  const table = { ...given, caption: unnumbered(given.caption) };
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const width = Math.max(columns + 1, table.header.length);
  const header = table.header.length === columns ? ['', ...table.header] : [...table.header];
  while (header.length < width) header.push('');
  return {
    kind: 'table',
    number,
    label: `Table ${number}`,
    title: `Table ${number}: ${table.caption}`,
    anchor: `table-${number}`,
    table,
    header,
    numeric: header.map((_, column) => column > 0 && isNumeric(table, column - 1)),
    notes: [...table.notes, ...flagNotes(table), ...sourceNotes(table)],
  };
}

function layOutChart(given: PackChart, number: number): LaidChart {
  const caption = unnumbered(given.caption);
  return {
    kind: 'chart',
    number,
    label: `Figure ${number}`,
    title: `Figure ${number}: ${caption}${given.message === undefined ? '' : `: ${given.message}`}`,
    anchor: `figure-${number}`,
    // A picture without words says nothing to some readers, and PDF/UA refuses it.
    chart: { ...given, caption, alt: given.alt.trim() === '' ? caption : given.alt },
  };
}

/** A column is one of numbers when no cell of it is wordy: numbers, blanks and shorthand such as `c` or `..`. */
function isNumeric(table: PackTable, column: number): boolean {
  const cells = table.rows.map((row) => row.cells[column]).filter((cell) => cell !== undefined);
  const numbers = cells.filter((cell) => cell.format !== 'text');
  return numbers.length > 0 && numbers.length * 2 >= cells.filter((cell) => cell.text !== '').length;
}

function flagNotes(table: PackTable): readonly string[] {
  const flags = new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.flag)));
  return (['disputed', 'decided'] as const).filter((flag) => flags.has(flag)).map((flag) => FLAG_NOTES[flag]);
}

/** Files and sheets only: the printed text of a source cell may be a figure the edition has suppressed. */
function sourceNotes(table: PackTable): readonly string[] {
  const sheets = new Map<string, Set<string>>();
  for (const { file, sheet } of table.sources) sheets.set(file, (sheets.get(file) ?? new Set()).add(sheet));
  if (sheets.size === 0) return [];
  const named = [...sheets].map(([file, names]) => {
    const list = [...names].filter((name) => name !== file);
    return list.length === 0 || list.length > 4 ? file : `${file} (${list.join(', ')})`;
  });
  return [`Source: ${named.join('; ')}.`];
}

function contentsOf(sections: readonly LaidSection[]): readonly ContentsEntry[] {
  return sections.flatMap((section) => [
    {
      level: 1 as const,
      label: section.label,
      text: section.title,
      anchor: section.anchor,
      exempt: section.exempt !== null,
    },
    ...section.blocks
      .filter((block) => block.kind === 'heading')
      .map(({ text, anchor }) => ({ level: 2 as const, label: '', text, anchor, exempt: false })),
  ]);
}
