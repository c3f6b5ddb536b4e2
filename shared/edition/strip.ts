/**
 * What a public edition leaves out whatever its numbers: exempt appendices, internal working, cases, remarks.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { bareChart, unrankedRows } from '#shared/edition/bare.ts';
import { countsPeople, tellsNumber, withoutCounts } from '#shared/edition/words.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { ACTIONS_ID } from '#shared/pack/actions.ts';
import type { Block, Inline, Pack, PackSectionDoc, PackTable, TableCell } from '#shared/pack/document.ts';
import { glossaryBlocks } from '#shared/pack/glossary.ts';
import { plainWords } from '#shared/pack/inline.ts';
import { UNWRITTEN } from '#shared/pack/written.ts';

export interface StripInput {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
}

/** Sections the pack adds of itself; a definition's own section of the same code is not meant. */
const INTERNAL = new Set(['other-tables', 'checks', 'action-log']);

const QUALITY =
  'The returns behind this report were checked against one another before it was published. Figures marked † were still being queried with those who supplied them.';

const LEFT_OUT =
  'A paragraph is left out of this edition because it holds numbers that are not tied to the published figures.';

const say = (text: string): readonly Inline[] => [{ kind: 'text', text }];

/** The pack without anything that is not for the public. Its numbers are still to be protected. */
export function stripped(pack: Pack, input: StripInput): Pack {
  const tables = tablesByAssertion(input.returns);
  const sections = pack.sections
    .filter(({ exempt, code }) => exempt === null && !INTERNAL.has(code) && code !== 'glossary')
    .map((section) => strippedSection(section, input, tables, pack.period))
    .filter(({ blocks }) => blocks.length > 0);
  const blocks = glossaryBlocks(input.definition, sections);
  const glossary = pack.sections.find(({ code }) => code === 'glossary');
  return {
    ...pack,
    title: pack.title.replace(/\bboard pack$/, 'public report'),
    edition: 'public',
    marking: 'OFFICIAL',
    front: pack.front.map(({ label, value }) => ({
      label,
      value: countsPeople(value) ? 'Not stated in this edition' : value,
    })),
    sections: glossary && blocks.length > 0 ? beforeAppendices(sections, { ...glossary, blocks }) : sections,
  };
}

function beforeAppendices(
  sections: readonly PackSectionDoc[],
  section: PackSectionDoc,
): readonly PackSectionDoc[] {
  const front = sections.filter(({ appendix }) => !appendix);
  return [...front, section, ...sections.filter(({ appendix }) => appendix)];
}

type TableIndex = ReadonlyMap<string, UnderstoodTable>;

function tablesByAssertion(returns: readonly UnderstoodReturn[]): TableIndex {
  return new Map(
    returns.flatMap(({ tables }) =>
      tables.flatMap((table) => table.assertions.map(({ id }) => [id, table] as const)),
    ),
  );
}

function strippedSection(
  section: PackSectionDoc,
  input: StripInput,
  tables: TableIndex,
  period: string,
): PackSectionDoc {
  if (section.code === 'data-quality') {
    return { ...section, blocks: [{ kind: 'paragraph', inlines: say(QUALITY) }] };
  }
  const standing = standingTexts(section.code, input.definition, period);
  const blocks = section.blocks.flatMap((block) => strippedBlock(block, standing, tables, input.definition));
  return { ...section, blocks: blocks.every(({ kind }) => kind === 'heading') ? [] : blocks };
}

/** What the definition itself says: the same in every pack, so it tells nothing. */
interface Standing {
  /** Sentences it puts into the section. */
  readonly texts: ReadonlySet<string>;
  /** Names of measures that hold a number: `Followed up after three months`. */
  readonly names: readonly string[];
}

function standingTexts(code: string, definition: BoardDefinition, period: string): Standing {
  const section = definition.sections.find((one) => one.code === code);
  const texts = (section?.text ?? []).map((text) => text.replaceAll('{period}', period));
  const about = definition.programmes.flatMap((one) => (one.about ? [`: ${one.about}`] : []));
  const names = definition.measures.map(({ name }) => name).filter(tellsNumber);
  return { texts: new Set([...texts, ...about]), names };
}

