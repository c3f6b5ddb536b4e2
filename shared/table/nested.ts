/** Rows that carry figures and head the rows below: bulleted children, or `CP` above `CP: LAC`, `CP: CIN`. */
import type { Axis } from '#shared/table/axis.ts';
import { relationsFrom, type Tally, trySum } from '#shared/table/evidence.ts';
import type { ShapeRelation } from '#shared/table/table.ts';
import { isOfWhich, plainLabel } from '#shared/table/words.ts';

interface Family {
  readonly parent: number;
  readonly children: readonly number[];
}

/** A line and the deeper lines right below it. */
function byLevel(axis: Axis): readonly Family[] {
  return axis.lines.flatMap((line, parent): readonly Family[] => {
    if (line.role === 'section' || line.role === 'percent') return [];
    const below: number[] = [];
    for (let i = parent + 1; (axis.lines[i]?.level ?? -1) > line.level; i += 1) below.push(i);
    const least = Math.min(...below.map((i) => axis.lines[i]?.level ?? 0));
    const children = below.filter((i) => axis.lines[i]?.level === least && axis.lines[i]?.role === 'body');
    const ofWhich = children.some((i) => isOfWhich(axis.lines[i]?.path.at(-1) ?? ''));
    return children.length >= 2 && !ofWhich ? [{ parent, children }] : [];
  });
}

/** A line and those right below it whose label begins with its own: `EH`, `EH: closed`, `EH, remains EH`. */
function byPrefix(axis: Axis): readonly Family[] {
  const raw = axis.lines.map((line) => (line.path.at(-1) ?? '').toLowerCase());
  return axis.lines.flatMap((line, parent): readonly Family[] => {
    const label = raw[parent] ?? '';
    if (label === '' || line.role === 'section') return [];
    const children: number[] = [];
    for (let i = parent + 1; /^[:,;–-]/.test(startsWith(raw[i] ?? '', label) ?? ''); i += 1) children.push(i);
    const ofWhich = children.some((i) => /\bof which\b/.test(plainLabel(raw[i] ?? '')));
    return children.length >= 2 && !ofWhich ? [{ parent, children }] : [];
  });
}

function startsWith(text: string, prefix: string): string | null {
  return text.startsWith(prefix) ? text.slice(prefix.length).trim() : null;
}

function mostlyHolds(tally: Tally): boolean {
  return tally.telling > 0 && tally.held > tally.violated && tally.weight >= 0.6;
}

function sumsOf(axis: Axis, one: Family, tally: Tally): readonly ShapeRelation[] {
  return relationsFrom(axis, 'sum', one.parent, one.children, tally.trials, 'both');
}

/** Sums of children to their parent, where arithmetic bears them out in most places. */
export function nestedSums(axis: Axis): readonly ShapeRelation[] {
  if (axis.along === 'row') return [];
  const nested = byLevel(axis).map((one) => ({ one, tally: trySum(axis, one.parent, one.children) }));
  const prefixed = byPrefix(axis).map((one) => ({ one, tally: trySum(axis, one.parent, one.children) }));
  const holding = prefixed.filter(({ tally }) => tally.held > 0 && tally.violated === 0);
  return [
    ...nested.filter(({ tally }) => mostlyHolds(tally)).flatMap(({ one, tally }) => sumsOf(axis, one, tally)),
    ...(holding.length >= 3 ? prefixed : holding).flatMap(({ one, tally }) => sumsOf(axis, one, tally)),
  ];
}
