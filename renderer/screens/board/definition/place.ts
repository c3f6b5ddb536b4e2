/** Where a mistake in a definition stands, in words: `Tables, “Residence of families”, rows 1, set`. */
import type { BoardDefinition } from '#shared/definition/definition.ts';

const PARTS: Readonly<Record<string, string>> = {
  programmes: 'Programmes',
  providers: 'Providers',
  measures: 'Measures',
  sets: 'Categories',
  tables: 'Tables',
  identities: 'Identities',
  targets: 'Targets',
  sections: 'Sections of the pack',
  glossary: 'Glossary',
  partOf: 'part of',
  aliases: 'other names',
};

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const named = ['name', 'title', 'label', 'term', 'heading'].flatMap((field) => {
    const text = (value as Readonly<Record<string, unknown>>)[field];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
  return named[0] ?? null;
}

/** `place` as the check gives it: `tables[3].rows[0].set`. */
export function placeWords(definition: BoardDefinition, place: string): string {
  let at: unknown = definition;
  const words = [...place.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].flatMap(([, field, index]) => {
    const step = field ?? index ?? '';
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
    if (field !== undefined) return [PARTS[field] ?? field];
    const name = nameOf(at);
    return [name === null ? String(Number(index) + 1) : `“${name}”`];
  });
  return words.join(', ');
}
