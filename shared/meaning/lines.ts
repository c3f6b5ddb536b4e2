/**
 * What a row or column means: its label path, with the sections and parents it stands under, read from the
 * outside in. `Number of starts` above `• LAC` gives starts of looked-after children.
 */
import type { Aspect } from '#shared/assertion/assertion.ts';
import type { AxisReading, Facets } from '#shared/definition/definition.ts';
import {
  bestElement,
  type Context,
  type Element,
  namelessItem,
  periodElement,
  unitSaid,
} from '#shared/meaning/elements.ts';
import { mergeFacets, mergeLabels } from '#shared/meaning/facets.ts';
import { countElement, neutralElement } from '#shared/meaning/neutral.ts';
import { type Readings, readingsBelow } from '#shared/meaning/readings.ts';
import { sameLabel } from '#shared/meaning/words.ts';
import { parsePeriod, yearName } from '#shared/period/period.ts';
import type { Line } from '#shared/table/table.ts';

/** `null` facets: the line is known by its shape alone and its cells get no key. */
export interface LineMeaning {
  readonly facets: Facets | null;
  readonly share?: Facets;
  readonly second?: Facets;
  readonly unsure: readonly Aspect[];
  readonly aside: boolean;
  /** Its own header is blank: what it says was supplied by the definition. */
  readonly nameless?: boolean;
  /** Labels of the lines after it may be read beneath it. */
  readonly opens?: boolean;
  /** How surely the innermost label was read, 0 to 1. */
  readonly fit: number;
  /** Says nothing for or against a definition: totals, percentages, previous periods, blank headers. */
  readonly neutral: boolean;
  /** The label that named nothing, and the sets it should have named a member of. */
  readonly unknown: { readonly label: string; readonly sets: readonly string[] } | null;
}

/** The labels a line stands under, outermost first, its own last. */
export function chainOf(line: Line, lines: readonly Line[]): readonly string[] {
  const chain: string[] = [];
  const add = (label: string) => {
    if (label !== '' && !chain.some((known) => sameLabel(known, label))) chain.push(label);
  };
  if (line.section) add(line.section);
  for (const parent of parentsOf(line, lines)) add(parent.path.at(-1) ?? '');
  const own = line.path.at(-1) ?? '';
  for (const label of line.path.slice(0, -1)) add(label);
  return [...chain.filter((label) => !sameLabel(label, own)), ...(own === '' ? [] : [own])];
}

function parentsOf(line: Line, lines: readonly Line[]): readonly Line[] {
  const found: Line[] = [];
  let level = line.level;
  for (let at = lines.indexOf(line) - 1; at >= 0 && level > 0; at--) {
    const above = lines[at];
    if (above && above.level < level) {
      found.unshift(above);
      level = above.level;
    }
  }
  return found;
}

const LEAD =
  /^(?:(?:and|now|of (?:which|these|those)|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|still|became|which|were|was|at|on|in|from|to)\s+)+/i;

const TOTALLED = /^(?:total|overall)\s+(?:(?:number|no\.?)\s+of\s+)?/i;
/** A period said at the end of a label: `Cases closed in the quarter`, `Bed nights (YTD)`, `Cost 2021/22`. */
const TAIL =
  /[\s,(–—-]+(?:(?:in|during|within|for|over|so far)\s+)?(?:(?:the|this|current|previous|last)\s+)?(?:quarter|qtr|year(?:[\s-]to[\s-]date)?|ytd|20\d\d\s?[-/–]\s?(?:20)?\d\d)\)?$/i;

const MARKED = /\s*:\s*/;
const LOOSE: readonly RegExp[] = [/\s*,\s*/, /\s+(?:to|then|→|->)\s+/, /\s+[-–—]\s+/, /\s+/];
const FEW_WORDS = 3;

