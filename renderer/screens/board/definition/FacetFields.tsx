/** What a table or a line says about the numbers in it. What is left open is said elsewhere: by the table, the other axis. */
import { filled } from '#renderer/screens/board/definition/entries.ts';
import { Choice } from '#renderer/screens/board/definition/fields.tsx';
import { aspects, relativePeriods, units } from '#renderer/screens/board/definition/words.ts';
import type { BoardDefinition, Facets } from '#shared/definition/definition.ts';

interface Props {
  readonly board: BoardDefinition;
  readonly facets: Facets;
  readonly set: (facets: Facets) => void;
}

const OPEN = 'Not said here';

export function FacetFields({ board, facets, set }: Props) {
  const put = (fields: Readonly<Record<string, string>>) => set(filled({ ...facets, ...fields }));
  return (
    <div className="facets">
      <Choice
        label="Measure"
        none={OPEN}
        value={facets.measure ?? ''}
        options={board.measures}
        change={(measure) => put({ measure })}
      />
      <Choice
        label="Programme"
        none={OPEN}
        value={facets.programme ?? ''}
        options={board.programmes}
        change={(programme) => put({ programme })}
      />
      <Choice
        label="Counted in"
        none={OPEN}
        value={facets.unit ?? ''}
        options={units}
        change={(unit) => put({ unit })}
      />
      <Choice
        label="Period"
        none={OPEN}
        value={facets.period ?? ''}
        options={relativePeriods}
        change={(period) => put({ period })}
      />
      <Choice
        label="What is given"
        none={OPEN}
        value={facets.aspect ?? ''}
        options={aspects}
        change={(aspect) => put({ aspect })}
      />
    </div>
  );
}
