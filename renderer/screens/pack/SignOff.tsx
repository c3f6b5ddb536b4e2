/** Sign-off: each question of the pack with who answers it, the answer, and by whom and when it was cleared. */
import { Badge, Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { useAssign, useClear } from '#renderer/queries/pack/mutations.ts';
import { useNarrative, useSignoffs } from '#renderer/queries/pack/queries.ts';
import { Words } from '#renderer/screens/pack/Words.tsx';
import { clearanceLine, type Signoff } from '#shared/pack/signoff.ts';

const STATE = {
  unwritten: 'not written',
  drafted: 'draft',
  cleared: 'cleared',
  reopened: 'to be cleared again',
} as const;

const COLOUR = {
  unwritten: 'subtle',
  drafted: 'warning',
  cleared: 'success',
  reopened: 'danger',
} as const;

export function SignOff({ period }: { readonly period: string }) {
  const signoffs = useSignoffs(period);
  const [wanted, setWanted] = useState<string | null>(null);
  return (
    <Ready query={signoffs}>
      {(list) => {
        const signoff = list.find(({ code }) => code === wanted) ?? list[0];
        if (!signoff)
          return (
            <Empty title="Nothing to sign off">
              The board’s definition asks no questions of its officers.
            </Empty>
          );
        return (
          <div className="sign-off">
            <Questions list={list} chosen={signoff.code} choose={setWanted} />
            <Answer key={signoff.code} period={period} signoff={signoff} />
          </div>
        );
      }}
    </Ready>
  );
}

interface QuestionsProps {
  readonly list: readonly Signoff[];
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

function Questions({ list, chosen, choose }: QuestionsProps) {
  return (
    <nav className="outline" aria-label="Questions to sign off">
      <ul>
        {list.map(({ code, heading, role, officer, state }) => (
          <li key={code} className={code === chosen ? 'chosen' : ''}>
            <button
              type="button"
              className="outline-title question"
              aria-current={code === chosen ? 'true' : undefined}
              onClick={() => choose(code)}
            >
              {heading}
              <span className="quiet">{officer || role}</span>
              <Badge appearance="tint" color={COLOUR[state]}>
                {STATE[state]}
              </Badge>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Answer({ period, signoff }: { readonly period: string; readonly signoff: Signoff }) {
  const narrative = useNarrative(period);
  const { code, heading } = signoff;
  return (
    <section className="narrative" aria-label={heading}>
      <header className="panel-head">
        <h2>{heading}</h2>
      </header>
      <Assigned key={`assigned ${signoff.officer}`} period={period} signoff={signoff} />
      {narrative.value ? (
        <Words
          period={period}
          code={code}
          title={heading}
          entry={narrative.value.find(({ section }) => section === code) ?? null}
          reviewed={false}
        />
      ) : null}
      <Clearance key={`cleared ${signoff.officer}`} period={period} signoff={signoff} />
    </section>
  );
}

function Assigned({ period, signoff }: { readonly period: string; readonly signoff: Signoff }) {
  const [officer, setOfficer] = useState(signoff.officer);
  const assign = useAssign();
  const keep = () => {
    if (officer.trim() !== signoff.officer) void assign.run({ period, code: signoff.code, officer });
  };
  return (
    <Field label={`Assigned to (${signoff.role})`} hint="Kept for the next quarters too, until changed.">
      <Input
        value={officer}
        onChange={(_, { value }) => setOfficer(value)}
        onBlur={keep}
        onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
      />
    </Field>
  );
}

/** Today, where the window stands. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function Clearance({ period, signoff }: { readonly period: string; readonly signoff: Signoff }) {
  const { code, state, cleared, officer } = signoff;
  const [by, setBy] = useState(cleared?.by ?? officer);
  const [on, setOn] = useState(today);
  const clear = useClear();
  const line = (
    <MessageBar intent={state === 'cleared' ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>{clearanceLine(signoff)}</MessageBarBody>
    </MessageBar>
  );
  if (state === 'cleared') {
    return (
      <div className="column">
        {line}
        <Button
          className="front-save"
          disabled={clear.busy}
          onClick={() => void clear.run({ period, code, cleared: null })}
        >
          Take the clearance back
        </Button>
      </div>
    );
  }
  return (
    <form
      className="column"
      aria-label="Clear"
      onSubmit={(event) => {
        event.preventDefault();
        void clear.run({ period, code, cleared: { by, on } });
      }}
    >
      {line}
      <div className="row clear-row">
        <Field label="Cleared by">
          <Input value={by} onChange={(_, { value }) => setBy(value)} />
        </Field>
        <Field label="On">
          <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          disabled={clear.busy || state === 'unwritten' || by.trim() === '' || on === ''}
        >
          Clear
        </Button>
      </div>
    </form>
  );
}
