/** Choosing a figure of the board by its words. */
import { Field, Radio, RadioGroup, SearchBox } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Names } from '#renderer/queries/definition/names.ts';
import { type FigureRow, type FigureTable, figureRows } from '#shared/figure/rows.ts';

interface Props {
  readonly table: FigureTable;
  readonly names: Names;
  readonly chosen: FigureRow | null;
  readonly choose: (row: FigureRow | null) => void;
  /** Ids of figures to offer before all others. */
  readonly likely?: readonly string[];
  readonly focused?: boolean;
}

/** Figures offered at a time. */
const SHOWN = 40;
const NONE: readonly string[] = [];

export function FigureChoice({ table, names, chosen, choose, likely = NONE, focused = true }: Props) {
  const [search, setSearch] = useState('');
  const rows = useMemo(() => {
    const all = figureRows(table).map((row) => ({ row, words: wordsOf(row, names) }));
    const first = new Set(likely);
    return [...all.filter(({ row }) => first.has(row.id)), ...all.filter(({ row }) => !first.has(row.id))];
  }, [table, names, likely]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((one) => words.every((word) => one.words.toLowerCase().includes(word)));
  return (
    <>
      <Field label="Search" hint="For example: families started MST">
        <SearchBox autoFocus={focused} value={search} onChange={(_, { value }) => setSearch(value)} />
      </Field>
      <div className="figure-choice">
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

/** `Referrals, Family Group Conferences, Source: CP, children, 2020-21 Q1` */
export function wordsOf({ measure, programme, period, dims, unit }: FigureRow, names: Names): string {
  return [names.measure(measure), names.programme(programme), names.dims(dims), unit, period]
    .filter(Boolean)
    .join(', ');
}
