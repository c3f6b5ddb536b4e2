/** A board that is open: navigation, command bar, and the screen in hand. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { BoardScreen } from '#renderer/screens/board/index.tsx';
import { Figures } from '#renderer/screens/figures/index.tsx';
import { Help } from '#renderer/screens/help/index.tsx';
import { Import } from '#renderer/screens/import/index.tsx';
import { PackScreen } from '#renderer/screens/pack/index.tsx';
import { Quarter } from '#renderer/screens/quarter/index.tsx';
import { Reconcile } from '#renderer/screens/reconcile/index.tsx';
import { Trends } from '#renderer/screens/trends/index.tsx';
import { CommandBar } from '#renderer/shell/CommandBar.tsx';
import { DropArea } from '#renderer/shell/DropArea.tsx';
import { GoCommands } from '#renderer/shell/GoCommands.tsx';
import { Nav } from '#renderer/shell/Nav.tsx';
import { periodInHand, type Route, readRoute, writeRoute } from '#renderer/shell/state.ts';
import { type Around, AroundContext } from '#renderer/shell/window.ts';
import type { BoardInfo, Screen } from '#shared/api/api.ts';

const SCREENS: Readonly<Record<Screen, () => ReactNode>> = {
  quarter: Quarter,
  import: Import,
  reconcile: Reconcile,
  figures: Figures,
  trends: Trends,
  pack: PackScreen,
  board: BoardScreen,
  help: Help,
};

function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const hear = () => setRoute(readRoute(location.hash));
    window.addEventListener('hashchange', hear);
    return () => window.removeEventListener('hashchange', hear);
  }, []);
  return route;
}

interface Props {
  readonly board: BoardInfo;
  readonly messages: ReactNode;
}

export function Workplace({ board, messages }: Props) {
  const route = useRoute();
  const { period: chosen, screen } = route;
  const go = useCallback<Around['go']>(
    (to, focus = null) => {
      location.hash = writeRoute({ screen: to, period: chosen, focus });
    },
    [chosen],
  );
  const choosePeriod = useCallback(
    (period: string) => {
      location.hash = writeRoute({ screen, period, focus: null });
    },
    [screen],
  );
  const around = useMemo<Around>(
    () => ({ board, route, period: periodInHand(chosen, board.periods), go, choosePeriod }),
    [board, route, chosen, go, choosePeriod],
  );
  const Shown = SCREENS[screen];
  return (
    <AroundContext value={around}>
      <DropArea>
        <GoCommands />
        <CommandBar />
        <Nav />
        <div className="message-place">{messages}</div>
        <Shown key={`${board.path} ${screen}`} />
      </DropArea>
    </AroundContext>
  );
}
