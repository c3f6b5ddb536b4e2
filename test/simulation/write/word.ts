/** A return as a Word document. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Block, Merge } from '#test/simulation/layout/block.ts';
import type { DocumentItem } from '#test/simulation/layout/page.ts';

function mergeAt(block: Block, row: number, col: number): Merge | undefined {
  return block.merges.find(
    (each) => row >= each.top && row <= each.bottom && col >= each.left && col <= each.right,
  );
}

function wordCell(block: Block, row: number, col: number, text: string, width: number): TableCell | null {
  const merge = mergeAt(block, row, col);
  if (merge && col !== merge.left) return null;
  const down = merge && merge.bottom > merge.top;
  return new TableCell({
    children: [new Paragraph(text)],
    width: { size: width, type: WidthType.DXA },
    ...(merge && merge.right > merge.left ? { columnSpan: merge.right - merge.left + 1 } : {}),
    ...(down
      ? { verticalMerge: row === merge.top ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
      : {}),
  });
}

function wordTable(block: Block): Table {
  const columns = Math.max(...block.rows.map((row) => row.length));
  const width = Math.floor(9600 / columns);
  return new Table({
    columnWidths: Array.from({ length: columns }, () => width),
    rows: block.rows.map(
      (row, r) =>
        new TableRow({
          tableHeader: r < block.headerRows,
          children: row
            .map((placed, c) => wordCell(block, r, c, placed.text, width))
            .filter((cell): cell is TableCell => cell !== null),
        }),
    ),
  });
}

function wordItem(item: DocumentItem): Paragraph | Table {
  if (item.kind === 'table') return wordTable(item.block);
  if (item.style === 'title') return new Paragraph({ text: item.text, heading: HeadingLevel.HEADING_1 });
  if (item.style === 'bullet') return new Paragraph({ text: item.text, bullet: { level: 0 } });
  return item.style === 'caption'
    ? new Paragraph({ text: item.text, style: 'Caption' })
    : new Paragraph(item.text);
}

export async function wordBytes(items: readonly DocumentItem[]): Promise<Uint8Array> {
  const document = new Document({
    styles: { paragraphStyles: [{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal' }] },
    sections: [{ children: items.map(wordItem) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