/** A label cut into an outer and an inner part, or null where the mark does not stand inside it. */
function cutAt(label: string, mark: RegExp): readonly [string, string] | null {
  const match = mark.exec(label);
  if (!match || match.index === 0) return null;
  const inner = label.slice(match.index + match[0].length);
  const long = mark.source === '\\s+' && label.split(/\s+/).length > FEW_WORDS;
  return inner === '' || long ? null : [label.slice(0, match.index), inner];
}

/** `Target 2021/22` is for the whole year, though figures under `2021/22` go no further than the quarter. */
function wholeYear(outer: Facets, inner: Facets): Facets {
  const period = inner.at === undefined ? null : parsePeriod(inner.at);
  return outer.period === 'year' && period?.kind === 'ytd' ? { ...inner, at: yearName(period.year) } : inner;
}

function joined(outer: Element, inner: Element): Element {
  return {
    ...inner,
    facets: mergeLabels(outer.facets, wholeYear(outer.facets, inner.facets)),
    score: Math.min(outer.score, inner.score),
    unsure: [...(outer.unsure ?? []), ...(inner.unsure ?? [])],
  };
}

type Below = readonly string[] | undefined;

function readCut(
  label: string,
  mark: RegExp,
  readings: Readings,
  below: Below,
  context: Context,
): Element | null {
  const parts = cutAt(label, mark);
  if (!parts) return null;
  const outer = bestElement(parts[0], readingsBelow(readings, below), context);
  const inner = outer && readLabel(parts[1], readings, outer.below ?? below, context);
  return outer && inner ? joined(outer, inner) : null;
}

const SURE = 0.97;
const LESS_SURE = 0.95;

/** A label read without its lead word, without `Total`, or without the period at its end, which is kept. */
function readBare(label: string, open: readonly AxisReading[], context: Context): Element | null {
  const headless = label.replace(LEAD, '').replace(TOTALLED, '');
  for (const text of new Set([headless, label.replace(TAIL, ''), headless.replace(TAIL, '')])) {
    const found = text !== label && text !== '' ? bestElement(text, open, context) : null;
    if (!found || found.aside) continue;
    const tail = TAIL.exec(label)?.[0] ?? '';
    const period = label.endsWith(text) ? null : periodElement(tail, context);
    const facets = period ? mergeFacets(found.facets, period.facets) : found.facets;
    return { ...found, facets, score: found.score * LESS_SURE };
  }
  return null;
}

/**
 * Reads one label whole, or cut into an outer and an inner part that both fit (`EH: remains EH`), or without
 * its lead word. A cut the label marks itself goes before a whole that fits only about.
 */
function readLabel(label: string, readings: Readings, below: Below, context: Context): Element | null {
  const open = readingsBelow(readings, below);
  const whole = bestElement(label, open, context);
  if (whole && whole.score >= SURE) return whole;
  const marked = readCut(label, MARKED, readings, below, context);
  if (marked ?? whole) return marked ?? whole;
  const bare = readBare(label, open, context);
  if (bare) return bare;
  for (const mark of LOOSE) {
    const cut = readCut(label, mark, readings, below, context);
    if (cut) return cut;
  }
  return null;
}

const NEUTRAL_ROLES: readonly Line['role'][] = ['total', 'subtotal', 'previous', 'percent'];

interface Reading {
  readonly element: Element | null;
  readonly neutral: boolean;
}

function readStep(
  label: string,
  line: Line,
  innermost: boolean,
  readings: Readings,
  below: readonly string[] | undefined,
  context: Context,
): Reading {
  const element = readLabel(label, readings, below, context) ?? countElement(label, line, readings);
  if (element) return { element: isPlaced(element) ? withUnit(element, label) : element, neutral: false };
  const neutral = neutralElement(label, line, innermost, readings, context);
  return { element: neutral && withUnit(neutral, label), neutral: true };
}

/** The label was read as a period; a name such as `Family Support` says nothing of what is counted. */
function isPlaced({ facets }: Element): boolean {
  return facets.at !== undefined || facets.period !== undefined;
}

