/** What the board set out to reach, by measure, programme and year. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { namesOf } from '#renderer/queries/definition/names.ts';
import { withTarget } from '#renderer/screens/board/state.ts';
import { typedValue } from '#renderer/screens/reconcile/draft.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

export function Targets({ draft, change }: Props) {
  const names = namesOf(draft);
  return (
    <Panel title="Targets">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Programme</th>
            <th scope="col">Year</th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col">
              <span className="unseen">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.targets.map((target) => (
            <tr key={`${target.measure} ${target.programme} ${target.year}`}>
              <th scope="row">{names.measure(target.measure)}</th>
              <td>{target.programme ? names.programme(target.programme) : 'The board'}</td>
              <td>{target.year}</td>
              <td className="number">{target.value.toLocaleString('en-GB')}</td>
              <td>
                <Button
                  size="small"
                  aria-label={`Remove the target for ${names.measure(target.measure)}`}
                  onClick={() => change(withTarget(draft, target, null))}
                >
                  Remove
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NewTarget draft={draft} change={change} />
    </Panel>
  );
}

function NewTarget({ draft, change }: Props) {
  const [measure, setMeasure] = useState(draft.measures[0]?.code ?? '');
  const [programme, setProgramme] = useState('');
  const [year, setYear] = useState('');
  const [value, setValue] = useState('');
  const number = typedValue(value);
  const ready = /^\d{4}-\d{2}$/.test(year) && number !== null;
  const add = () => {
    change(withTarget(draft, { measure, programme: programme || null, year }, number));
    setValue('');
  };
  return (
    <div className="row add-category">
      <Field label="Measure">
        <Select value={measure} onChange={(_, data) => setMeasure(data.value)}>
          {draft.measures.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Programme">
        <Select value={programme} onChange={(_, data) => setProgramme(data.value)}>
          <option value="">The board</option>
          {draft.programmes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Year, such as 2020-21">
        <Input value={year} onChange={(_, data) => setYear(data.value)} />
      </Field>
      <Field label="Target">
        <Input value={value} onChange={(_, data) => setValue(data.value)} />
      </Field>
      <Button disabled={!ready} onClick={add}>
        Add
      </Button>
    </div>
  );
}
