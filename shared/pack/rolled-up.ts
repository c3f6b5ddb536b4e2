/** Figures by category put together to the coarsest members of their set, so that two sources can be compared. */
import { keyText } from '#shared/assertion/assertion.ts';
import type { Category } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { BrokenDown, Member } from '#shared/pack/broken-down.ts';

export interface Group {
  readonly code: string;
  readonly value: number;
  readonly figures: readonly Figure[];
}

export interface RolledUp {
  readonly groups: readonly Group[];
  readonly whole: number;
  /** Keys of the figures the whole is made of. */
  readonly wholeKeys: readonly string[];
}

/**
 * A coarse member that stands beside its own parts either holds them or stands apart from them: whichever comes
 * nearer to the figure for all. Where there is none, lines are taken to stand apart, as lines of a table do. Those of whom
 * it is not known are no group and no part of the whole.
 */
export function rolledUp({ members, all, unit }: BrokenDown, categories: readonly Category[]): RolledUp {
  const apart = grouped(members, categories);
  const holding = grouped(withoutParts(members), categories);
  const total = all?.quantity.value ?? (unit === 'percent' ? 1 : null);
  const off = (groups: readonly Group[]) => Math.abs(sum(groups) - (total ?? 0));
  const told = total !== null && off(holding) < off(apart) ? holding : apart;
  const groups = told.filter(({ code }) => !unknown(code, categories));
  if (groups.length === told.length && total !== null && total >= sum(groups)) {
    return { groups, whole: total, wholeKeys: all ? [keyText(all.key)] : [] };
  }
  const wholeKeys = groups.flatMap(({ figures }) => figures.map(({ key }) => keyText(key)));
  return { groups, whole: sum(groups), wholeKeys };
}

function unknown(member: string, categories: readonly Category[]): boolean {
  return categories.find(({ code }) => code === member)?.unknown === true;
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { value }) => total + value, 0);
}

function withoutParts(members: readonly Member[]): readonly Member[] {
  const there = new Set(members.map(({ category }) => category.code));
  return members.filter(({ category }) => category.partOf === null || !there.has(category.partOf));
}

function grouped(members: readonly Member[], categories: readonly Category[]): readonly Group[] {
  const groups = Map.groupBy(members, ({ category }) => coarsest(category, categories));
  return [...groups].map(([code, list]) => ({
    code,
    value: list.reduce((total, { figure }) => total + figure.quantity.value, 0),
    figures: list.map(({ figure }) => figure),
  }));
}

function coarsest(category: Category, categories: readonly Category[]): string {
  let at = category;
  for (let up = 0; at.partOf !== null && up < 10; up++) {
    at = categories.find(({ code }) => code === at.partOf) ?? { ...at, partOf: null };
  }
  return at.code;
}
