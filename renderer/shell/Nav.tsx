/** The screens, with what waits on them. */
import { CounterBadge, Tooltip } from '@fluentui/react-components';
import {
  ArrowTrendingRegular,
  BookQuestionMarkRegular,
  CalendarRegular,
  DocumentArrowDownRegular,
  DocumentTableRegular,
  type FluentIcon,
  SettingsRegular,
  TableRegular,
  TaskListSquareLtrRegular,
} from '@fluentui/react-icons';
import { useStaged } from '#renderer/queries/import/queries.ts';
import { useQuarter } from '#renderer/queries/quarter/queries.ts';
import { keyWords } from '#renderer/shell/keys.ts';
import { screens, screenTitles } from '#renderer/shell/state.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { Screen } from '#shared/api/api.ts';
import { commands } from '#shared/api/commands.ts';

const ICONS: Readonly<Record<Screen, FluentIcon>> = {
  quarter: CalendarRegular,
  import: DocumentArrowDownRegular,
  reconcile: TaskListSquareLtrRegular,
  figures: TableRegular,
  trends: ArrowTrendingRegular,
  pack: DocumentTableRegular,
  board: SettingsRegular,
  help: BookQuestionMarkRegular,
};

function useWaiting(): Partial<Record<Screen, number>> {
  const { period } = useAround();
  const { value: quarter } = useQuarter(period);
  const { value: staged } = useStaged();
  const open = quarter ? quarter.open.high + quarter.open.medium + quarter.open.low : 0;
  return { import: staged?.length ?? 0, reconcile: open };
}

export function Nav() {
  const { route, go } = useAround();
  const waiting = useWaiting();
  return (
    <nav className="nav" aria-label="Screens">
      {screens.map((screen) => {
        const Icon = ICONS[screen];
        const number = waiting[screen] ?? 0;
        const key = commands.find((command) => command.screen === screen)?.key ?? null;
        return (
          <Tooltip
            key={screen}
            relationship="description"
            positioning="after"
            content={key ? keyWords(key) : ''}
          >
            <button
              type="button"
              className="nav-item"
              aria-current={route.screen === screen ? 'page' : undefined}
              onClick={() => go(screen)}
            >
              <Icon aria-hidden="true" fontSize={20} />
              <span className="nav-word">{screenTitles[screen]}</span>
              {number > 0 ? (
                <>
                  <CounterBadge count={number} size="small" overflowCount={999} aria-hidden="true" />
                  <span className="unseen">, {number} waiting</span>
                </>
              ) : null}
            </button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
