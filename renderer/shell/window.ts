/** What every screen may know of the window around it. */
import { createContext, useContext } from 'react';
import type { Route } from '#renderer/shell/state.ts';
import type { BoardInfo, Screen } from '#shared/api/api.ts';

export interface Around {
  readonly board: BoardInfo;
  readonly route: Route;
  /** The quarter in hand; null on a board without returns. */
  readonly period: string | null;
  readonly go: (screen: Screen, focus?: string | null) => void;
  readonly choosePeriod: (period: string) => void;
}

export const AroundContext = createContext<Around | null>(null);

export function useAround(): Around {
  const around = useContext(AroundContext);
  if (!around) throw new Error('There is no board around this part of the window.');
  return around;
}
