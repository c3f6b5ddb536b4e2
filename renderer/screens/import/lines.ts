/** The rows and columns of a table, what each was taken for, and what else it may be. */
import type { BoardDefinition, TableDefinition } from '#shared/definition/definition.ts';
import { TAUGHT_ASIDE, TAUGHT_ITEM } from '#shared/meaning/taught.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';

export interface LineReading {
  readonly axis: 'Row' | 'Column';
  /** The innermost words of its label, as printed. */
  readonly label: string;
  /** Whether something was understood by it. */
  readonly read: boolean;
  readonly choices: readonly LineChoice[];
}

export interface LineChoice {
  /** What is remembered when it is chosen. */
  readonly code: string;
  readonly words: string;
}

const ASIDE: LineChoice = { code: TAUGHT_ASIDE, words: 'Remarks: no figures of this table' };

function choicesOf(axis: TableDefinition['rows']): readonly LineChoice[] {
  const items = axis.flatMap((reading) => (reading.kind === 'items' ? reading.items : []));
  const named = items.filter(({ label }) => label !== '');
  if (items.length === 0) return [];
  return [...named.map(({ label }) => ({ code: TAUGHT_ITEM + label, words: label })), ASIDE];
}

/** Lines to settle first, each label once; none for a table that is not one of the board's. */
export function lineReadings(
  table: UnderstoodTable,
  definition: BoardDefinition | null,
): readonly LineReading[] {
  const known = definition?.tables.find(({ code }) => code === table.code);
  if (!known) return [];
  const axes = [
    {
      axis: 'Column',
      lines: table.shape.columns,
      facets: table.columnFacets,
      choices: choicesOf(known.columns),
    },
    { axis: 'Row', lines: table.shape.rows, facets: table.rowFacets, choices: choicesOf(known.rows) },
  ] as const;
  const all = axes.flatMap(({ axis, lines, facets, choices }) =>
    lines.flatMap((line, at): readonly LineReading[] => {
      const label = line.path.at(-1);
      return label && choices.length > 0
        ? [{ axis, label, read: (facets[at] ?? null) !== null, choices }]
        : [];
    }),
  );
  const once = all.filter(
    (one, at) => all.findIndex((other) => other.axis === one.axis && other.label === one.label) === at,
  );
  return [...once.filter(({ read }) => !read), ...once.filter(({ read }) => read)];
}
