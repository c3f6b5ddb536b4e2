/** The cycle at a glance: who is in, what is open, how the pack stands, and what to do next. */
import { Button } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { count, dayOf, longPeriod } from '#renderer/parts/words.ts';
import { useQuarter } from '#renderer/queries/quarter/queries.ts';
import { FindingsPanel, PackPanel } from '#renderer/screens/quarter/Panels.tsx';
import { Providers } from '#renderer/screens/quarter/Providers.tsx';
import { WaitingSamples } from '#renderer/screens/quarter/WaitingSamples.tsx';
import { screenTitles } from '#renderer/shell/state.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { QuarterSummary } from '#shared/api/api.ts';
import '#renderer/screens/quarter/quarter.css';

export function Quarter() {
  const { period, board } = useAround();
  const query = useQuarter(period);
  const title = query.value ? longPeriod(query.value.period) : 'Quarter';
  const about = query.value ? `${board.board} · returns due ${dayOf(query.value.due)}` : board.board;
  return (
    <Screen title={title} about={about}>
      <Ready query={query} words="Checking the returns…">
        {(quarter) => (
          <>
            <Next quarter={quarter} />
            <WaitingSamples />
            <div className="quarter">
              <Panel title="Returns" className="quarter-returns">
                <Providers quarter={quarter} />
              </Panel>
              <FindingsPanel quarter={quarter} />
              <PackPanel quarter={quarter} />
            </div>
          </>
        )}
      </Ready>
    </Screen>
  );
}

function Next({ quarter }: { readonly quarter: QuarterSummary }) {
  const { go } = useAround();
  const { words, screen } = quarter.next;
  const inNow = quarter.providers.filter(({ state }) => state === 'in').length;
  return (
    <section className="next" aria-label="Next thing to do">
      <div>
        <p className="quiet">
          Next · {inNow} of {count(quarter.providers.length, 'return')} in
        </p>
        <p className="next-words">{words}</p>
      </div>
      <Button
        appearance="primary"
        size="large"
        icon={<ArrowRightRegular />}
        iconPosition="after"
        onClick={() => go(screen)}
      >
        Go to {screenTitles[screen]}
      </Button>
    </section>
  );
}
