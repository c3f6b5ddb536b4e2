/** Text on slides: how large it can be set, and where it goes on to another slide. */
import { textWidth } from '#shared/pack/fit.ts';
import type { LaidBlock } from '#shared/pack/number.ts';

export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
}

export interface TextItem {
  readonly role: 'bullet' | 'plain' | 'heading';
  readonly runs: readonly TextRun[];
}

export interface TextPage {
  /** In points. */
  readonly size: number;
  readonly items: readonly TextItem[];
}

/** Sizes tried in turn for text that is to fit one slide; the last is used for text that goes on. */
const SIZES = [24, 22, 20, 18, 16] as const;
const CONTINUED = 18;

/** Space a bullet takes from its line, in points. */
export const INDENT = 22;

/** The text of a block; nothing for tables and charts. Figures are set in bold. */
export function itemsOf(block: LaidBlock): readonly TextItem[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ role: 'plain', runs: block.inlines.map(runOf) }];
    case 'bullets':
      return block.items.map((inlines) => ({ role: 'bullet', runs: inlines.map(runOf) }));
    case 'heading':
      return [{ role: 'heading', runs: [{ text: block.text, strong: true }] }];
    default:
      return [];
  }
}

function runOf(inline: Extract<LaidBlock, { kind: 'paragraph' }>['inlines'][number]): TextRun {
  const strong = inline.kind === 'figure' || (inline.kind === 'text' && inline.strong === true);
  return { text: inline.text.replace(/\s+/g, ' '), strong };
}

export function plainItem(text: string, role: TextItem['role'] = 'plain'): TextItem {
  return { role, runs: [{ text: text.replace(/\s+/g, ' '), strong: role === 'heading' }] };
}

export function wordsOf(item: TextItem): string {
  return item.runs.map((run) => run.text).join('');
}

/** Lines a text takes; the twentieth on top is for words that do not fill their line. */
export function linesIn(text: string, width: number, size: number, bold = false): number {
  return text
    .split('\n')
    .reduce((n, line) => n + Math.max(1, Math.ceil((textWidth(line, size, bold) * 1.05) / width)), 0);
}

function heightOf(item: TextItem, width: number, size: number): number {
  const room = item.role === 'bullet' ? width - INDENT : width;
  const bold = item.runs.some((run) => run.strong);
  return linesIn(wordsOf(item), room, size, bold) * size * 1.2 + gapBefore(item, size);
}

/** Space above an item, in points. */
export function gapBefore(item: TextItem, size: number): number {
  return Math.round(size * (item.role === 'heading' ? 0.8 : 0.45));
}

/**
 * Deals items to slides: at the largest size at which all fit one slide, or over several.
 * @param first height of the first slide's text, in points
 * @param rest height of the others'
 */
export function pagesOf(
  items: readonly TextItem[],
  width: number,
  first: number,
  rest: number,
): readonly TextPage[] {
  const total = (size: number) => items.reduce((sum, item) => sum + heightOf(item, width, size), 0);
  const whole = SIZES.find((size) => total(size) <= first);
  if (whole !== undefined) return items.length === 0 ? [] : [{ size: whole, items }];
  return dealt(items, width, first, rest).map((page) => ({ size: CONTINUED, items: page }));
}

function dealt(
  items: readonly TextItem[],
  width: number,
  first: number,
  rest: number,
): readonly (readonly TextItem[])[] {
  const pages: TextItem[][] = [[]];
  let room = first;
  const height = (item: TextItem) => heightOf(item, width, CONTINUED);
  for (const item of items.flatMap((each) => cut(each, (part) => height(part) <= Math.min(first, rest)))) {
    const page = pages.at(-1);
    if (page && (page.length === 0 || height(item) <= room)) {
      page.push(item);
      room -= height(item);
      continue;
    }
    const stranded = page?.at(-1)?.role === 'heading' ? page.splice(-1) : [];
    pages.push([...stranded, item]);
    room = rest - [...stranded, item].reduce((sum, each) => sum + height(each), 0);
  }
  return pages.filter((page) => page.length > 0);
}

/** Cuts an item no slide holds into ones that fit, after a sentence if there is one to cut after. */
function cut(item: TextItem, fits: (part: TextItem) => boolean): readonly TextItem[] {
  const words = wordsOf(item);
  if (fits(item) || words.length < 2) return [item];
  const ends = (pattern: RegExp) =>
    [...words.matchAll(pattern)].map(({ index, 0: all }) => index + all.length);
  const fitting = (places: readonly number[]) =>
    places.filter((at) => at < words.length && fits(slice(item, 0, at))).at(-1);
  const at = fitting(ends(/[.!?;] /g)) ?? fitting(ends(/ /g)) ?? Math.ceil(words.length / 2);
  return [slice(item, 0, at), slice(item, at, words.length)].flatMap((part) => cut(part, fits));
}

function slice(item: TextItem, from: number, to: number): TextItem {
  let start = 0;
  const runs = item.runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
  return { ...item, runs };
}
