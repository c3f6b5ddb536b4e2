/** The decision: which cell is right, or another value, or nothing is wrong; and why. */
import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useDecide } from '#renderer/queries/finding/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { type Draft, figureCells, objection, verdictOf } from '#renderer/screens/reconcile/draft.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

interface Props {
  readonly finding: SettledFinding;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly take: (next: Partial<Draft>, field?: 'why' | 'value') => void;
  readonly why: RefObject<HTMLTextAreaElement | null>;
  readonly value: RefObject<HTMLInputElement | null>;
  readonly done: () => void;
}

export function Decision(props: Props) {
  const { draft, change, why, value } = props;
  const { missing, commit, busy } = useCommit(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
    } else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  return (
    <form
      className="decision"
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
      aria-label="Decision"
    >
      <Choices {...props} />
      {draft.choice === 'value' ? (
        <Field label={`Value${draft.cell === null ? '' : ` for cell ${draft.cell + 1}`}`} size="small">
          <Input
            size="small"
            ref={value}
            value={draft.value}
            onChange={(_, data) => change({ ...draft, value: data.value })}
          />
        </Field>
      ) : null}
      <div className="decision-why">
        <Field size="small" validationMessage={missing ?? undefined}>
          <Textarea
            aria-label="Reason"
            size="small"
            rows={2}
            ref={why}
            value={draft.why}
            placeholder="Reason: what caused it, and how it is known"
            onChange={(_, data) => change({ ...draft, why: data.value })}
          />
        </Field>
        <Button appearance="primary" disabled={busy} onClick={() => void commit()}>
          Decide (Ctrl+Enter)
        </Button>
      </div>
    </form>
  );
}

function useCommit({ finding, draft, done }: Props) {
  const decide = useDecide();
  const tell = useTell();
  const [missing, setMissing] = useState<string | null>(null);
  const commit = async () => {
    const verdict = verdictOf(draft);
    const words = objection(draft);
    setMissing(words);
    if (words !== null || typeof verdict === 'string') return;
    const answer = await decide.attempt({ id: finding.id, verdict, why: draft.why });
    if (!answer.ok) {
      setMissing(answer.error.message);
      return;
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    tell({ kind: 'done', text: `Decided: ${finding.title}` });
    done();
  };
  return { missing, commit, busy: decide.busy };
}

/** Radio values: `cell 0`, `value`, `dismiss`. */
function Choices({ finding, draft, take }: Props) {
  const figures = figureCells(finding);
  const chosen = draft.choice === 'accept' ? `cell ${draft.cell}` : (draft.choice ?? '');
  const choose = (value: string) => {
    if (value === 'value') take({ choice: 'value' }, 'value');
    else if (value === 'dismiss') take({ choice: 'dismiss' });
    else take({ choice: 'accept', cell: Number(value.replace('cell ', '')) });
  };
  return (
    <RadioGroup
      className="choices"
      value={chosen}
      onChange={(_, { value }) => choose(value)}
      aria-label="What is right"
    >
      {figures.map((index) => (
        <Radio key={index} value={`cell ${index}`} label={<Cell finding={finding} index={index} />} />
      ))}
      {figures.length > 0 ? <Radio value="value" label="Another value (V)" /> : null}
      <Radio value="dismiss" label="Nothing is wrong: dismiss (D)" />
    </RadioGroup>
  );
}

function Cell({ finding, index }: { readonly finding: SettledFinding; readonly index: number }) {
  const cell = finding.cells[index];
  if (!cell) return null;
  return (
    <span title={`${cell.ref.file}, ${cell.ref.sheet} ${cell.ref.cell}`}>
      <span className="mark">{index + 1}</span>
      <strong>{cell.ref.text}</strong> is right{' '}
      <span className="quiet">
        · {cell.label}, {cell.ref.sheet} {cell.ref.cell}
      </span>
    </span>
  );
}
