/** Which sign separates the columns of a CSV: the one that splits its lines most alike. */

/** In order of trust: a tab or a bar seldom stands in a cell, a comma often does (`1,5`, `Castle, Wycliffe`). */
export const DELIMITERS = ['\t', '|', ';', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How much better a sign must split the lines than a more trusted one. */
const MARGIN = 0.1;

/**
 * The likeliest separator, or null when none splits the text into columns. A separator is scored by how many
 * lines it splits and how many of them agree on the number of columns; among the best the most trusted wins.
 */
export function sniffDelimiter(text: string): Delimiter | null {
  const lines = sampleLines(text);
  const scores = new Map(DELIMITERS.map((delimiter) => [delimiter, agreement(lines, delimiter)]));
  const best = Math.max(...scores.values());
  if (best === 0) return null;
  return DELIMITERS.find((delimiter) => (scores.get(delimiter) ?? 0) >= best - MARGIN) ?? null;
}

/** The first lines that say something, with quoted stretches (which may hold any sign) taken out. */
function sampleLines(text: string): string[] {
  return text
    .slice(0, 50_000)
    .replace(/(^|[,;|\t\r\n])"(?:[^"]|"")*"(?=[,;|\t\r\n]|$)/g, '$1q')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
}

/** Between 0 (no line is split) and 1 (every line is split into the same number of columns). */
function agreement(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => pieces(line, delimiter)).filter((count) => count > 1);
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return (Math.max(0, ...frequency.values()) + counts.length) / Math.max(1, 2 * lines.length);
}

/** Columns in a line; commas in `1,234` and in running text (`Castle, Wycliffe`) are not counted. */
function pieces(line: string, delimiter: Delimiter): number {
  if (delimiter !== ',') return line.split(delimiter).length;
  return line.replace(/, /g, ' ').split(',').length;
}
