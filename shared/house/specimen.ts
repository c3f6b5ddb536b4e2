/** A page that shows everything a house style changes, with words and figures that say nothing of any child. */
import type { Pack, PackTable, TableCell } from '#shared/pack/document.ts';

const number = (value: number): TableCell => ({
  text: String(value),
  value,
  format: 'count',
  key: null,
});

const TABLE: PackTable = {
  kind: 'table',
  id: 'specimen',
  caption: 'How a table looks',
  summary: 'A specimen of a table.',
  header: ['Item', 'First', 'Second'],
  rows: [
    { label: 'One row', total: false, cells: [number(120), number(135)] },
    { label: 'Another row', total: false, cells: [number(80), number(65)] },
    { label: 'Total', total: true, cells: [number(200), number(200)] },
  ],
  notes: ['A note under a table.'],
  sources: [],
};

export function specimen(council: string, board: string): Pack {
  const words =
    'Running text is set like this, in numbered paragraphs, at the size the template gives. The margins are those of the council’s own page.';
  return {
    title: 'How packs will look',
    council,
    board,
    period: '2030-31 Q1',
    edition: 'board',
    marking: 'SPECIMEN',
    date: '2030-06-30',
    front: [],
    sections: [
      {
        code: 'specimen',
        title: 'A first heading',
        appendix: false,
        exempt: null,
        blocks: [
          { kind: 'paragraph', inlines: [{ kind: 'text', text: words }] },
          { kind: 'heading', text: 'A second heading' },
          { kind: 'bullets', items: [[{ kind: 'text', text: 'A point in a list' }]] },
          TABLE,
        ],
      },
    ],
  };
}
