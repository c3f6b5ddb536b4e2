/** This quarter beside the last one: the figures a section's programmes are judged by. */
import type { BoardDefinition, Measure, PackSection } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { changeText } from '#shared/pack/change.ts';
import type { PackTable, TableCell } from '#shared/pack/document.ts';
import { type FigureIndex, figureCell, findFigure, headlinesOf, textCell } from '#shared/pack/lookup.ts';
import { previousQuarter } from '#shared/period/period.ts';

export interface Comparison {
  readonly measure: Measure;
  readonly label: string;
  readonly now: Figure;
  readonly before: Figure | null;
}

/** Headline figures (no category, actual value) of the section's programmes for the period, with the quarter before. */
export function comparisonsOf(
  section: PackSection,
  period: string,
  definition: BoardDefinition,
  figures: FigureIndex,
): readonly Comparison[] {
  const before = previousQuarter(period);
  const programmes = new Set(section.programmes);
  const found: Comparison[] = [];
  for (const figure of headlinesOf(figures, period)) {
    const { key } = figure;
    if (!key.programme || !programmes.has(key.programme)) continue;
    const measure = definition.measures.find((m) => m.code === key.measure);
    if (!measure) continue;
    found.push({
      measure,
      label: labelOf(measure, figure, section, definition),
      now: figure,
      before: findFigure(figures, { ...key, period: before }),
    });
  }
  return found.sort((a, b) => place(a, section, definition) - place(b, section, definition));
}

/** `Interventions concluded (children), MST`: unit where the name does not say it, programme where there are several. */
function labelOf(
  measure: Measure,
  figure: Figure,
  section: PackSection,
  definition: BoardDefinition,
): string {
  const unit = unitName(figure);
  const plain = unit === 'number' || unit === 'events' || unit === 'percent';
  const said = plain || measure.name.toLowerCase().includes(unit);
  const name = said ? measure.name : `${measure.name} (${unit})`;
  const programme = definition.programmes.find((p) => p.code === figure.key.programme)?.name;
  return section.programmes.length > 1 && programme ? `${name}, ${programme}` : name;
}

/** Programmes in the section's order, then measures in the definition's. */
function place({ measure, now }: Comparison, section: PackSection, definition: BoardDefinition): number {
  const programme = section.programmes.indexOf(now.key.programme ?? '');
  return programme * 1000 + definition.measures.indexOf(measure);
}

export function comparisonTable(
  section: PackSection,
  period: string,
  comparisons: readonly Comparison[],
): PackTable | null {
  if (comparisons.length === 0) return null;
  const before = previousQuarter(period);
  return {
    kind: 'table',
    id: `compare-${section.code}`,
    caption: `${section.title}: ${period} compared with ${before}`,
    summary: `One row for each figure, with its value in ${period}, its value in ${before} and the change.`,
    header: ['Figure', 'Unit', period, before, 'Change'],
    rows: comparisons.map((c) => ({
      label: c.label,
      total: false,
      cells: [
        textCell(unitName(c.now)),
        figureCell(c.now),
        c.before ? figureCell(c.before) : textCell('not returned'),
        changeCell(c),
      ],
    })),
    notes: [],
    sources: [],
  };
}

function unitName(figure: Figure): string {
  const { unit } = figure.key;
  if (unit === 'GBP') return 'pounds';
  return unit === 'count' || unit === 'ratio' ? 'number' : unit;
}

function changeCell({ now, before }: Comparison): TableCell {
  if (!before) return textCell('–');
  const change = now.quantity.value - before.quantity.value;
  return { ...figureCell(now), text: changeText(now.quantity, before.quantity), value: change, key: null };
}
