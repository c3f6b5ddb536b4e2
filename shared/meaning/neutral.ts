/** Labels that say nothing for or against a definition: totals, periods, percentages of the whole, plain counts. */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import {
  type Context,
  type Element,
  isUnitWord,
  periodElement,
  unitElement,
} from '#shared/meaning/elements.ts';
import type { Readings } from '#shared/meaning/readings.ts';
import { wording, wordWeight } from '#shared/meaning/words.ts';
import type { Line } from '#shared/table/table.ts';
import { isTotal } from '#shared/table/words.ts';

const SAYS_SHARE = new Set(['percent', 'share', 'proportion', 'rate']);
const SHARE_WORDS = new Set([...SAYS_SHARE, 'all', 'overall', 'whole', 'total', 'out']);

const SPOKEN_OF = new WeakMap<BoardDefinition, ReadonlySet<string>>();

/** The words of what a board counts: measures and programmes. */
function spokenOf(definition: BoardDefinition): ReadonlySet<string> {
  const known = SPOKEN_OF.get(definition);
  if (known) return known;
  const texts = [...definition.measures, ...definition.programmes].flatMap((one) => [
    one.name,
    ...one.aliases,
  ]);
  const made = new Set(texts.flatMap((text) => wording(text).words));
  SPOKEN_OF.set(definition, made);
  return made;
}

/** Words that tell this axis's lines apart. */
function tellingWords(readings: Readings): ReadonlySet<string> {
  const items = readings.list.flatMap((reading) => (reading.kind === 'items' ? reading.items : []));
  const telling = items.filter(
    ({ facets, aside }) =>
      aside || facets.measure !== undefined || facets.period !== undefined || facets.dims,
  );
  return new Set(
    telling.flatMap((item) => [item.label, ...item.aliases].flatMap((text) => wording(text).words)),
  );
}

/**
 * Whether a percentage's label speaks of the table's own whole: `%`, `% of referrals`. `Whole contract %`, `% of the
 * population` are percentages of something else, and a line that names it must say so in the definition.
 */
function isOwnShare(label: string, readings: Readings, context: Context): boolean {
  const { words } = wording(label);
  const open = words.filter((word) => wordWeight(word) === 1 && !SHARE_WORDS.has(word) && !isUnitWord(word));
  if (open.length === 0) return true;
  if (!words.some((word) => SAYS_SHARE.has(word))) return false;
  const telling = tellingWords(readings);
  const spoken = spokenOf(context.definition);
  return open.every((word) => spoken.has(word) && !telling.has(word));
}

/** A total, a period or a percentage, read without the axis's own readings; null where the label is none of these. */
export function neutralElement(
  label: string,
  line: Line,
  innermost: boolean,
  readings: Readings,
  context: Context,
): Element | null {
  const period = periodElement(label, context);
  if (innermost && line.role === 'percent') {
    if (!period && !isOwnShare(label, readings, context)) return null;
    return { facets: { ...period?.facets, aspect: 'share', unit: 'percent' }, score: 1 };
  }
  if (period) return period;
  return isTotal(label) || (innermost && line.role === 'total') ? { facets: {}, score: 1 } : null;
}

const COUNTS = new WeakMap<Readings, boolean>();

/** Whether an axis has lines for plain counts; one of costs or scores has none. */
function hasCounts(readings: Readings): boolean {
  const known = COUNTS.get(readings);
  if (known !== undefined) return known;
  const items = readings.list.flatMap((reading) => (reading.kind === 'items' ? reading.items : []));
  const made = items.some((item) => [item.label, ...item.aliases].some((text) => unitElement(text) !== null));
  COUNTS.set(readings, made);
  return made;
}

/** A plain count's header fits every axis that has lines for counts. */
export function countElement(label: string, line: Line, readings: Readings): Element | null {
  return line.role !== 'total' && hasCounts(readings) ? unitElement(label) : null;
}
