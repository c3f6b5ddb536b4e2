/** Words on a chart: their size, and where lines break. */
import { textWidth } from '#shared/pack/fit.ts';

/** Size of the words on a chart, in its own pixels. */
export const TEXT = 13;

/** Breaks a text at its spaces into lines no wider than the limit; a word too wide for it stands alone. */
export function breakLines(text: string, limit: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`.trim();
    if (textWidth(joined, TEXT) <= limit) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}

/** Width of the widest line. */
export function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, TEXT)));
}

/** Width of the widest single word. */
export function widestWord(text: string): number {
  return widest(text.split(' '));
}
