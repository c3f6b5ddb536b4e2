/** Figures of one measure by the members of a category set, as a pack's period has them. */

import type { BoardDefinition, Category } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { figuresOfMeasure } from '#shared/pack/lookup.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

export interface BrokenDown {
  readonly period: string;
  readonly unit: Unit;
  /** In the definition's order, as returned. */
  readonly members: readonly Member[];
  /** The figure for all of them, where there is one. */
  readonly all: Figure | null;
}

export interface Member {
  readonly category: Category;
  readonly figure: Figure;
}

export interface Wanted {
  readonly measure: string;
  readonly programme: string | null;
  readonly set: string;
  readonly unit?: Unit;
  /** The pack's period. */
  readonly period: string;
  /** Also earlier figures, the latest there are: populations are not counted every quarter. */
  readonly latest?: boolean;
  /** Also shares, where nothing is counted. */
  readonly shares?: boolean;
}

const GRAINS = ['quarter', 'ytd', 'year', 'to-date'] as const;

/** The quarter's own figures; where there are none, those of the year so far or of all time. Null without two members. */
export function brokenDown(
  wanted: Wanted,
  definition: BoardDefinition,
  figures: readonly Figure[],
): BrokenDown | null {
  const end = periodEnd(wanted.period) ?? 0;
  const own = figuresOfMeasure(figures, wanted.measure).filter(({ key, quantity }) => {
    const sets = Object.keys(key.dims);
    return (
      key.programme === wanted.programme &&
      key.aspect === 'value' &&
      (wanted.unit === undefined
        ? wanted.shares === true || key.unit !== 'percent'
        : key.unit === wanted.unit) &&
      (sets.length === 0 || (sets.length === 1 && sets[0] === wanted.set)) &&
      (key.unit === 'percent' || quantity.low === quantity.high) &&
      (wanted.latest ? (periodEnd(key.period) ?? end + 1) <= end : periodEnd(key.period) === end)
    );
  });
  const groups = [...Map.groupBy(own, ({ key }) => `${key.period}|${key.unit}`).values()];
  const told = groups.filter((group) => group.filter(({ key }) => wanted.set in key.dims).length >= 2);
  const [best] = told.sort((a, b) => rank(b) - rank(a));
  const first = best?.[0];
  if (!best || !first) return null;
  const members = membersOf(wanted.set, definition, best);
  const all = best.find(({ key }) => Object.keys(key.dims).length === 0) ?? null;
  return { period: first.key.period, unit: first.key.unit, members, all };
}

/** Later before earlier, counts before shares, a quarter before longer times, more members before fewer. */
function rank(group: readonly Figure[]): number {
  const period = group[0]?.key.period ?? '';
  const grain = GRAINS.indexOf((parsePeriod(period)?.kind ?? 'to-date') as (typeof GRAINS)[number]);
  const counted = group[0]?.key.unit === 'percent' ? 0 : 1;
  return (
    (periodEnd(period) ?? 0) * 10_000 +
    counted * 2000 -
    (grain < 0 ? 4 : grain) * 200 +
    Math.min(199, group.length)
  );
}

function membersOf(
  set: string,
  definition: BoardDefinition,
  group: readonly Figure[],
): BrokenDown['members'] {
  const categories = definition.sets.find(({ code }) => code === set)?.members ?? [];
  return categories.flatMap((category) => {
    const figure = group.find(({ key }) => key.dims[set] === category.code);
    return figure ? [{ category, figure }] : [];
  });
}