function strippedBlock(
  block: Block,
  standing: Standing,
  tables: TableIndex,
  definition: BoardDefinition,
): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...block, text: withoutCounts(block.text, definition.smallNumber.symbol) }];
    case 'paragraph':
      if (plainWords(block.inlines) === UNWRITTEN) return [];
      return loose(block.inlines, standing) ? [{ kind: 'paragraph', inlines: say(LEFT_OUT) }] : [block];
    case 'bullets': {
      const items = block.items.filter((item) => !loose(item, standing));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'chart':
      return block.series.every(({ keys, values }) => keys?.length === values.length)
        ? [bareChart(block)]
        : [];
    case 'table': {
      const table = strippedTable(withoutTelling(block), tables, definition);
      return table ? [table] : [];
    }
  }
}

/** Holds a number somebody typed, which no figure answers for; the noun beside a figure is typed too. */
function loose(inlines: readonly Inline[], { texts, names }: Standing): boolean {
  return inlines.some((inline) => {
    const typed = inline.kind === 'text' || (inline.kind === 'derived' && inline.say.as === 'agree');
    if (!typed || texts.has(inline.text)) return false;
    return tellsNumber(names.reduce((text, name) => text.replaceAll(name, ' '), inline.text));
  });
}

/** Recommendations are words people typed: one that tells a number, other than a date, stays with the board. */
function withoutTelling(table: PackTable): PackTable {
  if (!table.id.startsWith(ACTIONS_ID)) return table;
  const told = ({ label, cells }: PackTable['rows'][number]) =>
    [label, ...cells.map(({ text }) => text)].some(tellsNumber);
  return { ...table, rows: table.rows.filter((row) => !told(row)) };
}

/** Null for a table of cases, or of nothing but words. */
function strippedTable(table: PackTable, tables: TableIndex, definition: BoardDefinition): PackTable | null {
  if (table.boardOnly) return null;
  const [first] = table.rows.flatMap(({ cells }) => cells.flatMap(({ from }) => from ?? []));
  const returned = first === undefined ? null : tables.get(first);
  const ours = table.sources.length === 0;
  if (returned && listsCases(returned, definition)) return null;
  if (!ours && !returned) return null;
  const kept = ours ? table : withoutRemarks(table);
  if (kept.header.length < 2 || kept.rows.length === 0) return null;
  const plain = (text: string) => withoutCounts(text, definition.smallNumber.symbol);
  const own = new Set(returned?.shape.notes.map(({ text }) => text));
  return {
    ...kept,
    id: `public-${table.id.replace(/[^\w-]+/g, '-')}`,
    caption: plain(kept.caption),
    header: kept.header.map(plain),
    rows: unrankedRows(kept).map((row) => ({ ...row, label: plain(row.label) })),
    notes: kept.notes.filter((note) => own.has(note) && !tellsNumber(note)),
    sources: [],
  };
}

function listsCases({ shape, assertions, code }: UnderstoodTable, definition: BoardDefinition): boolean {
  const defined = definition.tables.find((table) => table.code === code);
  const axes = [...(defined?.rows ?? []), ...(defined?.columns ?? [])];
  return (
    shape.layout === 'cases' ||
    axes.some(({ kind }) => kind === 'cases') ||
    assertions.some(({ key }) => key?.dims.case !== undefined)
  );
}

/** Columns with more words than numbers go; words that are left among numbers become blanks. */
function withoutRemarks(table: PackTable): PackTable {
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) => {
    const cells = table.rows.flatMap(({ cells }) => cells[i] ?? []);
    const words = cells.filter(isWordy).length;
    return words === 0 || words < cells.filter(({ format }) => format !== 'text').length;
  });
  const spare = table.header.length - width;
  return {
    ...table,
    header: table.header.filter((_, i) => i < spare || columns.includes(i - spare)),
    rows: table.rows.map((row) => ({
      ...row,
      cells: columns.flatMap((i) => {
        const cell = row.cells[i];
        return cell ? [isWordy(cell) ? { ...cell, text: '' } : cell] : [];
      }),
    })),
  };
}

/** Words other than a stated absence (`n/a`, `..`, `–`). */
function isWordy({ format, text }: TableCell): boolean {
  return (
    format === 'text' &&
    text !== '' &&
    !/^(?:n\/?[ak]|\.\.?|:|[-–—xz]|not (?:applicable|available|known|returned))$/i.test(text.trim())
  );
}
