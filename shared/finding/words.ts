/** Small pieces of English shared by every finding. */

/** `a`, `a and b`, `a, b and c`; after `most` items "and 4 more". */
export function listOf(items: readonly string[], most = 8): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

export const quote = (text: string): string => `“${text}”`;

/** `1 cell`, `2 cells`. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** The text with its first letter a capital. */
export function sentence(text: string): string {
  return text === '' ? text : `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

/** A label cut to a readable length for a title. */
export function short(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** Labels compared as people do: case, spacing, punctuation and bullets aside. */
export function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£]+/gu, ' ')
    .trim();
}
