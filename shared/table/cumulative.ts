/** Running totals: cumulative May = cumulative April + what was new in May. */
import { clean } from '#shared/quantity/make.ts';
import { type Axis, isPercentLine } from '#shared/table/axis.ts';
import { isTotalLine } from '#shared/table/labelled.ts';
import type { ShapeRelation } from '#shared/table/table.ts';
import { isRunning } from '#shared/table/words.ts';

interface Step {
  readonly result: string;
  readonly parts: readonly string[];
  readonly held: boolean;
}

/** Running line and line of what is new, step by step; blanks and absences break the chain. */
function stepsOf(axis: Axis, running: number, fresh: number): readonly Step[] {
  const places = axis.cross.flatMap((line, j) => (line.role === 'body' ? [j] : []));
  return places.slice(1).flatMap((j, i): readonly Step[] => {
    const [before, now, added] = [
      axis.cell(running, places[i] ?? 0),
      axis.cell(running, j),
      axis.cell(fresh, j),
    ];
    if (!before.main || !now.main || !added.main || isTotalLine(axis.cross[j])) return [];
    const low = clean(before.main.low + added.main.low);
    const high = clean(before.main.high + added.main.high);
    const held = low <= now.main.high && high >= now.main.low;
    return [{ result: now.address, parts: [before.address, added.address], held }];
  });
}

/** Sums of running totals named as such (cumulative, to date), where most steps hold. */
export function cumulativeSums(axis: Axis): readonly ShapeRelation[] {
  return axis.lines.flatMap((line, running) => {
    if (!isRunning(line.path.at(-1) ?? '') || isPercentLine(axis, running)) return [];
    const others = axis.lines.flatMap((other, i) => (i !== running && other.role !== 'words' ? [i] : []));
    const chains = others.map((fresh) => stepsOf(axis, running, fresh));
    const good = chains.find((steps) => {
      const held = steps.filter((step) => step.held).length;
      return held >= 2 && held > (steps.length - held) * 2;
    });
    return (good ?? []).map((step) => ({
      ...step,
      kind: 'sum' as const,
      by: 'both' as const,
      along: 'other' as const,
    }));
  });
}