/** A label that places a number in time or totals it may say besides what it counts: `Oct-21 children`, `All children`. */
function withUnit(element: Element, label: string): Element {
  const { measure, programme, unit, dims, aspect } = element.facets;
  const said = measure || programme || unit || dims || aspect ? null : unitSaid(label);
  return said ? { ...element, facets: { ...element.facets, unit: said } } : element;
}

const NOTHING = { unsure: [], aside: false, unknown: null } as const;

/** The line's only label is a banner over its neighbours too: it has no name of its own. */
function isBanner(line: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (other) =>
      other !== line &&
      other.level === line.level &&
      other.path.length > line.path.length &&
      line.path.every((label, at) => other.path[at] === label),
  );
}

/** A line with the labels it stands under. */
export interface Chained {
  readonly line: Line;
  readonly chain: readonly string[];
  readonly banner: boolean;
}

/** The lines of an axis with what is read from them, the same under every definition. */
export function chained(lines: readonly Line[]): readonly Chained[] {
  return lines.map((line) => ({
    line,
    chain: chainOf(line, lines),
    banner: line.path.length > 0 && isBanner(line, lines),
  }));
}

function nameless(line: Line, readings: Readings, gathered: Facets | null): LineMeaning {
  const item = namelessItem(readings.list);
  if (item && line.role !== 'total') {
    return { ...meaningOf(item, mergeFacets(gathered ?? {}, item.facets), false), nameless: true };
  }
  const percent: Facets = line.role === 'percent' ? { aspect: 'share', unit: 'percent' } : {};
  return { ...NOTHING, facets: mergeFacets(gathered ?? {}, percent), fit: 0, neutral: true };
}

function meaningOf(element: Element, facets: Facets, neutral: boolean): LineMeaning {
  return {
    facets,
    ...(element.share && { share: element.share }),
    ...(element.second && { second: element.second }),
    ...(element.below && { opens: true }),
    unsure: element.unsure ?? [],
    aside: element.aside ?? false,
    fit: element.score,
    neutral,
    unknown: null,
  };
}

/**
 * Reads a line under the readings of its axis. A line whose innermost label fits nothing has null facets;
 * totals, percentages and previous periods fit every axis.
 */
export function readLine(
  { line, chain, banner }: Chained,
  readings: Readings,
  context: Context,
): LineMeaning {
  let facets: Facets = {};
  let last: Reading | null = null;
  let below: readonly string[] | undefined;
  for (const [at, label] of chain.entries()) {
    const step = readStep(label, line, !banner && at === chain.length - 1, readings, below, context);
    last = step;
    if (!step.element) continue;
    facets = mergeLabels(facets, step.element.facets);
    below = step.element.below ?? below;
  }
  if (!last || banner) return nameless(line, readings, facets);
  const own = chain.at(-1) ?? '';
  if (!last.element) {
    const sets = [...(below ?? []), ...readings.sets];
    return {
      ...NOTHING,
      facets: null,
      fit: 0,
      neutral: false,
      unknown: sets.length ? { label: own, sets } : null,
    };
  }
  return meaningOf(last.element, facets, last.neutral || NEUTRAL_ROLES.includes(line.role));
}

/**
 * Reads the lines of an axis. In a list without indentation a label that names nothing by itself is read beneath
 * the nearest line above that opens a set: `CP` after `Number of starts`.
 */
export function readLines(
  lines: readonly Chained[],
  readings: Readings,
  context: Context,
): readonly LineMeaning[] {
  let opener: Chained | null = null;
  return lines.map((line) => {
    const alone = readLine(line, readings, context);
    if (alone.facets !== null || line.line.level > 0) {
      if (line.line.level === 0 && line.chain.length > 0) opener = alone.opens ? line : null;
      return alone;
    }
    if (opener === null) return alone;
    const beneath = readLine({ ...line, chain: [...opener.chain, ...line.chain] }, readings, context);
    return beneath.facets === null ? alone : { ...beneath, fit: beneath.fit * LESS_SURE };
  });
}
