/** Names, deadlines and the rule for small numbers. */
import { Field, Input } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import type { BoardDefinition } from '#shared/definition/definition.ts';

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
      <Field label="Counts from 1 up to this are not published">
        <Input
          type="number"
          min={0}
          value={String(smallNumber.threshold)}
          onChange={(_, { value }) =>
            change({ ...draft, smallNumber: { ...smallNumber, threshold: whole(value) } })
          }
        />
      </Field>
      <Field label="Shown instead of them">
        <Input
          value={smallNumber.symbol}
          onChange={(_, { value }) => change({ ...draft, smallNumber: { ...smallNumber, symbol: value } })}
        />
      </Field>
    </Panel>
  );
}
