/**
 * Which slides a pack becomes: a cover, for each main section a slide of headlines and then its tables and
 * charts, and a closing slide that names the appendices. Appendices are for reading and stay in the pack.
 */
import { documentTitle } from '#electron/export/name.ts';
import { BOXES, type Layout, NOTE_SIZE, type Slide, WIDTH } from '#electron/export/slides/page.ts';
import { fitRows } from '#electron/export/slides/rows.ts';
import { itemsOf, linesIn, pagesOf, plainItem, type TextItem } from '#electron/export/slides/text.ts';
import {
  headingOf,
  type LaidBlock,
  type LaidChart,
  type LaidPack,
  type LaidSection,
  type LaidTable,
} from '#shared/pack/number.ts';
import { longDate } from '#shared/period/date.ts';

/** The section of which only the words are shown: its tables list what is still to be worked through. */
const QUALITY = 'data-quality';

/** Notes under a table or chart take at most this many lines; the rest stands in the speaker's notes. */
const MOST_NOTE_LINES = 4;

/** The slides of a pack, in the order they are shown. */
export function deckOf(laid: LaidPack): readonly Slide[] {
  const main = laid.sections.filter((section) => !section.appendix);
  return [cover(laid), ...main.flatMap(sectionSlides), ...closing(laid)];
}

function cover({ pack }: LaidPack): Slide {
  const lines = [pack.council, pack.board, `${pack.period}, to ${longDate(pack.date)}`];
  const title = documentTitle(pack);
  return {
    layout: 'title',
    title,
    body: {
      kind: 'subtitle',
      lines: lines.filter((line, index) => line !== '' && lines.indexOf(line) === index),
    },
    note: [],
    speaker: ['This deck is for presenting. The pack has every paragraph, table and appendix in full.'],
    group: 'Opening',
    exempt: null,
  };
}

/** ` (1 of 2)`, which does not break over lines; nothing for what is whole. */
function partOf(number: number, count: number): string {
  return count > 1 ? ` (${number}\u00A0of\u00A0${count})` : '';
}

interface Run {
  readonly items: readonly TextItem[];
  readonly graphic: LaidTable | LaidChart | null;
}

/** A table of which most is withheld tells a room nothing; it stays in the pack with the ones left out by hand. */
function onSlides(block: LaidBlock): boolean {
  if (block.kind !== 'table') return true;
  const cells = block.table.rows.flatMap((row) => row.cells).filter((cell) => cell.text !== '');
  const withheld = cells.filter((cell) => cell.flag === 'suppressed').length;
  return block.table.slide !== false && withheld * 2 <= cells.length;
}

/** `Tables 4, 5 and 6 are in the pack.` */
function leftInPack(section: LaidSection): readonly TextItem[] {
  const labels = section.blocks.flatMap((b) => (b.kind === 'table' && !onSlides(b) ? [b.label] : []));
  const numbers = labels.map((label) => label.replace('Table ', ''));
  const [only, ...more] = numbers;
  if (only === undefined) return [];
  if (more.length === 0) return [plainItem(`Table ${only} is in the pack.`)];
  return [plainItem(`Tables ${[only, ...more.slice(0, -1)].join(', ')} and ${more.at(-1)} are in the pack.`)];
}

/** The blocks as runs of text, each with the table or chart that ends it. */
function runsOf(blocks: readonly LaidBlock[]): readonly Run[] {
  const runs: Run[] = [];
  let items: readonly TextItem[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'chart') {
      runs.push({ items, graphic: block });
      items = [];
    } else {
      items = [...items, ...itemsOf(block)];
    }
  }
  return [...runs, { items, graphic: null }];
}

type Draft = Pick<Slide, 'layout' | 'body'>;

function sectionSlides(given: LaidSection): readonly Slide[] {
  const left = given.code === QUALITY ? [] : leftInPack(given);
  const section = left.length === 0 ? given : { ...given, blocks: given.blocks.filter(onSlides) };
  const whole = section.code !== QUALITY;
  const opening = openingOf(section, left);
  const runs = runsOf(section.blocks);
  const words = whole ? runs.slice(1).flatMap((run) => textPages(run.items, 'content')) : [];
  const count = opening.length + words.length;
  let number = 0;
  const written = (draft: Draft): Slide => {
    number += 1;
    const title = headingOf(section) + partOf(number, count);
    return { ...draft, ...shared(section), title, note: [], speaker: [placeOf(section)] };
  };
  const first = opening.map(written);
  if (!whole) return first;
  return [
    ...first,
    ...runs.flatMap(({ items, graphic }, index) => [
      ...(index === 0 ? [] : textPages(items, 'content').map(written)),
      ...(graphic ? graphicSlides(graphic, section, headingsOnly(items)) : []),
    ]),
  ];
}

function shared(section: LaidSection): Pick<Slide, 'group' | 'exempt'> {
  return { group: headingOf(section), exempt: section.exempt };
}

