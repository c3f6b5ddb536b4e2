/** Reconcile: the work list, the finding in hand, and the decision. */
import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useFindings } from '#renderer/queries/finding/queries.ts';
import { KeyStrip } from '#renderer/screens/reconcile/KeyStrip.tsx';
import { Queries } from '#renderer/screens/reconcile/Queries.tsx';
import { isOpen } from '#renderer/screens/reconcile/state.ts';
import { Worklist } from '#renderer/screens/reconcile/Worklist.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/reconcile/reconcile.css';

function About({ open }: { readonly open: number | undefined }) {
  const { period } = useAround();
  return (
    <span className="row key-line">
      {open === undefined ? 'Settle what does not agree.' : `${count(open, 'finding')} open for ${period}`}
      <KeyStrip />
    </span>
  );
}

export function Reconcile() {
  const { period, route } = useAround();
  const findings = useFindings(period);
  const [tab, setTab] = useState<unknown>(route.focus === 'queries' ? 'queries' : 'list');
  const open = findings.value?.filter(isOpen).length;
  return (
    <Screen
      fill
      title="Reconcile"
      about={<About open={open} />}
      actions={
        <TabList size="small" selectedValue={tab} onTabSelect={(_, { value }) => setTab(value)}>
          <Tab value="list">Work list</Tab>
          <Tab value="queries">Messages to providers</Tab>
        </TabList>
      }
    >
      {tab === 'queries' ? (
        <Queries period={period} />
      ) : (
        <Ready query={findings} words="Checking the returns…">
          {(value) => <Worklist key={period} findings={value} />}
        </Ready>
      )}
    </Screen>
  );
}
