/** Two packs side by side: choose any that were issued, or the pack as it stands. */
import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { momentOf } from '#renderer/parts/words.ts';
import { useComparisonFile } from '#renderer/queries/pack/mutations.ts';
import { useIssued } from '#renderer/queries/pack/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { Difference } from '#renderer/screens/pack/Difference.tsx';
import type { PackChoice } from '#shared/api/api.ts';
import type { IssuedPack } from '#shared/operation/stored.ts';

interface Option {
  readonly value: string;
  readonly words: string;
  readonly choice: PackChoice;
}

export function Compare({ period }: { readonly period: string }) {
  const issued = useIssued();
  return (
    <Ready query={issued}>
      {(packs) =>
        packs.length === 0 ? (
          <Empty title="Nothing to compare yet">
            Once a pack has been issued, choose it here to see what has changed since, or what changed between
            two that went out.
          </Empty>
        ) : (
          <Chosen options={optionsOf(packs, period)} />
        )
      }
    </Ready>
  );
}

/** Newest first, the drafts before them. */
function optionsOf(packs: readonly IssuedPack[], period: string): readonly Option[] {
  const drafts = (['board', 'public'] as const).map((edition) => ({
    value: `draft ${edition}`,
    words: `${period} as it stands, ${edition} edition`,
    choice: { kind: 'draft' as const, period, edition },
  }));
  const gone = packs.toReversed().map(({ id, period: of, edition, at }) => ({
    value: `issued ${id}`,
    words: `${of}, ${edition} edition issued ${momentOf(at)}`,
    choice: { kind: 'issued' as const, id },
  }));
  return [...drafts, ...gone];
}

function Chosen({ options }: { readonly options: readonly Option[] }) {
  const [first, second] = [options.find(({ choice }) => choice.kind === 'issued'), options[0]];
  const [from, setFrom] = useState(first?.value ?? '');
  const [to, setTo] = useState(second?.value ?? '');
  const file = useComparisonFile();
  const { save } = useSave();
  const earlier = options.find(({ value }) => value === from) ?? first;
  const later = options.find(({ value }) => value === to) ?? second;
  if (!earlier || !later) return null;
  const choices = { from: earlier.choice, to: later.choice };
  const take = async () => {
    const done = await file.run(choices);
    if (done) await save(done.value);
  };
  return (
    <>
      <div className="row compare-head">
        <Choice label="Earlier" options={options} value={earlier.value} choose={setFrom} />
        <Choice label="Later" options={options} value={later.value} choose={setTo} />
        <Button disabled={file.busy || earlier === later} onClick={() => void take()}>
          Export as Word…
        </Button>
      </div>
      {earlier === later ? (
        <p className="quiet">This is one pack twice. Choose another to compare it with.</p>
      ) : (
        <Difference key={`${earlier.value} ${later.value}`} {...choices} />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

function Choice({ label, options, value, choose }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => choose(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
