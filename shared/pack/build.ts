/**
 * Builds the board pack for a period from figures, findings and decisions.
 *
 * Sections, tables and charts come from the board definition; a section with nothing to show is left out.
 * A recognised table that no section asks for, and every table known by shape alone, goes to a closing
 * appendix, so nothing that was returned disappears.
 */
import type { PackSection } from '#shared/definition/definition.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { actionLog, sectionActions } from '#shared/pack/actions.ts';
import { chartBlocks } from '#shared/pack/charts.ts';
import { comparisonsOf, comparisonTable } from '#shared/pack/compare.ts';
import type { Block, Pack, PackSectionDoc, PackTable } from '#shared/pack/document.ts';
import { glossaryBlocks } from '#shared/pack/glossary.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { type FigureIndex, indexFigures } from '#shared/pack/lookup.ts';
import { checksBlocks, qualityBlocks } from '#shared/pack/quality.ts';
import { packTable } from '#shared/pack/table.ts';
import { questionBlocks, unwrittenBlocks, writtenBlocks } from '#shared/pack/written.ts';
import { longDate } from '#shared/period/date.ts';
import { periodEndDate } from '#shared/period/period.ts';

interface Returned {
  readonly from: UnderstoodReturn;
  readonly table: UnderstoodTable;
}

export function buildPack(input: PackInput): Pack {
  const index = indexFigures(input.figures);
  const returned = input.returns
    .filter((r) => r.ref.period === input.period)
    .flatMap((from) => from.tables.map((table) => ({ from, table })));
  const defined = input.definition.sections
    .map((section) => sectionDoc(section, input, index, returned))
    .filter((section) => section.blocks.length > 0);
  const main = defined.filter((section) => !section.appendix);
  const appendices = [...defined.filter((section) => section.appendix), ...closing(input, index, returned)];
  const body = [...main, ours('data-quality', 'Data quality', qualityBlocks(input), false)];
  const terms = glossaryBlocks(input.definition, [...body, ...appendices]);
  const sections = [...body, ours('glossary', 'Glossary', terms, false), ...appendices];
  return {
    title: `${input.definition.board}: ${input.period} board pack`,
    council: input.definition.council,
    board: input.definition.board,
    period: input.period,
    edition: 'board',
    marking: 'OFFICIAL-SENSITIVE',
    date: periodEndDate(input.period),
    front: frontMatter(input),
    sections: sections.filter((section) => section.blocks.length > 0),
  };
}

function ours(code: string, title: string, blocks: readonly Block[], appendix: boolean): PackSectionDoc {
  return { code, title, appendix, exempt: null, blocks };
}

function sectionDoc(
  section: PackSection,
  input: PackInput,
  index: FigureIndex,
  returned: readonly Returned[],
): PackSectionDoc {
  const written = writtenBlocks(section, input);
  const compared = section.appendix ? [] : comparisonsOf(section, input.period, input.definition, index);
  const comparison = comparisonTable(section, input.period, compared);
  const tables = section.tables.flatMap((code) =>
    returned
      .filter(({ table }) => table.code === code)
      .map(({ from, table }) => packTable(from, table, input.definition, index)),
  );
  const charts = chartBlocks(section, input);
  const { code, title, appendix, exempt } = section;
  const shown = [...forSlides([...(comparison ? [comparison] : []), ...tables]), ...charts];
  const blocks = [
    ...written,
    ...unwrittenBlocks(section, written, shown),
    ...shown,
    ...sectionActions(section, input.actions ?? [], input.definition),
    ...questionBlocks(section, input),
  ];
  return { code, title, appendix, exempt, blocks };
}

/** A room follows two tables a section; the others stay in the pack, which the deck's slides name. */
const SLIDE_TABLES = 2;

function forSlides(tables: readonly PackTable[]): readonly PackTable[] {
  return tables.map((table, index) => (index < SLIDE_TABLES ? table : { ...table, slide: false }));
}

/** Appendices every pack has: the action log, tables no section asked for, the checks that could not be made. */
function closing(
  input: PackInput,
  index: FigureIndex,
  returned: readonly Returned[],
): readonly PackSectionDoc[] {
  const asked = new Set(input.definition.sections.flatMap((s) => s.tables));
  const others = returned
    .filter(({ table }) => table.code === null || !asked.has(table.code))
    .map(({ from, table }) => packTable(from, table, input.definition, index));
  return [
    ours('action-log', 'Action log', actionLog(input.actions ?? [], input.definition), true),
    ours('other-tables', 'Other tables returned', others, true),
    ours('checks', 'Checks that could not be made', checksBlocks(input), true),
  ];
}

function frontMatter(input: PackInput): Pack['front'] {
  const providers = new Set(
    input.returns.filter((r) => r.ref.period === input.period).map((r) => r.ref.provider),
  );
  const names = input.definition.providers.filter((p) => providers.has(p.code)).map((p) => p.name);
  const standing = [
    ...(input.meeting ? [{ label: 'Meeting', value: longDate(input.meeting) }] : []),
    { label: 'Period', value: input.period },
    { label: 'Returns received from', value: names.join(', ') || 'none' },
  ];
  const asked = (input.definition.front ?? []).map(({ label, value }) => ({
    label,
    value: input.front[label] || value || 'To be completed',
  }));
  return [...asked, ...standing];
}
