/** The list on the left, the finding in hand on the right. */
import { useMemo, useState } from 'react';
import { Empty } from '#renderer/parts/States.tsx';
import { useNames } from '#renderer/queries/definition/names.ts';
import { Batch } from '#renderer/screens/reconcile/Batch.tsx';
import { Detail } from '#renderer/screens/reconcile/Detail.tsx';
import { Filters } from '#renderer/screens/reconcile/Filters.tsx';
import { List } from '#renderer/screens/reconcile/List.tsx';
import { filterFor, following, listed, neighbour, rowsOf } from '#renderer/screens/reconcile/state.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

const NONE: ReadonlySet<string> = new Set();

export function Worklist({ findings }: { readonly findings: readonly SettledFinding[] }) {
  const { route } = useAround();
  const names = useNames();
  const [filter, setFilter] = useState(() => filterFor(route.focus));
  const [folded, setFolded] = useState(NONE);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState(() => route.focus?.replace(/^finding /, '') ?? null);
  const rows = useMemo(
    () => rowsOf(listed(findings, filter), filter.group, folded, names.provider),
    [findings, filter, folded, names],
  );
  const chosen = rows.some(({ id }) => id === wanted) ? wanted : neighbour(rows, null, 0);
  const finding = findings.find(({ id }) => id === chosen) ?? null;
  const fold = (label: string) => {
    const next = new Set(folded);
    if (!next.delete(label)) next.add(label);
    setFolded(next);
  };
  return (
    <div className="worklist">
      <div className="worklist-left">
        <Filters filter={filter} change={setFilter} findings={findings} names={names} />
        <List rows={rows} chosen={chosen} choose={setWanted} fold={fold} pick={setPicked} names={names} />
        {picked.length > 1 ? <Batch ids={picked} /> : null}
      </div>
      {finding ? (
        <Detail
          key={finding.id}
          finding={finding}
          step={(by) => setWanted(neighbour(rows, chosen, by))}
          done={() => setWanted(following(rows, finding.id))}
        />
      ) : (
        <Nothing all={findings.length} />
      )}
    </div>
  );
}

function Nothing({ all }: { readonly all: number }) {
  return (
    <Empty title={all === 0 ? 'There are no findings' : 'Nothing in this list'}>
      {all === 0
        ? 'Everything that could be checked agrees. Import more returns, or go on to Pack.'
        : 'Everything here is settled. Choose “All” under Show to see it, or change what is filtered.'}
    </Empty>
  );
}
