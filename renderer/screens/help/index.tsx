/** Help: the quarter step by step, the keys, and what the findings mean. */

import { useEffect, useState } from 'react';
import { kindWords } from '#renderer/parts/kinds.ts';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Severity } from '#renderer/parts/Severity.tsx';
import { Tabs } from '#renderer/parts/Tabs.tsx';
import { KeyMap } from '#renderer/screens/help/KeyMap.tsx';
import { Steps } from '#renderer/screens/help/Steps.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/help/help.css';

type Part = 'steps' | 'keys' | 'findings';

const partOf = (focus: string | null): Part => (focus === 'keys' || focus === 'findings' ? focus : 'steps');

export function Help() {
  const { route } = useAround();
  const [tab, setTab] = useState(partOf(route.focus));
  useEffect(() => setTab(partOf(route.focus)), [route.focus]);
  return (
    <Screen
      title="Help"
      actions={
        <Tabs
          label="Help"
          tabs={[
            { value: 'steps', words: 'The quarter, step by step' },
            { value: 'keys', words: 'Keyboard' },
            { value: 'findings', words: 'What the findings mean' },
          ]}
          value={tab}
          choose={setTab}
        />
      }
    >
      {tab === 'steps' ? <Steps /> : null}
      {tab === 'keys' ? <KeyMap /> : null}
      {tab === 'findings' ? <Kinds /> : null}
    </Screen>
  );
}

function Kinds() {
  return (
    <>
      <Panel title="How serious">
        <p>
          <Severity level="high" /> would mislead the board: settle it before the pack goes out.
        </p>
        <p>
          <Severity level="medium" /> needs an answer from the provider.
        </p>
        <p>
          <Severity level="low" /> is a rounding slip or housekeeping.
        </p>
      </Panel>
      <Panel title="Kinds of finding">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">What it means</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {Object.values(kindWords).map(({ name, means, todo }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{means}</td>
                <td>{todo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}
