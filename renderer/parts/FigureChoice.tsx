/** Choosing a figure of the board by its words. */
import { Field, Radio, RadioGroup, SearchBox } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Names } from '#renderer/queries/definition/names.ts';
import { type FigureRow, type FigureTable, figureRows } from '#shared/figure/rows.ts';

interface Likely {
  readonly ids: readonly string[];
  readonly value: number;
  readonly period: string;
}

interface Props {
  readonly table: FigureTable;
  readonly names: Names;
  readonly chosen: FigureRow | null;
  readonly choose: (row: FigureRow | null) => void;
  /** Ids of figures to offer before all others; then those of this value, then those of this period. */
  readonly likely?: Likely;
  readonly focused?: boolean;
}

/** Figures offered at a time. */
const SHOWN = 40;

function rankOf({ id, value, period }: FigureRow, { ids, ...wanted }: Likely): number {
  if (ids.includes(id)) return 0;
  if (value === wanted.value) return period === wanted.period ? 1 : 2;
  return period === wanted.period ? 3 : 4;
}

export function FigureChoice({ table, names, chosen, choose, likely, focused = true }: Props) {
  const [search, setSearch] = useState('');
  const rows = useMemo(() => {
    const all = figureRows(table).map((row) => ({ row, words: wordsOf(row, names) }));
    return likely ? all.toSorted((a, b) => rankOf(a.row, likely) - rankOf(b.row, likely)) : all;
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
