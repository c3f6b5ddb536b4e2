/** Paragraphs and bullets that state a number, in figures or in words, kept to be compared with the tables. */
import type { Reading, TextLine } from '#shared/grid/grid.ts';
import type { Statement } from '#shared/meaning/understood.ts';
import type { ShapeTable } from '#shared/table/table.ts';

const NUMBER_WORDS =
  /\b(?:all|both|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|thirds|quarter|quarters|double|doubled|per cent)\b/i;

function states(line: TextLine): boolean {
  return /\d/.test(line.text) || NUMBER_WORDS.test(line.text);
}

/** Every text line of the document with a digit or a number word, with its place: sheet `Text`, cell `P12`. */
function paragraphs(reading: Reading): readonly Statement[] {
  return reading.text.filter(states).map((line) => ({
    source: { file: reading.file, sheet: 'Text', cell: line.address, text: line.text },
    line,
  }));
}

/** Lines that a sheet has beside its tables: summary lines over them, notes under them. */
function linesOnSheets(reading: Reading, tables: readonly ShapeTable[]): readonly Statement[] {
  const found = new Map<string, Statement>();
  for (const { sheet, titles, notes } of tables) {
    for (const line of [...titles, ...notes]) {
      if (/^P\d+$/.test(line.address) || !states(line)) continue;
      const source = { file: reading.file, sheet, cell: line.address, text: line.text };
      found.set(`${sheet}!${line.address}`, { source, line });
    }
  }
  return [...found.values()];
}

/** What a return states outside its tables, paragraphs first. */
export function statementsOf(reading: Reading, tables: readonly ShapeTable[]): readonly Statement[] {
  return [...paragraphs(reading), ...linesOnSheets(reading, tables)];
}
