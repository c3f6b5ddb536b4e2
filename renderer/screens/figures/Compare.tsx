/** The grid of figures: one line a thing, one column a period. */
import { Field, SearchBox, Select } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Names } from '#renderer/queries/definition/names.ts';
import { FigureGrid } from '#renderer/screens/figures/FigureGrid.tsx';
import {
  ANY,
  compare,
  type FigureFilter,
  keyAt,
  type PeriodKind,
  periodKinds,
  startFigures,
} from '#renderer/screens/figures/state.ts';
import type { FigureTable } from '#shared/figure/rows.ts';
import { parsePeriod } from '#shared/period/period.ts';

interface Props {
  readonly table: FigureTable;
  readonly names: Names;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

export function Compare({ table, names, chosen, choose }: Props) {
  const [filter, setFilter] = useState(startFigures);
  const search = useDeferredValue(filter.search);
  const comparison = useMemo(() => {
    const words = (row: number) => {
      const { measure, programme, dims } = keyAt(table, row);
      return `${names.measure(measure)} ${names.programme(programme)} ${names.dims(dims)}`;
    };
    return compare(table, { ...filter, search }, words);
  }, [table, names, filter, search]);
  return (
    <div className="compare">
      <FigureFilters table={table} names={names} filter={filter} change={setFilter} />
      <FigureGrid table={table} names={names} comparison={comparison} chosen={chosen} choose={choose} />
    </div>
  );
}

interface FiltersProps {
  readonly table: FigureTable;
  readonly names: Names;
  readonly filter: FigureFilter;
  readonly change: (filter: FigureFilter) => void;
}

function FigureFilters({ table, names, filter, change }: FiltersProps) {
  const measures = table.measures.map((code) => ({ code, name: names.measure(code) }));
  const programmes = table.programmes.filter((code) => code !== null);
  const used = new Set(table.periods.map((name) => parsePeriod(name)?.kind));
  const kinds = periodKinds.filter(({ kind }) => used.has(kind));
  return (
    <search className="row figure-filters">
      <Field label="Measure" size="small">
        <Select
          size="small"
          value={filter.measure}
          onChange={(_, { value }) => change({ ...filter, measure: value })}
        >
          <option value={ANY}>All measures</option>
          {measures
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <Field label="Programme" size="small">
        <Select
          size="small"
          value={filter.programme}
          onChange={(_, { value }) => change({ ...filter, programme: value })}
        >
          <option value={ANY}>All programmes</option>
          {programmes.map((code) => (
            <option key={code} value={code}>
              {names.programme(code)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Compare" size="small">
        <Select
          size="small"
          value={filter.kind}
          onChange={(_, { value }) => change({ ...filter, kind: value as PeriodKind })}
        >
          {kinds.map(({ kind, words }) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Search" size="small">
        <SearchBox
          size="small"
          value={filter.search}
          onChange={(_, { value }) => change({ ...filter, search: value })}
        />
      </Field>
    </search>
  );
}
