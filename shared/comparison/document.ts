/** The comparison of two packs as a document, to be written as Word. For the board: it may quote both in full. */
import type { PackDifference } from '#shared/comparison/difference.ts';
import type { FigureChange } from '#shared/comparison/figures.ts';
import { countOf } from '#shared/finding/words.ts';
import type { Block, Pack, PackSectionDoc, PackTable } from '#shared/pack/document.ts';
import { textCell } from '#shared/pack/lookup.ts';

export interface ComparisonInput {
  /** What the document says of itself: council, board, quarter, date. */
  readonly frame: Pick<Pack, 'council' | 'board' | 'period' | 'date'>;
  /** `Board edition for 2020-21 Q2 issued 3 May 2021`. */
  readonly from: string;
  readonly to: string;
  readonly difference: PackDifference;
}

const KINDS = { added: 'New', gone: 'No longer there' } as const;
const PARTS = { section: 'Section', table: 'Table', chart: 'Chart' } as const;

export function comparisonDocument({ frame, from, to, difference }: ComparisonInput): Pack {
  const sections = [
    section('figures', 'Figures', figureBlocks(difference)),
    section('findings', 'Findings', findingBlocks(difference)),
    section('words', 'Words', wordBlocks(difference)),
    section('parts', 'Sections, tables and charts', partBlocks(difference)),
  ];
  return {
    ...frame,
    title: `${frame.board}: ${frame.period} packs compared`,
    edition: 'board',
    marking: 'OFFICIAL-SENSITIVE',
    front: [
      { label: 'Earlier', value: from },
      { label: 'Later', value: to },
      ...difference.notes.map((value) => ({ label: 'Note', value })),
    ],
    sections,
  };
}

function section(code: string, title: string, blocks: readonly Block[]): PackSectionDoc {
  return { code, title, appendix: false, exempt: null, blocks };
}

function say(text: string): Block {
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] };
}

function figureBlocks({ figures, quarters }: PackDifference): readonly Block[] {
  const said =
    figures.length === 0
      ? 'Every figure that both packs show reads alike.'
      : `${countOf(figures.length, 'figure reads', 'figures read')} differently.`;
  return [
    say(said),
    ...(figures.length > 0 ? [figureTable('changed', 'Figures that read differently', figures, true)] : []),
    ...(quarters.length > 0
      ? [figureTable('quarters', 'Each quarter’s own figures side by side', quarters, false)]
      : []),
  ];
}

function figureTable(
  id: string,
  caption: string,
  changes: readonly FigureChange[],
  reasons: boolean,
): PackTable {
  return tableOf(
    id,
    caption,
    ['Figure', 'Earlier', 'Later', ...(reasons ? ['Why'] : [])],
    changes.map(({ label, from, to, why }) => [
      label,
      from ?? 'not shown',
      to ?? 'not shown',
      ...(reasons ? [why] : []),
    ]),
  );
}

function findingBlocks({ settled, opened }: PackDifference): readonly Block[] {
  return [
    say(`${countOf(settled.length, 'finding')} settled, ${opened.length} opened.`),
    ...(settled.length > 0
      ? [
          tableOf(
            'settled',
            'Findings settled',
            ['Finding', 'Severity', 'How'],
            settled.map(({ title, severity, how }) => [title, severity, how]),
          ),
        ]
      : []),
    ...(opened.length > 0
      ? [
          tableOf(
            'opened',
            'Findings opened',
            ['Finding', 'Severity'],
            opened.map(({ title, severity }) => [title, severity]),
          ),
        ]
      : []),
  ];
}

function wordBlocks({ texts }: PackDifference): readonly Block[] {
  if (texts.length === 0) return [say('The words are the same.')];
  return [
    tableOf(
      'words',
      'Paragraphs that changed',
      ['Section', 'Earlier', 'Later'],
      texts.map(({ section: title, from, to }) => [title, from ?? '(not there)', to ?? '(taken out)']),
    ),
  ];
}

function partBlocks({ parts }: PackDifference): readonly Block[] {
  if (parts.length === 0) return [say('The same sections, tables and charts are there.')];
  return [
    tableOf(
      'parts',
      'Parts that came or went',
      ['Part', 'Change', 'Section', 'Name'],
      parts.map(({ part, kind, section: title, name }) => [PARTS[part], KINDS[kind], title, name]),
    ),
  ];
}

function tableOf(
  id: string,
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): PackTable {
  return {
    kind: 'table',
    id: `compare-${id}`,
    caption,
    summary: `One row for each: ${header.join(', ').toLowerCase()}.`,
    header,
    rows: rows.map(([label = '', ...cells]) => ({ label, total: false, cells: cells.map(textCell) })),
    notes: [],
    sources: [],
  };
}
