/** Choosing a figure for the words. */
import { useState } from 'react';
import { FigureChoice } from '#renderer/parts/FigureChoice.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { FigureRow } from '#shared/figure/rows.ts';

interface Props {
  readonly period: string;
  readonly insert: (key: string, text: string) => void;
  readonly close: () => void;
}

export function InsertFigure({ period, insert, close }: Props) {
  const table = useFigureTable(period);
  const names = useNames();
  const [chosen, setChosen] = useState<FigureRow | null>(null);
  return (
    <Ask
      title="Insert a figure"
      action="Insert"
      disabled={chosen === null}
      onAction={() => (chosen ? insert(chosen.id, chosen.text) : undefined)}
      onCancel={close}
    >
      <Ready query={table} words="Working out the figures…">
        {(value) => <FigureChoice table={value} names={names} chosen={chosen} choose={setChosen} />}
      </Ready>
    </Ask>
  );
}
