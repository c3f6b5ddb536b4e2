/** Paragraphs and bullets that state a number, in figures or in words, kept to be compared with the tables. */
import type { Reading } from '#shared/grid/grid.ts';
import type { Statement } from '#shared/meaning/understood.ts';

const NUMBER_WORDS =
  /\b(?:all|both|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|thirds|quarter|quarters|double|doubled|per cent)\b/i;

/** Every text line with a digit or a number word, with its place: sheet `Text`, cell `P12`. */
export function statementsOf(reading: Reading): readonly Statement[] {
  return reading.text
    .filter((line) => /\d/.test(line.text) || NUMBER_WORDS.test(line.text))
    .map((line) => ({
      source: { file: reading.file, sheet: 'Text', cell: line.address, text: line.text },
      line,
    }));
}
