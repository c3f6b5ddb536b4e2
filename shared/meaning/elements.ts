/** One label against the ways an axis may be read: as a member, an item, a month, a programme … */
import type { Aspect } from '#shared/assertion/assertion.ts';
import type { AxisReading, BoardDefinition, Facets } from '#shared/definition/definition.ts';
import { TAUGHT_ASIDE, TAUGHT_ITEM } from '#shared/meaning/taught.ts';
import { type Items, nameOf, type Vocabulary } from '#shared/meaning/vocabulary.ts';
import { wording } from '#shared/meaning/words.ts';
import { resolveStated, yearOnAxis } from '#shared/period/resolve.ts';
import { type Stated, statedPeriods } from '#shared/period/stated.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

/** What recognition knows besides the label: the definition, the return's quarter, remembered corrections. */
export interface Context {
  readonly definition: BoardDefinition;
  readonly vocabulary: Vocabulary;
  readonly quarter: string;
  readonly memory: Readonly<Record<string, string>>;
}

/** What one label says. */
export interface Element {
  readonly facets: Facets;
  /** How surely, from 0 to 1. */
  readonly score: number;
  readonly share?: Facets;
  readonly second?: Facets;
  readonly below?: readonly string[];
  readonly unsure?: readonly Aspect[];
  readonly aside?: boolean;
}

type SetReading = Extract<AxisReading, { kind: 'set' }>;

/** The item at an index, as an element. */
function itemElement(reading: Items, at: number, score: number): Element | null {
  const item = reading.items[at];
  if (!item) return null;
  const { facets, share, second, below, unsure, aside } = item;
  return {
    facets,
    score,
    ...(share && { share }),
    ...(second && { second }),
    ...(below && { below }),
    ...(unsure && { unsure }),
    ...(aside && { aside }),
  };
}

/** The item without a name, for lines whose header is blank; null where the axis has none. */
export function namelessItem(readings: readonly AxisReading[]): Element | null {
  for (const reading of readings) {
    if (reading.kind !== 'items') continue;
    const at = reading.items.findIndex((item) => item.label === '');
    if (at >= 0) return itemElement(reading, at, 0.9);
  }
  return null;
}

function taughtItem(label: string, reading: Items, { memory }: Context): Element | null {
  const taught = memory[wording(label).text];
  if (taught === TAUGHT_ASIDE) return { facets: {}, score: 1, aside: true };
  if (!taught?.startsWith(TAUGHT_ITEM)) return null;
  const named = taught.slice(TAUGHT_ITEM.length);
  return itemElement(
    reading,
    reading.items.findIndex((item) => item.label === named),
    1,
  );
}

function readItem(label: string, reading: Items, context: Context): Element | null {
  const taught = taughtItem(label, reading, context);
  if (taught) return taught;
  const { vocabulary } = context;
  const found = nameOf(label, vocabulary.items.get(reading) ?? [], vocabulary.expand);
  return found && itemElement(reading, Number(found.code), found.score);
}

/** The member a label names in a set, remembered corrections first; null where it names none surely. */
export function memberOf(
  label: string,
  set: string,
  context: Context,
): { code: string; score: number } | null {
  const members = context.vocabulary.sets.get(set) ?? [];
  const taught = context.memory[wording(label).text];
  if (taught === TAUGHT_ASIDE || taught?.startsWith(TAUGHT_ITEM)) return null;
  const code = taught?.startsWith(`${set}:`) ? taught.slice(set.length + 1) : taught;
  if (code && members.some((member) => member.code === code)) return { code, score: 1 };
  const found = nameOf(label, members, context.vocabulary.expand);
  if (found) return found;
  const bare = label.replace(new RegExp(`\\s+${set}$`, 'i'), '');
  return bare === label ? null : nameOf(bare, members, context.vocabulary.expand);
}

function readMember(label: string, reading: SetReading, context: Context): Element | null {
  const found = memberOf(label, reading.set, context);
  return (
    found && {
      facets: { ...reading.facets, dims: { ...reading.facets?.dims, [reading.set]: found.code } },
      score: found.score,
      ...(reading.below && { below: reading.below }),
    }
  );
}

const SHORT = 6;

function isShort(label: string): boolean {
  return wording(label).words.length <= SHORT;
}

/** `Target 2021/22`, `% change on 2020/21`: not the figure of that period. */
const NOT_THE_FIGURE =
  /%|\b(?:targets?|budget(?:ed)?|plan(?:ned)?|forecast|projected|projection|estimated?|expected|change|changes|variance|difference|percent(?:age)?|rate|average|share|proportion)\b/i;

