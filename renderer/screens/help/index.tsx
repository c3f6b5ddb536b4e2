/** Help: the quarter step by step, the keys, and what the findings mean. */
import { Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { kindWords } from '#renderer/parts/kinds.ts';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Severity } from '#renderer/parts/Severity.tsx';
import { KeyMap } from '#renderer/screens/help/KeyMap.tsx';
import { Steps } from '#renderer/screens/help/Steps.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/help/help.css';

export function Help() {
  const { route } = useAround();
  const [tab, setTab] = useState<unknown>(route.focus ?? 'steps');
  useEffect(() => setTab(route.focus ?? 'steps'), [route.focus]);
  return (
    <Screen
      title="Help"
      actions={
        <TabList size="small" selectedValue={tab} onTabSelect={(_, { value }) => setTab(value)}>
          <Tab value="steps">The quarter, step by step</Tab>
          <Tab value="keys">Keyboard</Tab>
          <Tab value="findings">What the findings mean</Tab>
        </TabList>
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
