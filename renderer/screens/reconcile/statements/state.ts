/** Which statements are shown, and which is in hand. */
import type { StatementRow } from '#shared/claim/list.ts';

/** Two returns may hold the same sentence: its place tells them apart. */
export function numbered({ name, file, sheet, cell }: StatementRow): string {
  return [name, file, sheet, cell].join('|');
}

export function matching<T extends StatementRow>(rows: readonly T[], search: string): readonly T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ sentence, said, file }) => {
    const text = `${said} ${sentence} ${file}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The one asked for, else the first. */
export function chosenOf<T extends StatementRow>(rows: readonly T[], wanted: string | null): T | null {
  return rows.find((row) => numbered(row) === wanted) ?? rows[0] ?? null;
}

/** The sentence with the number in hand apart: `['Volunteers in total: ', '112', ' volunteers']`. */
export function markedIn(sentence: string, said: string): readonly [string, string, string] {
  const at = sentence.indexOf(said);
  if (at < 0) return [sentence, '', ''];
  return [sentence.slice(0, at), said, sentence.slice(at + said.length)];
}
