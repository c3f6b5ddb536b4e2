/** What a table is remembered by for its provider, and when a person is asked which table it is. */
import { headings } from '#shared/meaning/captions.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import { wording } from '#shared/meaning/words.ts';
import { statedPeriods } from '#shared/period/stated.ts';
import type { Line, ShapeTable } from '#shared/table/table.ts';

const MOST_LABELS = 8;

/** Labels of lines that come again every quarter: without months, quarters and years. */
function lasting(lines: readonly Line[]): readonly string[] {
  const labels = lines
    .map((line) => line.path.join(' '))
    .filter((label) => statedPeriods(label).length === 0);
  return [...new Set(labels.map((label) => wording(label).text))].filter((text) => text !== '');
}

/**
 * The text a table's meaning is remembered by: its caption, else another heading, else its columns and rows by name,
 * so that a table nobody named is known again next quarter. Empty where it has no words at all.
 */
export function calledBy(shape: ShapeTable): string {
  const heading = shape.caption ?? headings(shape)[0];
  if (heading !== undefined && wording(heading).text !== '') return heading;
  const labels = [...lasting(shape.columns), '/', ...lasting(shape.rows)];
  return labels.length > 1 ? `table of ${labels.slice(0, MOST_LABELS).join(' ')}` : '';
}

/** Below this a reading is shown with a question; a table settled by a person is sure. */
export const SURE_ENOUGH = 0.7;
/** A table of no meaning is worth a question where another reading comes this near. */
const WORTH_ASKING = 0.35;

/** Whether a person should be asked, once, which table of the board this is. */
export function isUncertain(table: UnderstoodTable): boolean {
  if (table.code !== null) return table.score < SURE_ENOUGH;
  return (table.alternatives[0]?.score ?? 0) >= WORTH_ASKING;
}
