/**
 * The definition a new board starts with: the Edge of Care Interventions Board's, assembled from data.
 *
 * It is checked when it is loaded; a mistake in the data stops the program with its place, rather than a
 * return being read by half a definition.
 */
import board from '#shared/definition/default/board.json' with { type: 'json' };
import ethnicity from '#shared/definition/default/ethnicity.json' with { type: 'json' };
import glossary from '#shared/definition/default/glossary.json' with { type: 'json' };
import identities from '#shared/definition/default/identities.json' with { type: 'json' };
import measures from '#shared/definition/default/measures.json' with { type: 'json' };
import places from '#shared/definition/default/places.json' with { type: 'json' };
import programmes from '#shared/definition/default/programmes.json' with { type: 'json' };
import providers from '#shared/definition/default/providers.json' with { type: 'json' };
import sections from '#shared/definition/default/sections.json' with { type: 'json' };
import sets from '#shared/definition/default/sets.json' with { type: 'json' };
import tablesBoard from '#shared/definition/default/tables-board.json' with { type: 'json' };
import tablesFgc from '#shared/definition/default/tables-fgc.json' with { type: 'json' };
import tablesMstFft from '#shared/definition/default/tables-mst-fft.json' with { type: 'json' };
import tablesPa from '#shared/definition/default/tables-pa.json' with { type: 'json' };
import tablesSafeFamilies from '#shared/definition/default/tables-safe-families.json' with { type: 'json' };
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { parseDefinition } from '#shared/definition/schema.ts';

function assemble(): BoardDefinition {
  const parsed = parseDefinition({
    ...board,
    programmes,
    providers,
    measures,
    sets: [ethnicity, ...places, ...sets],
    tables: [...tablesBoard, ...tablesMstFft, ...tablesFgc, ...tablesPa, ...tablesSafeFamilies],
    identities,
    sections,
    glossary,
  });
  if (parsed.ok) return parsed.definition;
  const lines = parsed.problems.map((problem) => `${problem.place}: ${problem.message}`);
  throw new Error(`The definition that ships with the program is broken:\n${lines.join('\n')}`);
}

/** The Edge of Care Interventions Board's definition. Tables' columns, measures and aliases are all data. */
export const defaultDefinition: BoardDefinition = assemble();
