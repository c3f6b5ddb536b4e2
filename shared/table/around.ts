/** What stands around a table: its caption, its titles, its notes. */
import { parseAddress } from '#shared/grid/address.ts';
import type { Grid, GridCell, TextLine } from '#shared/grid/grid.ts';
import { isMarked, isNote } from '#shared/table/words.ts';

/** `The figures come from the case system and were checked.`: tells something rather than naming a table. */
function isSentence(text: string): boolean {
  const told =
    /\b(?:is|are|was|were|be|been|has|have|had|will|may|can|do|does|did|come|comes|came|includes?|shows?)\b/i;
  return told.test(text) && /[.!]\s*$/.test(text.trim()) && wordsOf(text).length > 4;
}

/** The other lines right above that may name it too, the nearest last: a heading further up, a name before a sentence. */
export function namesBefore(grid: Grid, caption: TextLine | null): readonly TextLine[] {
  const names = grid.before.filter(
    (line) => line !== caption && line.text.trim() !== '' && (line.style !== 'body' || isPhrase(line.text)),
  );
  return names.slice(-MOST_NAMES);
}

const MOST_NAMES = 3;

/** Few words without a verb name something, full stop or not: `Referrals by source.` */
function isPhrase(text: string): boolean {
  return (
    !isMarked(text.trim().replace(/\.$/, '')) &&
    !isSentence(text) &&
    wordsOf(text).length <= 10 &&
    !/\d[\d,]*\s+\p{L}/u.test(text)
  );
}

export function lineOf(cell: GridCell): TextLine {
  return { address: cell.address, text: cell.text.trim(), style: 'body' };
}

/** The nearest caption above the grid; failing that the nearest heading or short line. */
export function captionBefore(grid: Grid): TextLine | null {
  const lines = grid.before.filter((line) => line.text.trim() !== '');
  const short = (line: TextLine) => line.text.length <= 160 && !isNote(line.text);
  return (
    lines.findLast((line) => line.style === 'caption') ??
    lines.findLast((line) => line.style === 'heading') ??
    lines.findLast((line) => line.style === 'body' && short(line) && !isSentence(line.text)) ??
    lines.findLast((line) => line.style === 'body' && isPhrase(line.text)) ??
    lines.findLast((line) => line.style === 'body' && short(line)) ??
    null
  );
}

/**
 * Of the titles above a table, the one that names it: `Table 7: …`; else the first of those that stand together
 * right above it, or an earlier one that says the same and more. A page's heading further up, a line that only
 * names a period and a sentence with figures in it name no table.
 */
export function captionAmong(titles: readonly TextLine[]): TextLine | null {
  const numbered = titles.findLast((line) => /^(?:table|figure|appendix|chart)\b/i.test(line.text));
  if (numbered) return numbered;
  const names = titles.filter(isName);
  const [own] = nearest(names);
  const fuller = own && names.find((line) => line !== own && saysAll(line.text, own.text));
  return fuller ?? own ?? titles.find((line) => !isNote(line.text)) ?? titles[0] ?? null;
}

const PERIOD_WORD =
  /^(?:\d+(?:st|nd|rd|th)?|q[1-4]|quarter|period|year|to|and|of|the|for|between|ytd|[a-z]{3,9})$/;
const MONTHS = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|\bq(?:uarter)? ?[1-4]\b/i;

/** Who made the sheet and when: stands near a table without naming it. */
const BYLINE =
  /^(?:prepared|produced|compiled|completed|submitted|supplied|returned|owner|author|contact|version|date|updated|last updated)\b/i;

function isName({ text }: TextLine): boolean {
  const words = wordsOf(text);
  const onlyPeriod = MONTHS.test(text) && words.length <= 6 && words.every(isPeriodWord);
  const told = /^\d[\d,.]*\s+\p{L}|\d\s?%/u.test(text.trim());
  return !isNote(text) && !onlyPeriod && !told && !BYLINE.test(text.trim());
}

function isPeriodWord(word: string): boolean {
  return PERIOD_WORD.test(word) && (!/^[a-z]{3,9}$/.test(word) || MONTHS.test(word) || LINKS.has(word));
}

const LINKS = new Set(['quarter', 'period', 'year', 'and', 'the', 'for', 'between', 'ytd']);

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function saysAll(text: string, other: string): boolean {
  const said = new Set(wordsOf(text));
  return wordsOf(other).every((word) => said.has(word));
}

/** The last title and those in the rows directly above it. */
function nearest(titles: readonly TextLine[]): readonly TextLine[] {
  const rowOf = (line: TextLine | undefined) => (line && parseAddress(line.address)?.row) ?? Number.NaN;
  let first = titles.length - 1;
  while (first > 0 && rowOf(titles[first]) - rowOf(titles[first - 1]) <= 1) first -= 1;
  return titles.slice(Math.max(0, first));
}

/** Lines below the grid up to the next caption or heading: the last table's notes. */
export function notesAfter(grid: Grid): readonly TextLine[] {
  const end = grid.after.findIndex((line) => line.style === 'caption' || line.style === 'heading');
  const lines = end === -1 ? grid.after : grid.after.slice(0, end);
  return lines.filter((line) => line.text.trim() !== '').slice(0, 8);
}
