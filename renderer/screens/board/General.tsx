/** Names, deadlines and the rule for small numbers. */
import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import type { BoardDefinition, SmallNumber } from '#shared/definition/definition.ts';

interface Props {
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

/** Whole numbers from nought; anything else is left to the check on saving. */
const whole = (text: string): number => Number.parseInt(text, 10) || 0;

export function General({ draft, change }: Props) {
  const { smallNumber } = draft;
  return (
    <Panel title="Names, deadlines, small numbers" className="general">
      <Field label="Council">
        <Input value={draft.council} onChange={(_, { value }) => change({ ...draft, council: value })} />
      </Field>
      <Field label="Board">
        <Input value={draft.board} onChange={(_, { value }) => change({ ...draft, board: value })} />
      </Field>
      <Field label="Returns are due this many days after the quarter ends">
        <Input
          type="number"
          min={0}
          value={String(draft.returnsDueAfterDays)}
          onChange={(_, { value }) => change({ ...draft, returnsDueAfterDays: whole(value) })}
        />
      </Field>
      <SmallNumbers
        value={smallNumber}
        change={(changes) => change({ ...draft, smallNumber: { ...smallNumber, ...changes } })}
      />
    </Panel>
  );
}

interface SmallNumbersProps {
  readonly value: SmallNumber;
  readonly change: (changes: Partial<SmallNumber>) => void;
}

const METHODS = [
  { rounding: null, words: 'Withhold small numbers, and those they could be worked out from' },
  { rounding: 5, words: 'Round every number of people to the nearest 5' },
  { rounding: 10, words: 'Round every number of people to the nearest 10' },
] as const;

function SmallNumbers({ value: { threshold, symbol, rounding = null }, change }: SmallNumbersProps) {
  return (
    <>
      <Field label="Numbers of people that are small: from 1 up to">
        <Select
          value={String(threshold)}
          onChange={(_, { value }) => change({ threshold: Number.parseInt(value, 10) })}
        >
          {[4, 5, 7, 9].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </Field>
      <Field
        label="In the public edition"
        hint={
          rounding === null
            ? 'Safest: nobody can tell which numbers are small.'
            : 'Shows that a number is small, but not which it is. Where the sums around it tell more, it is withheld.'
        }
      >
        <RadioGroup
          value={String(rounding)}
          onChange={(_, { value }) =>
            change({ rounding: METHODS.find((one) => String(one.rounding) === value)?.rounding ?? null })
          }
        >
          {METHODS.map((one) => (
            <Radio key={String(one.rounding)} value={String(one.rounding)} label={one.words} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Shown instead of what is withheld">
        <Input value={symbol} onChange={(_, { value }) => change({ symbol: value })} />
      </Field>
    </>
  );
}
