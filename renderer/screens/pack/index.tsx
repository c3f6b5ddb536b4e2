/** Pack: what goes in, what is said, how it looks, and sending it out. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Progressing } from '#renderer/parts/Progressing.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Empty } from '#renderer/parts/States.tsx';
import { Tabs } from '#renderer/parts/Tabs.tsx';
import { Exempt } from '#renderer/screens/exempt/Exempt.tsx';
import { Actions } from '#renderer/screens/pack/Actions.tsx';
import { Compare } from '#renderer/screens/pack/Compare.tsx';
import { Front } from '#renderer/screens/pack/Front.tsx';
import { Issued } from '#renderer/screens/pack/Issued.tsx';
import { SendDialog } from '#renderer/screens/pack/SendDialog.tsx';
import { SignOff } from '#renderer/screens/pack/SignOff.tsx';
import { Write } from '#renderer/screens/pack/Write.tsx';
import { Review } from '#renderer/screens/review/Review.tsx';
import { useCommand } from '#renderer/shell/commanding.ts';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/pack/pack.css';

export type Edition = 'board' | 'public';

type Tab = 'write' | 'front' | 'sign' | 'actions' | 'issued' | 'compare' | 'review' | 'exempt';

export function PackScreen() {
  const { period, route, go } = useAround();
  const [tab, setTab] = useState<Tab>(route.focus === 'issued' ? 'issued' : 'write');
  const [sending, setSending] = useState<'export' | 'issue' | null>(
    route.focus === 'export' ? 'export' : null,
  );
  useCommand('pack.export', () => setSending('export'));
  if (period === null) {
    return (
      <Screen title="Pack">
        <Empty title="No pack yet" action={<Button onClick={() => go('import')}>Import returns</Button>}>
          The pack is made from the figures of a quarter. Import its returns first.
        </Empty>
      </Screen>
    );
  }
  return (
    <Screen
      fill={tab === 'write' || tab === 'sign'}
      title={`Pack for ${period}`}
      actions={
        <>
          <Tabs
            label="Pack"
            tabs={[
              { value: 'write', words: 'Write' },
              { value: 'front', words: 'Front page' },
              { value: 'sign', words: 'Sign-off' },
              { value: 'actions', words: 'Actions' },
              { value: 'exempt', words: 'Exempt documents' },
              { value: 'review', words: 'Review' },
              { value: 'issued', words: 'Issued packs' },
              { value: 'compare', words: 'Compare' },
            ]}
            value={tab}
            choose={setTab}
          />
          <Button onClick={() => setSending('export')}>Export…</Button>
          <Button appearance="primary" onClick={() => setSending('issue')}>
            Issue…
          </Button>
        </>
      }
    >
      <Progressing task="pack" doing="Writing" />
      {tab === 'write' ? <Write key={period} period={period} /> : null}
      {tab === 'front' ? <Front key={period} period={period} /> : null}
      {tab === 'sign' ? <SignOff key={period} period={period} /> : null}
      {tab === 'actions' ? <Actions key={period} period={period} /> : null}
      {tab === 'exempt' ? <Exempt key={period} period={period} /> : null}
      {tab === 'review' ? <Review key={period} period={period} /> : null}
      {tab === 'issued' ? <Issued /> : null}
      {tab === 'compare' ? <Compare key={period} period={period} /> : null}
      {sending ? <SendDialog period={period} what={sending} close={() => setSending(null)} /> : null}
    </Screen>
  );
}
