/** What the work list shows. */
import { Field, SearchBox, Select } from '@fluentui/react-components';
import { kindWords } from '#renderer/parts/kinds.ts';
import { severities, severityWord } from '#renderer/parts/words.ts';
import type { Names } from '#renderer/queries/definition/names.ts';
import { ALL, type Filter } from '#renderer/screens/reconcile/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

interface Props {
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
  readonly findings: readonly SettledFinding[];
  readonly names: Names;
}

interface Option {
  readonly value: string;
  readonly words: string;
}

const STATUS: readonly Option[] = [
  { value: 'open', words: 'Open' },
  { value: 'settled', words: 'Settled' },
  { value: 'all', words: 'All' },
];

const GROUPS: readonly Option[] = [
  { value: 'none', words: 'No groups' },
  { value: 'severity', words: 'By severity' },
  { value: 'provider', words: 'By provider' },
  { value: 'kind', words: 'By kind' },
];

export function Filters({ filter, change, findings, names }: Props) {
  const providers = [...new Set(findings.map(({ provider }) => provider ?? ''))];
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const choice = (label: string, field: keyof Filter, options: readonly Option[]) => (
    <Field label={label} size="small">
      <Select
        size="small"
        value={filter[field]}
        onChange={(_, { value }) => change({ ...filter, [field]: value })}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
  const any = { value: ALL, words: 'Any' };
  return (
    <search className="filters">
      <Field label="Search" size="small">
        <SearchBox
          size="small"
          value={filter.search}
          onChange={(_, { value }) => change({ ...filter, search: value })}
        />
      </Field>
      {choice('Show', 'status', STATUS)}
      {choice('Severity', 'severity', [
        any,
        ...severities.map((value) => ({ value, words: severityWord[value] })),
      ])}
      {choice('Provider', 'provider', [
        any,
        ...providers.map((value) => ({ value, words: names.provider(value || null) })),
      ])}
      {choice('Kind', 'kind', [any, ...kinds.map((value) => ({ value, words: kindWords[value].name }))])}
      {choice('Group', 'group', GROUPS)}
    </search>
  );
}
