/** Choosing a figure for the words. */
import { Field, Radio, RadioGroup, SearchBox } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Ready } from '#renderer/parts/States.tsx';
import { type Names, useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import { type FigureRow, type FigureTable, figureRows } from '#shared/figure/rows.ts';

interface Props {
  readonly period: string;
  readonly insert: (key: string, text: string) => void;
  readonly close: () => void;
}

/** Figures offered at a time. */
const SHOWN = 40;

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
        {(value) => <List table={value} names={names} chosen={chosen} choose={setChosen} />}
      </Ready>
    </Ask>
  );
}

interface ListProps {
  readonly table: FigureTable;
  readonly names: Names;
  readonly chosen: FigureRow | null;
  readonly choose: (row: FigureRow | null) => void;
}

function List({ table, names, chosen, choose }: ListProps) {
  const [search, setSearch] = useState('');
  const rows = useMemo(
    () => figureRows(table).map((row) => ({ row, words: wordsOf(row, names) })),
    [table, names],
  );
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((one) => words.every((word) => one.words.toLowerCase().includes(word)));
  return (
    <>
      <Field label="Search" hint="For example: families started MST">
        <SearchBox autoFocus value={search} onChange={(_, { value }) => setSearch(value)} />
      </Field>
      <div className="insert-list">
        <RadioGroup
          aria-label="Figures"
          value={chosen?.id ?? ''}
          onChange={(_, { value }) => choose(found.find(({ row }) => row.id === value)?.row ?? null)}
        >
          {found.slice(0, SHOWN).map((one) => (
            <Radio
              key={one.row.id}
              value={one.row.id}
              label={
                <span>
                  <strong>{one.row.text}</strong> {one.words}
                </span>
              }
            />
          ))}
        </RadioGroup>
      </div>
      <p className="quiet">
        {found.length > SHOWN
          ? `${SHOWN} of ${found.length.toLocaleString('en-GB')}. Type more words to narrow it down.`
          : ''}
        {found.length === 0 ? 'No figure has all these words.' : ''}
      </p>
    </>
  );
}

function wordsOf({ measure, programme, period, dims, unit }: FigureRow, names: Names): string {
  return [names.measure(measure), names.programme(programme), names.dims(dims), unit, period]
    .filter(Boolean)
    .join(', ');
}