function firstOf(label: string, kinds: readonly Stated['kind'][]): Stated | null {
  if (!isShort(label) || NOT_THE_FIGURE.test(label)) return null;
  return statedPeriods(label).find((one) => kinds.includes(one.kind)) ?? null;
}

function readPeriod(label: string, kind: 'months' | 'quarters' | 'years', context: Context): Element | null {
  if (kind === 'months') {
    const month = firstOf(label, ['month']);
    return month && { facets: { at: resolveStated(month, context.quarter) }, score: 1 };
  }
  if (kind === 'quarters') {
    const stated = firstOf(label, ['quarter', 'ytd']);
    return stated && { facets: { at: resolveStated(stated, context.quarter) }, score: 1 };
  }
  const stated = firstOf(label, ['year', 'quarter', 'ytd']);
  if (!stated) return null;
  return { facets: { at: yearly(stated, context.quarter) }, score: 1 };
}

/** On a yearly axis `2020-21 Q2` is the year up to Q2, and the year not yet over is the year to date. */
function yearly(stated: Stated, quarter: string): string {
  if (stated.kind === 'year') return yearOnAxis(stated.year, quarter);
  if (stated.kind === 'quarter') return resolveStated({ ...stated, kind: 'ytd' }, quarter);
  return resolveStated(stated, quarter);
}

function readProgramme(label: string, context: Context): Element | null {
  const found = nameOf(label, context.vocabulary.programmes);
  return found && { facets: { programme: found.code }, score: found.score };
}

function readProvider(label: string, context: Context): Element | null {
  const set = context.vocabulary.sets.has('provider');
  const found = set ? memberOf(label, 'provider', context) : nameOf(label, context.vocabulary.providers);
  return found && { facets: { dims: { provider: found.code } }, score: found.score };
}

/** What a label says under one reading of its axis, or null where it does not fit. */
export function readElement(label: string, reading: AxisReading, context: Context): Element | null {
  switch (reading.kind) {
    case 'items':
      return readItem(label, reading, context);
    case 'set':
      return readMember(label, reading, context);
    case 'months':
    case 'quarters':
    case 'years':
      return readPeriod(label, reading.kind, context);
    case 'programmes':
      return readProgramme(label, context);
    case 'providers':
      return readProvider(label, context);
    case 'cases':
      return null;
    case 'words':
      return { facets: {}, score: 0.5, aside: true };
  }
}

/** The first reading that fits surely, else the one that fits best. */
export function bestElement(
  label: string,
  readings: readonly AxisReading[],
  context: Context,
): Element | null {
  let best: Element | null = null;
  for (const reading of readings) {
    const found = readElement(label, reading, context);
    if (found && found.score >= 0.97) return found;
    if (found && found.score > (best?.score ?? 0)) best = found;
  }
  return best;
}

/** A period said by a label that is no member of its axis: `Previous Quarter`, `Q2 (Number)`. */
export function periodElement(label: string, context: Context): Element | null {
  if (!isShort(label)) return null;
  const [stated] = statedPeriods(label);
  if (!stated) return null;
  const facets: Facets =
    stated.kind === 'relative' ? { period: stated.period } : { at: resolveStated(stated, context.quarter) };
  return { facets, score: 1 };
}

const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  family: 'families',
  child: 'children',
  young: 'children',
  referral: 'referrals',
  person: 'people',
  night: 'nights',
};
const COUNTING = new Set('number count total case of the and or in this quarter by n'.split(' '));

/** `children`, `number`, `cases`: words of what is counted or that it is. */
export function isUnitWord(word: string): boolean {
  return COUNTING.has(word) || UNIT_WORDS[word] !== undefined;
}

/**
 * A header made of nothing but what is counted: `No. of families`, `Families (children)`, `Number`. The second
 * thing named is the second number of the cell.
 */
export function unitElement(label: string): Element | null {
  const { words } = wording(label.replace(/[()[\]/]/g, ' '));
  if (words.length === 0 || !words.every((word) => COUNTING.has(word) || UNIT_WORDS[word])) return null;
  const named = words.filter((word, at) => !(word === 'person' && words[at - 1] === 'young'));
  const [main, second] = [...new Set(named.flatMap((word) => UNIT_WORDS[word] ?? []))];
  return {
    facets: main ? { unit: main } : {},
    score: 0.85,
    ...(second && { second: { unit: second } }),
  };
}

/** The one thing a longer label says it counts: children in `Oct-21 children`; null where it names none or two. */
export function unitSaid(label: string): Unit | null {
  const units = new Set(wording(label).words.flatMap((word) => UNIT_WORDS[word] ?? []));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}
