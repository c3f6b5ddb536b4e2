/** Reconcile: the work list, the finding in hand, and the decision. */

import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { Tabs } from '#renderer/parts/Tabs.tsx';
import { count } from '#renderer/parts/words.ts';
import { useFindings } from '#renderer/queries/finding/queries.ts';
import { KeyStrip } from '#renderer/screens/reconcile/KeyStrip.tsx';
import { Queries } from '#renderer/screens/reconcile/Queries.tsx';
import { isOpen } from '#renderer/screens/reconcile/state.ts';
import { Statements } from '#renderer/screens/reconcile/statements/index.tsx';
import { Worklist } from '#renderer/screens/reconcile/Worklist.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/reconcile/reconcile.css';

function About({ open, keys }: { readonly open: number | undefined; readonly keys: boolean }) {
  const { period } = useAround();
  return (
    <span className="row key-line">
      {open === undefined ? 'Settle what does not agree.' : `${count(open, 'finding')} open for ${period}`}
      {keys ? <KeyStrip /> : null}
    </span>
  );
}

const tabs = ['list', 'statements', 'queries'] as const;
type Tab = (typeof tabs)[number];

export function Reconcile() {
  const { period, route } = useAround();
  const findings = useFindings(period);
  const [tab, setTab] = useState<Tab>(tabs.find((one) => one === route.focus) ?? 'list');
  const open = findings.value?.filter(isOpen).length;
  return (
    <Screen
      fill
      title="Reconcile"
      about={<About open={open} keys={tab === 'list'} />}
      actions={
        <Tabs
          label="Reconcile"
          tabs={[
            { value: 'list', words: 'Work list' },
            { value: 'statements', words: 'Statements' },
            { value: 'queries', words: 'Messages to providers' },
          ]}
          value={tab}
          choose={setTab}
        />
      }
    >
      {tab === 'queries' ? <Queries period={period} /> : null}
      {tab === 'statements' ? <Statements key={period} period={period} /> : null}
      {tab === 'list' ? (
        <Ready query={findings} words="Checking the returns…">
          {(value) => <Worklist key={period} findings={value} />}
        </Ready>
      ) : null}
    </Screen>
  );
}
