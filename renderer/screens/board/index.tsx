/** Board: what it is made of, what was done to it, and keeping it safe. */

import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Tabs } from '#renderer/parts/Tabs.tsx';
import { Audit } from '#renderer/screens/board/Audit.tsx';
import { Definition } from '#renderer/screens/board/Definition.tsx';
import { House } from '#renderer/screens/board/House.tsx';
import { Safety } from '#renderer/screens/board/Safety.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/board/board.css';

export function BoardScreen() {
  const { board } = useAround();
  const [tab, setTab] = useState<'definition' | 'house' | 'audit' | 'safety'>('definition');
  return (
    <Screen
      title="Board"
      about={`${board.board}, ${board.council}. Kept in ${board.path}`}
      actions={
        <Tabs
          label="Board"
          tabs={[
            { value: 'definition', words: 'Definition' },
            { value: 'house', words: 'House style' },
            { value: 'audit', words: 'Audit trail' },
            { value: 'safety', words: 'Backups and passphrase' },
          ]}
          value={tab}
          choose={setTab}
        />
      }
    >
      {board.notices.map((notice) => (
        <p key={notice} className="quiet">
          {notice}
        </p>
      ))}
      {tab === 'definition' ? <Definition /> : null}
      {tab === 'house' ? <House /> : null}
      {tab === 'audit' ? <Audit /> : null}
      {tab === 'safety' ? <Safety /> : null}
    </Screen>
  );
}
