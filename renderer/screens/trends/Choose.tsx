/** What is drawn. */
import { Field, Select } from '@fluentui/react-components';
import type { Names } from '#renderer/queries/definition/names.ts';
import { ANY, periodKinds } from '#renderer/screens/figures/state.ts';
import { choicesFor, comparatorsIn, type TrendChoice } from '#renderer/screens/trends/state.ts';
import type { FigureTable } from '#shared/figure/rows.ts';

interface Props {
  readonly table: FigureTable;
  readonly names: Names;
  readonly choice: TrendChoice;
  readonly change: (choice: TrendChoice) => void;
}

interface Option {
  readonly value: string;
  readonly words: string;
}

export function Choose({ table, names, choice, change }: Props) {
  const { units, sets, programmes, kinds } = choicesFor(table, choice.measure);
  const pick = (label: string, field: keyof TrendChoice, options: readonly Option[]) => (
    <Field label={label} size="small">
      <Select
        size="small"
        value={choice[field]}
        onChange={(_, { value }) => change(fitting(table, { ...choice, [field]: value }))}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
  const measures = table.measures
    .map((value) => ({ value, words: names.measure(value) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
  const comparators = comparatorsIn(table)
    .map((value) => ({ value, words: names.measure(value) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
  const breakdowns = sets.map((value) => ({ value, words: names.set(value) }));
  return (
    <search className="row trend-choose">
      {pick('Measure', 'measure', measures)}
      {units.length > 1
        ? pick(
            'Counted in',
            'unit',
            units.map((value) => ({ value, words: value })),
          )
        : null}
      {pick('By', 'by', [{ value: 'programme', words: 'Programme' }, ...breakdowns])}
      {choice.by === 'programme'
        ? null
        : pick(
            'Programme',
            'programme',
            programmes.map((code) => ({
              value: code ?? ANY,
              words: code ? names.programme(code) : 'The board',
            })),
          )}
      {pick(
        'Over',
        'kind',
        periodKinds
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ kind, words }) => ({ value: kind, words })),
      )}
      {pick('Set beside', 'beside', [{ value: ANY, words: 'Nothing' }, ...comparators])}
      {pick('Drawn as', 'type', [
        { value: 'line', words: 'Lines' },
        { value: 'bar', words: 'Bars' },
      ])}
    </search>
  );
}

/** A choice that another measure does not offer becomes the first it does. */
function fitting(table: FigureTable, choice: TrendChoice): TrendChoice {
  const { units, sets, programmes, kinds } = choicesFor(table, choice.measure);
  const own = programmes.map((code) => code ?? ANY);
  return {
    ...choice,
    unit: units.includes(choice.unit) ? choice.unit : (units[0] ?? choice.unit),
    by: choice.by === 'programme' || sets.includes(choice.by) ? choice.by : 'programme',
    programme: own.includes(choice.programme) ? choice.programme : (own[0] ?? ANY),
    kind: kinds.includes(choice.kind) ? choice.kind : (kinds[0] ?? choice.kind),
  };
}
