/** Paragraphs and bullets that state a number, in figures or in words, kept to be compared with the tables. */
import type { Reading, TextLine } from '#shared/grid/grid.ts';
import type { Statement } from '#shared/meaning/understood.ts';
import type { ShapeTable } from '#shared/table/table.ts';

const NUMBER_WORDS =
  /\b(?:all|both|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|thirds|quarter|quarters|double|doubled|per cent)\b/i;

/** Words that claim a direction without a number. */
const DIRECTION =
  /\b(?:ris(?:en|ing)|rose|increas(?:ed|ing)|decreas(?:ed|ing)|fell|fall(?:en|ing)|dropped|declin(?:ed|ing)|reduc(?:ed|ing)|grown|growing)\b/i;

/** A short line without a full stop is a heading for the lines under it, whatever its style. */
function heads({ text, style }: TextLine): boolean {
  return (
    style === 'heading' ||
    (style === 'body' && text.trim().split(/\s+/).length <= 8 && !/[.:;]\s*$/.test(text))
  );
}

function states(line: TextLine): boolean {
  return /\d/.test(line.text) || NUMBER_WORDS.test(line.text) || DIRECTION.test(line.text);
}

const MOST_HEADINGS = 4;

/** Every text line of the document that states something, with its place (sheet `Text`, cell `P12`) and its headings. */
function paragraphs(reading: Reading): readonly Statement[] {
  let under: readonly string[] = [];
  return reading.text.flatMap((line): readonly Statement[] => {
    const above = under;
    if (heads(line)) under = [line.text, ...under].slice(0, MOST_HEADINGS);
    if (!states(line)) return [];
    const source = { file: reading.file, sheet: 'Text', cell: line.address, text: line.text };
    return [above.length === 0 ? { source, line } : { source, line, under: above }];
  });
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
