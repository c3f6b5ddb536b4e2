/** Board: what it is made of, what was done to it, and keeping it safe. */
import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Audit } from '#renderer/screens/board/Audit.tsx';
import { Definition } from '#renderer/screens/board/Definition.tsx';
import { Safety } from '#renderer/screens/board/Safety.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/board/board.css';

export function BoardScreen() {
  const { board } = useAround();
  const [tab, setTab] = useState<unknown>('definition');
  return (
    <Screen
      title="Board"
      about={`${board.board}, ${board.council}. Kept in ${board.path}`}
      actions={
        <TabList size="small" selectedValue={tab} onTabSelect={(_, { value }) => setTab(value)}>
          <Tab value="definition">Definition</Tab>
          <Tab value="audit">Audit trail</Tab>
          <Tab value="safety">Backups and passphrase</Tab>
        </TabList>
      }
    >
      {board.notices.map((notice) => (
        <p key={notice} className="quiet">
          {notice}
        </p>
      ))}
      {tab === 'definition' ? <Definition /> : null}
      {tab === 'audit' ? <Audit /> : null}
      {tab === 'safety' ? <Safety /> : null}
    </Screen>
  );
}
