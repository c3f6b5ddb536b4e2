/** Label columns: which columns name the rows, which only number them. */
import type { Frame } from '#shared/table/headers.ts';
import { isYear, type View, weights } from '#shared/table/view.ts';
import { isTotal, plainLabel } from '#shared/table/words.ts';

export interface Labelling {
  readonly labels: readonly number[];
  /** A column of 1, 2, 3 … beside the labels, or null. */
  readonly numbering: number | null;
  /** One line a case: statuses and scores, nothing that names a row. */
  readonly cases: boolean;
}

function textsOf(view: View, frame: Frame, col: number): readonly string[] {
  return frame.bodyRows.map((row) => plainLabel(view.over(row, col)?.text ?? ''));
}

function isTextual(view: View, frame: Frame, col: number): boolean {
  const count = weights(view, col, frame.bodyRows);
  if (col === frame.region.left && headsRowsByNumber(view, frame, col)) return true;
  const years = frame.bodyRows.filter((row) => isYear(view.printed(row, col))).length;
  return count.text + years > 0 && count.text + years >= count.number - years;
}

function isNumbering(view: View, frame: Frame, col: number): boolean {
  const read = frame.bodyRows.map((row) => view.printed(row, col));
  const values = read.flatMap((one) => (one.kind === 'quantities' && !one.nil ? [one.quantities[0]] : []));
  const alone = values.length === 1 && frame.bodyRows.length === 1 && onlyWordsBeside(view, frame, col);
  return (
    (values.length >= 2 || alone) &&
    values.length >= frame.bodyRows.length - 2 &&
    values.every((one) => one?.quantity.unit === null) &&
    countsUp(values.map((one) => one?.quantity.value ?? 0))
  );
}

/** 1, 2, 3 …, where a row pasted twice repeats its number and a row taken out leaves a gap. */
function countsUp(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const slips = steps.filter((step) => step !== 1);
  return (
    values[0] === 1 && slips.every((step) => step === 0 || step === 2) && slips.length * 4 <= values.length
  );
}

/** A list of cases that has but one. */
function onlyWordsBeside(view: View, frame: Frame, col: number): boolean {
  const [row = 0] = frame.bodyRows;
  const others = frame.columns.filter((other) => other !== col);
  return others.length >= 2 && others.every((other) => view.weight(row, other) === 'text');
}

/** 1, 2, 3 … above a total, or below a heading of 1, 2, 3 …: numbers that name rows, as in a matrix of scores. */
function headsRowsByNumber(view: View, frame: Frame, col: number): boolean {
  const read = frame.bodyRows.map((row) => view.printed(row, col));
  const values = read.flatMap((one) =>
    one.kind === 'quantities' ? (one.quantities[0]?.quantity.value ?? []) : [],
  );
  const steps = values.length >= 2 && values.every((value, i) => value === (values[0] ?? 0) + i);
  const numbered = frame.headerRows.some(
    (row) => frame.columns.filter((other) => view.weight(row, other) === 'number').length >= 2,
  );
  return steps && (numbered || isTally(view, frame, [col])) && !isTextBeside(view, frame, col);
}

function isTextBeside(view: View, frame: Frame, col: number): boolean {
  const next = frame.columns.find((other) => other > col);
  return next !== undefined && weights(view, next, frame.bodyRows).text > 0;
}

function repeats(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return new Set(filled).size < filled.length;
}

/** Groups named once with blanks below, or repeated on each row: another label column is needed. */
function needsMore(view: View, frame: Frame, labels: readonly number[]): boolean {
  const paths = frame.bodyRows.map((row) =>
    labels.map((col) => plainLabel(view.over(row, col)?.text ?? '')).join('|'),
  );
  return repeats(paths.filter((path) => path.replace(/\|/g, '') !== '')) || paths.some((path) => path === '');
}

function isTally(view: View, frame: Frame, cols: readonly number[]): boolean {
  return cols.some((col) => frame.bodyRows.some((row) => isTotal(view.at(row, col)?.text.trim() ?? '')));
}

/** Statuses repeat in two columns or more and no line is a total: a list of cases. */
function areCases(view: View, frame: Frame, numbering: number | null): boolean {
  const others = frame.columns.filter((col) => col !== numbering);
  const words = others.filter((col) => isTextual(view, frame, col));
  if (frame.headerRows.length === 0 || isTally(view, frame, words)) return false;
  if (frame.bodyRows.length < 2 && numbering === null) return false;
  const [first, second] = words;
  if (first === undefined || second === undefined || first !== others[0]) return false;
  if (numbering !== null) return words.length === others.length || repeats(textsOf(view, frame, first));
  const texts = textsOf(view, frame, first);
  const short = texts.every((text) => text !== '' && text.length <= 40);
  if (!short || !repeats(texts)) return false;
  const told = words.map((col) => textsOf(view, frame, col));
  const pairs = frame.bodyRows.map((_, i) => told.map((list) => list[i]).join('|'));
  return second === first + 1 && repeats(pairs);
}

/** Decides the label columns of a framed piece. */
export function labellingOf(view: View, frame: Frame): Labelling {
  const [first, second] = frame.columns;
  if (first === undefined) return { labels: [], numbering: null, cases: false };
  const numbered = isNumbering(view, frame, first) && second !== undefined && isTextual(view, frame, second);
  const numbering = numbered ? first : null;
  const others = frame.columns.filter((col) => col !== numbering);
  if (areCases(view, frame, numbering)) {
    return { labels: numbering === null ? [] : [numbering], numbering: null, cases: true };
  }
  const start = others.findIndex((col) => isTextual(view, frame, col));
  const head = others[start];
  if (head === undefined) return { labels: [], numbering, cases: false };
  const labels = [head];
  for (const col of others.slice(start + 1)) {
    const more = others.some((right) => right > col && !isTextual(view, frame, right));
    const wanted = more && isTextual(view, frame, col) && needsMore(view, frame, labels);
    if (!wanted || col !== (labels.at(-1) ?? 0) + 1) break;
    labels.push(col);
  }
  const onlyLabels = labels.length === others.length;
  const numbers = labels.some((col) => weights(view, col, frame.bodyRows).number > 0);
  return { labels: onlyLabels && numbers ? [] : labels, numbering, cases: false };
}
