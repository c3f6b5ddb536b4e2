/** Both sides as they were printed, with the cells of the finding lit. */
import { useMemo } from 'react';
import { SourceTable } from '#renderer/parts/SourceTable.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useSources } from '#renderer/queries/finding/queries.ts';
import { marksIn } from '#renderer/screens/reconcile/marks.ts';
import type { SourceView } from '#shared/api/api.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

export function Sources({ finding }: { readonly finding: SettledFinding }) {
  const sources = useSources(finding.cells.length > 0 ? finding.id : null);
  if (finding.cells.length === 0) return null;
  return (
    <Ready query={sources} words="Reading the returns…">
      {(views) => (
        <div className="sources">
          {views.map((view) => (
            <Source
              key={`${view.file} ${view.grid.sheet} ${view.lit.join()}`}
              view={view}
              finding={finding}
            />
          ))}
        </div>
      )}
    </Ready>
  );
}

function Source({ view, finding }: { readonly view: SourceView; readonly finding: SettledFinding }) {
  const names = useNames();
  const lit = useMemo(() => marksIn(view, finding.cells), [view, finding]);
  const name = `${view.file}, ${view.grid.sheet}`;
  return (
    <figure className="column source-figure">
      <figcaption>
        <strong>{view.file}</strong>{' '}
        <span className="quiet">
          {view.grid.sheet} · {names.provider(view.provider)} · {view.period}
        </span>
      </figcaption>
      <SourceTable grid={view.grid} label={name} lit={lit} focus={finding.id} />
    </figure>
  );
}