/** The section's first words, or where it has none before its first table, what it shows. */
function openingOf(section: LaidSection, left: readonly TextItem[]): readonly Draft[] {
  const runs = runsOf(section.blocks);
  if (section.code === QUALITY)
    return textPages([...runs.flatMap((run) => run.items), ...listed(runs)], 'section');
  const first = runs[0]?.items ?? [];
  if (first.some((item) => item.role !== 'heading')) return textPages([...first, ...left], 'section');
  const captions = runs.flatMap(({ graphic }) => (graphic ? [plainItem(graphic.title, 'bullet')] : []));
  const shown = captions.length > 0 ? [plainItem('In this section', 'heading'), ...captions] : [];
  const said = [...shown, ...left];
  return said.length > 0 ? textPages(said, 'section') : [emptyDraft()];
}

function emptyDraft(): Draft {
  return {
    layout: 'section',
    body: { kind: 'text', size: 20, items: [plainItem('Nothing is reported here.')] },
  };
}

function listed(runs: readonly Run[]): readonly TextItem[] {
  const titles = runs.flatMap(({ graphic }) => (graphic ? [graphic.title] : []));
  return titles.length === 0 ? [] : [plainItem(`In full in the pack: ${titles.join('; ')}.`)];
}

/** A heading with nothing under it but a table is left to the speaker's notes: the table has its own title. */
function headingsOnly(items: readonly TextItem[]): readonly string[] {
  return items.every((item) => item.role === 'heading')
    ? items.map((item) => item.runs.map((run) => run.text).join(''))
    : [];
}

function textPages(items: readonly TextItem[], layout: 'section' | 'content'): readonly Draft[] {
  if (items.every((item) => item.role === 'heading')) return [];
  const first = layout === 'section' ? BOXES.sectionBody.height : BOXES.body.height;
  return pagesOf(items, WIDTH - 10, first, BOXES.body.height).map((page, index) => ({
    layout: (index === 0 ? layout : 'content') satisfies Layout,
    body: { kind: 'text', ...page },
  }));
}

function placeOf(section: LaidSection, what = ''): string {
  return `In the pack: ${what === '' ? '' : `${what}, `}section ${section.label}, ${section.title}.`;
}

function graphicSlides(
  graphic: LaidTable | LaidChart,
  section: LaidSection,
  headings: readonly string[],
): readonly Slide[] {
  return graphic.kind === 'table'
    ? tableSlides(graphic, section, headings)
    : [chartSlide(graphic, section, headings)];
}

function tableSlides(laid: LaidTable, section: LaidSection, headings: readonly string[]): readonly Slide[] {
  const where = `The whole table is ${laid.label} in section ${section.label} of the pack.`;
  const own = laid.table.sources.length > 0 ? laid.notes.slice(0, -1) : laid.notes;
  const kept = fitting(own);
  const { parts, left } = fitRows(laid, WIDTH, BOXES.body.height - noteHeight([...kept, where]));
  return parts.map((part, index) => ({
    layout: 'graphic',
    ...shared(section),
    title: laid.title + partOf(index + 1, parts.length),
    body: { kind: 'table', laid, part },
    note: left === null ? kept : [...kept, `${left} ${where}`],
    speaker: [...headings, laid.table.summary, ...laid.notes, placeOf(section, laid.label)],
  }));
}

function chartSlide(laid: LaidChart, section: LaidSection, headings: readonly string[]): Slide {
  const { chart } = laid;
  const drawn = chart.labels.length > 0 && chart.series.length > 0;
  const missing = {
    kind: 'text',
    size: 20,
    items: [plainItem('There is nothing to draw: no figures.')],
  } as const;
  return {
    layout: drawn ? 'graphic' : 'content',
    ...shared(section),
    title: laid.title,
    body: drawn ? { kind: 'chart', laid } : missing,
    note: drawn ? fitting(chart.notes) : [],
    speaker: [...headings, chart.alt, ...chart.notes, placeOf(section, laid.label)],
  };
}

/** The notes that fit under a table or chart. */
function fitting(notes: readonly string[]): readonly string[] {
  const more = 'More notes are in the speaker’s notes.';
  const enough = (lines: readonly string[]) => lineCount(lines) <= MOST_NOTE_LINES;
  if (enough(notes)) return notes;
  const kept = notes.filter((_, index) => enough([...notes.slice(0, index + 1), more]));
  return [...kept, more];
}

function lineCount(notes: readonly string[]): number {
  return notes.reduce((sum, note) => sum + linesIn(note, WIDTH - 10, NOTE_SIZE), 0);
}

/** Room the notes take under a table or chart, in points. */
export function noteHeight(notes: readonly string[]): number {
  return notes.length === 0 ? 0 : lineCount(notes) * NOTE_SIZE * 1.25 + 14;
}

function closing({ sections }: LaidPack): readonly Slide[] {
  const appendices = sections.filter((section) => section.appendix);
  const title = 'Appendices to the pack';
  const items = [
    plainItem('These are in the pack and not in this deck:'),
    ...appendices.map((section) => plainItem(headingOf(section), 'bullet')),
  ];
  if (appendices.length === 0) return [];
  const pages = textPages(items, 'content');
  return pages.map((draft, index) => ({
    ...draft,
    title: title + partOf(index + 1, pages.length),
    note: [],
    speaker: appendices.map(
      (section) => `${headingOf(section)}${section.exempt === null ? '' : `. ${section.exempt}`}`,
    ),
    group: 'Appendices',
    exempt: null,
  }));
}
