/** Choosing a figure for the words. */
import { Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { FigureChoice } from '#renderer/parts/FigureChoice.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { waysFor } from '#renderer/screens/pack/ways.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import { type FigureRow, figureRows } from '#shared/figure/rows.ts';
import type { Inline } from '#shared/pack/document.ts';
import { previousQuarter } from '#shared/period/period.ts';

interface Props {
  readonly period: string;
  readonly insert: (inline: Inline) => void;
  readonly close: () => void;
}

export function InsertFigure({ period, insert, close }: Props) {
  const table = useFigureTable(period);
  const earlier = useFigureTable(previousQuarter(period)).value;
  const names = useNames();
  const [chosen, setChosen] = useState<FigureRow | null>(null);
  const [wanted, setWanted] = useState('figure');
  const before = useMemo(() => new Set(earlier ? figureRows(earlier).map(({ id }) => id) : []), [earlier]);
  const ways = chosen ? waysFor(chosen, before) : [];
  const way = ways.find(({ id }) => id === wanted) ?? ways[0];
  return (
    <Ask
      title="Insert a figure"
      action="Insert"
      disabled={way === undefined}
      onAction={() => (way ? insert(way.inline) : undefined)}
      onCancel={close}
    >
      <Ready query={table} words="Working out the figures…">
        {(value) => <FigureChoice table={value} names={names} chosen={chosen} choose={setChosen} />}
      </Ready>
      <Field label="Say it as">
        <Select
          disabled={chosen === null}
          value={way?.id ?? ''}
          onChange={(_, { value }) => setWanted(value)}
        >
          {ways.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
    </Ask>
  );
}
