/** The statement in hand: its sentence, the figures it may mean, and what to do with it. */
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { FigureChoice } from '#renderer/parts/FigureChoice.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useLinkStatement } from '#renderer/queries/claim/mutations.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { markedIn } from '#renderer/screens/reconcile/statements/state.ts';
import type { UnlinkedStatement } from '#shared/claim/list.ts';
import type { FigureRow } from '#shared/figure/rows.ts';

export function Linking({ statement }: { readonly statement: UnlinkedStatement }) {
  const table = useFigureTable(null);
  const names = useNames();
  const link = useLinkStatement();
  const tell = useTell();
  const [chosen, setChosen] = useState<FigureRow | null>(null);
  const { name, said, candidates, value: number, period } = statement;
  const likely = useMemo(() => ({ ids: candidates, value: number, period }), [candidates, number, period]);
  const settle = async (key: string | null) => {
    const done = await link.run({ name, key });
    if (!done) return;
    const text = key === null ? `“${said}” is no figure of the board.` : `“${said}” is linked.`;
    tell({ kind: 'done', text: `${text} The same sentence will be read so in the next return.` });
  };
  return (
    <section className="detail" aria-label="Statement">
      <div className="detail-scroll">
        <Sentence statement={statement} />
        <h3>Which figure is it?</h3>
        <Ready query={table} words="Working out the figures…">
          {(value) => (
            <FigureChoice
              table={value}
              names={names}
              chosen={chosen}
              choose={setChosen}
              likely={likely}
              focused={false}
            />
          )}
        </Ready>
      </div>
      <footer className="detail-foot">
        <div className="row">
          <Button
            appearance="primary"
            disabled={chosen === null || link.busy}
            onClick={() => (chosen ? void settle(chosen.id) : undefined)}
          >
            Link
          </Button>
          <Button disabled={link.busy} onClick={() => void settle(null)}>
            Not a figure
          </Button>
          <span className="quiet">
            Can be undone. A linked statement is checked against its figure at once.
          </span>
        </div>
      </footer>
    </section>
  );
}

function Sentence({ statement }: { readonly statement: UnlinkedStatement }) {
  const names = useNames();
  const { sentence, said, provider, period, file, sheet, cell } = statement;
  const [before, number, after] = markedIn(sentence, said);
  return (
    <header className="column">
      <span className="quiet">
        {names.provider(provider)} · {period} · {file}, {sheet} {cell}
      </span>
      <blockquote className="said" data-testid="statement">
        {before}
        <mark>{number}</mark>
        {after}
      </blockquote>
    </header>
  );
}
