/** The finding in hand: what is wrong, where it is printed, what the arithmetic says, and the decision. */
import { Button } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { kindWords } from '#renderer/parts/kinds.ts';
import { Severity } from '#renderer/parts/Severity.tsx';
import { changeWords } from '#renderer/parts/words.ts';
import { useUndo } from '#renderer/queries/board/mutations.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { Answered } from '#renderer/screens/reconcile/Answered.tsx';
import { Decided } from '#renderer/screens/reconcile/Decided.tsx';
import { Decision } from '#renderer/screens/reconcile/Decision.tsx';
import { type Draft, figureCells, noDraft, suggested } from '#renderer/screens/reconcile/draft.ts';
import { useKeys } from '#renderer/screens/reconcile/keys.ts';
import { Sources } from '#renderer/screens/reconcile/Sources.tsx';
import { isOpen } from '#renderer/screens/reconcile/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

interface Props {
  readonly finding: SettledFinding;
  readonly step: (by: 1 | -1) => void;
  readonly done: () => void;
}

export function Detail({ finding, step, done }: Props) {
  const [draft, setDraft] = useState<Draft>(noDraft);
  const why = useRef<HTMLTextAreaElement>(null);
  const value = useRef<HTMLInputElement>(null);
  const undo = useUndo();
  const tell = useTell();
  const take = useCallback((next: Partial<Draft>, field: 'why' | 'value' = 'why') => {
    setDraft((before) => ({ ...before, ...next }));
    setTimeout(() => (field === 'why' ? why.current : value.current)?.focus(), 0);
  }, []);
  const accept = () => {
    const next = suggested(finding);
    if (next) take({ ...next, why: draft.why });
    else
      tell({
        kind: 'warning',
        text: 'This finding points to no single value. Choose a cell, or give the value.',
      });
  };
  const open = isOpen(finding);
  useKeys({
    step,
    accept: () => open && accept(),
    cell: (cell) => open && figureCells(finding).includes(cell) && take({ choice: 'accept', cell }),
    value: () => open && take({ choice: 'value' }, 'value'),
    dismiss: () => open && take({ choice: 'dismiss' }),
    undo: async () => {
      const undone = await undo.run(null);
      if (undone) tell({ kind: 'done', text: `${changeWords(undone.value.summary)}.` });
    },
  });
  return (
    <section className="detail" aria-label="Finding">
      <div className="detail-scroll">
        <Said finding={finding} />
        <Sources finding={finding} />
        <Arithmetic finding={finding} />
        <Answered finding={finding} />
      </div>
      <footer className="detail-foot">
        <Suggestion finding={finding} accept={open ? accept : null} />
        {finding.decision ? <Decided finding={finding} /> : null}
        {open ? (
          <Decision
            finding={finding}
            draft={draft}
            change={setDraft}
            take={take}
            why={why}
            value={value}
            done={done}
          />
        ) : null}
      </footer>
    </section>
  );
}

function Said({ finding }: { readonly finding: SettledFinding }) {
  const names = useNames();
  return (
    <header className="column">
      <div className="row">
        <Severity level={finding.severity} />
        <span className="quiet">
          {kindWords[finding.kind].name} · {names.provider(finding.provider)} · {finding.period}
        </span>
      </div>
      <h2 data-testid="finding-title">{finding.title}</h2>
      <p>{finding.message}</p>
    </header>
  );
}

function Arithmetic({ finding: { arithmetic } }: { readonly finding: SettledFinding }) {
  if (arithmetic.length === 0) return null;
  return (
    <ul className="arithmetic" aria-label="The arithmetic">
      {arithmetic.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface SuggestionProps {
  readonly finding: SettledFinding;
  readonly accept: (() => void) | null;
}

function Suggestion({ finding, accept }: SuggestionProps) {
  const { suggestion, suspect } = finding;
  if (!suggestion) return null;
  return (
    <div className="suggestion">
      <p>
        <strong>Suggestion</strong>
        {suspect === null ? '' : ` (cell ${suspect + 1} is the likeliest to be wrong)`}: {suggestion}
      </p>
      {accept && suggested(finding) ? (
        <Button size="small" onClick={accept}>
          Accept (A)
        </Button>
      ) : null}
    </div>
  );
}
